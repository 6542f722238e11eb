import 'server-only'
import { storyOf, type Told } from '@/server/story'
import { type CaseHead, onCase } from './on-case'

/** More than any case comes to: nobody reads half of a timeline without knowing it. */
const WHOLE = 2000

export type StoryScreen = {
  head: CaseHead
  story: Told[]
  /** Who reads it, and on which day: it stands on paper. */
  reader: { person: string; organisation: string }
  day: string
}

/** The timeline of a case, all of it. */
export const getStoryScreen = (id: string): Promise<StoryScreen | null> =>
  onCase(
    id,
    () => ['initials'],
    async (tx, { head, actor, day }) => ({
      head,
      story: await storyOf(tx, id, WHOLE),
      reader: { person: actor.name, organisation: actor.organisationName },
      day,
    }),
  )
