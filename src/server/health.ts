import 'server-only'
import { asNobody } from './db/as-actor'
import { type NoticesState, noticesState } from './notices/state'

let stopping = false

/** From here on the process takes no new visitors: whoever sends them is told so by the health page. */
export const stop = () => {
  stopping = true
}

/** Whether the database answers and holds the rights. */
export async function ready(): Promise<boolean> {
  if (stopping) return false
  return asNobody(
    (tx) =>
      tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (SELECT 1 FROM policy_grant LIMIT 1) g`,
  ).then(
    (rows) => rows[0]?.n === 1,
    () => false,
  )
}

/** How the notices by mail are doing; not part of being ready, for the website works without them. */
export const notices = (): Promise<NoticesState> => asNobody((tx) => noticesState(tx))
