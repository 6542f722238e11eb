import 'server-only'
// The one door to data: one transaction, in the name of one membership. Row-level security does the rest.
import type { Trace } from '@/domain/case/actor'
import { env } from '../env'
import { database, sqlState, type Tx } from './client'

const RETRY = new Set(['40001', '40P01'])

/** Acts as this membership until the end of the transaction, or until it is called again. */
const enter = async (tx: Tx, membershipId: string) => {
  await tx.$queryRaw`/* enter */ SELECT set_config('app.membership', ${membershipId}, true)`
}

type Asking = { readonly membershipId: string; readonly trace?: Trace | undefined }

/** As `enter`; and for the journal the visit in which whatever is recorded in this transaction was done. */
const begin = async (tx: Tx, { membershipId, trace }: Asking) => {
  if (!trace) return enter(tx, membershipId)
  await tx.$queryRaw`/* begin */ SELECT set_config('app.membership', ${membershipId}, true), set_config('app.session', ${trace.session}, true), set_config('app.origin', ${trace.origin}, true)`
}

/** Runs `work` in one transaction as this actor; again, at most twice, when Postgres gave it up for another's sake. */
export async function asActor<T>(actor: Asking, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database
        .get(() => env().DATABASE_URL)
        .$transaction(async (tx) => {
          await begin(tx, actor)
          return work(tx)
        })
    } catch (error) {
      if (attempt === 3 || !RETRY.has(sqlState(error) ?? '')) throw error
      await new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** attempt))
    }
  }
}

/** Asks one statement without an actor: it finds no rows but those of the sign-in functions. */
export const asNobody = <T>(ask: (one: Tx) => Promise<T>): Promise<T> =>
  ask(database.get(() => env().DATABASE_URL))

/** Runs `work` as the system membership that computes, inside the actor's transaction, and steps back. */
export async function asSystem<T>(
  tx: Tx,
  actor: { membershipId: string },
  role: 'matching' | 'reporting',
  work: (membershipId: string) => Promise<T>,
): Promise<T> {
  const [found] = await tx.$queryRaw<{ id: string | null }[]>`SELECT app.system_membership(${role}) AS id`
  if (!found?.id) throw new Error(`This covenant has no ${role} membership`)
  await enter(tx, found.id)
  const result = await work(found.id)
  await enter(tx, actor.membershipId)
  return result
}
