import 'server-only'
import { asNobody } from './db/as-actor'
import { env } from './env'
import { type NoticesState, noticesState } from './notices/state'

let stopping = false

/** From here on the process takes no new visitors: whoever sends them is told so by the health page. */
export const stop = () => {
  stopping = true
}

/** Whether the process was asked to end: what it does beside its visitors stops after what is in hand. */
export const isStopping = () => stopping

/** Whether the database answers and holds the rights. */
const databaseAnswers = (): Promise<boolean> =>
  asNobody(
    (tx) =>
      tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (SELECT 1 FROM policy_grant LIMIT 1) g`,
  ).then(
    (rows) => rows[0]?.n === 1,
    () => false,
  )

/** Whether this process takes new visitors. */
export const ready = async (): Promise<boolean> => !stopping && databaseAnswers()

const FRESH = 3_000
const PATIENCE = 2_000

/** The answer to a question, asked again when it is older than three seconds; no within two seconds is no. */
export function kept(ask: () => Promise<boolean>, now: () => number = Date.now) {
  let good = 0
  let asking: Promise<boolean> | undefined
  const again = async () => {
    const late = new Promise<boolean>((done) => setTimeout(done, PATIENCE, false).unref())
    const yes = await Promise.race([ask(), late])
    if (yes) good = now()
    asking = undefined
    return yes
  }
  return async (): Promise<boolean> => {
    if (now() - good < FRESH) return true
    asking ??= again()
    return asking
  }
}

const databaseIsThere = kept(databaseAnswers)

/** Why nobody can be served now, if that is so. */
export async function closed(): Promise<'maintenance' | 'away' | null> {
  if (env().MAINTENANCE === '1') return 'maintenance'
  return (await databaseIsThere()) ? null : 'away'
}

/** How the notices by mail are doing; not part of being ready, for the website works without them. */
export const notices = (): Promise<NoticesState> => asNobody((tx) => noticesState(tx))
