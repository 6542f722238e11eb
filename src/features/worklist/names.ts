import 'server-only'
// Whom cases are about, for pages that name several of them.
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { casesById } from './case-lines'

/** The names of these cases, as the list says them; nothing of what is not there for this person. */
export async function namesOfCases(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const actor = await currentActor()
  const lines = await asActor(actor, (tx) => casesById(tx, ids, today()))
  return new Map(
    lines.flatMap(({ id, name, initials }) => ((name ?? initials) ? [[id, name ?? initials ?? '']] : [])),
  )
}
