import 'server-only'
import { storyOf, type Told } from '@/server/story'
import { type CaseHead, onCase } from './on-case'

/** The timeline of a case. */
export const getStoryScreen = (id: string): Promise<{ head: CaseHead; story: Told[] } | null> =>
  onCase(
    id,
    () => ['initials'],
    async (tx, { head }) => ({ head, story: await storyOf(tx, id) }),
  )
