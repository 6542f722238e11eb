import 'server-only'
// A case with the homes there are for its client.
import { type Homes, homesFor, readForHomes, seeksHomes } from '@/server/matching/homes'
import { type CaseHead, onCase } from './on-case'

export type HomesScreen = { readonly head: CaseHead; readonly homes: Homes }

/** The homes of a client; null where nobody looks for one, or it is not this person's to look. */
export const getHomesScreen = async (id: string, asked: string | undefined): Promise<HomesScreen | null> => {
  const screen = await onCase<HomesScreen | null>(
    id,
    (kase) => readForHomes.filter((name) => kase.shared.has(name)),
    async (tx, { actor, kase, head, day }) =>
      seeksHomes(actor, kase) ? { head, homes: await homesFor(tx, { actor, kase, day, asked }) } : null,
  )
  return screen
}
