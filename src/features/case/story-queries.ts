import 'server-only'
// The timeline of a case, with that of the other cases of the same client that this reader may read as well.
import { type Case, onlyInEmergency } from '@/domain/case/case'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { requestId } from '@/server/session'
import { storyOf, type Told } from '@/server/story'
import { registrationsOf } from './earlier-queries'
import { type CaseHead, onCase, type Scene } from './on-case'

/** More than any case comes to: nobody reads half of a timeline without knowing it. */
const WHOLE = 2000

export type StoryScreen = {
  head: CaseHead
  story: Told[]
  /** Who reads it, and on which day: it stands on paper. */
  reader: { person: string; organisation: string }
  day: string
}

/**
 * What happened in the other cases of this client, as their mentor called them the same; each opened under the reader's own rights,
 * and recorded as read. A case that they may not read, and one that is shielded, is not there.
 */
export async function elsewhereOf(
  tx: Tx,
  { kase, actor }: Pick<Scene, 'kase' | 'actor'>,
  moment: { today: string; requestId: string | null },
): Promise<Told[]> {
  const { earlier, later } = await registrationsOf(tx, kase)
  const told: Told[] = []
  for (const { id, number } of [...earlier, ...later]) {
    const other = (await load(tx, actor.role, 'case', id)) as Case | null
    if (!other || onlyInEmergency(other)) continue
    told.push(...(await storyOf(tx, id, WHOLE)).map((one) => ({ ...one, of: number })))
    await recordRead(tx, actor, other as unknown as Loaded<Compartments>, { ...moment, shown: ['initials'] })
  }
  return told
}

/** Newest first, whichever case it was; of one day in the order in which each case tells it. */
export const together = (one: readonly Told[], other: readonly Told[]): Told[] =>
  [...one, ...other].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))

/** The timeline of a case, all of it. */
export const getStoryScreen = (id: string): Promise<StoryScreen | null> =>
  onCase(
    id,
    () => ['initials'],
    async (tx, scene) => ({
      head: scene.head,
      story: together(
        await storyOf(tx, id, WHOLE),
        await elsewhereOf(tx, scene, { today: scene.day, requestId: await requestId() }),
      ),
      reader: { person: scene.actor.name, organisation: scene.actor.organisationName },
      day: scene.day,
    }),
  )
