import 'server-only'
// The earlier registration from which facts are taken over: one of the actor's own organisation, read under their rights.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { isShielded } from '@/domain/intake/shield'
import type { Tx } from './db/client'
import { load } from './db/load'

/**
 * The case with this id, as far as it can be taken over from. Null: it is not there, not of the actor's own organisation,
 * or shielded: of such a client nothing is carried into a file that is not shielded yet.
 */
export async function earlierFor(tx: Tx, { role }: Pick<Actor, 'role'>, id: string): Promise<Case | null> {
  const kase = (await load(tx, role, 'case', id)) as Case | null
  return kase?.relations.includes('ours') && !kase.outside && !isShielded(kase) ? kase : null
}
