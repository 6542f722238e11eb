import 'server-only'
// What calls a privacy officer: raised by the worker, which reads nothing, and kept until one of them has seen it.
import { ruleSet } from '@/domain/covenant/rule-set'
import type { Alert } from '@/domain/privacy/attention'
import { basisOf, type Purpose } from '@/domain/privacy/purposes'
import type { Client, Tx } from './db/client'
import { log } from './log'

type Calling = { readonly client: Client }

/** What counts where a covenant does not say otherwise. */
const usual = JSON.stringify(ruleSet.shape.journal.parse(undefined))

const raised = (what: string, [row]: readonly { n: number }[]) => {
  if (row?.n) log('warn', { event: what, count: row.n })
  return row?.n ?? 0
}

/** Raises what people did since the round before, and has it told by mail; returns how many alerts there were. */
export const raiseAlerts = async ({ client }: Calling): Promise<number> =>
  raised('alertRaised', await client.$queryRaw`SELECT app.raise_alerts(${usual}::jsonb) AS n`)

/** Follows the chains, and calls for those that are broken or that the worker does not sign. */
export const watchChains = async ({ client }: Calling, unsigned: readonly string[] = []): Promise<number> =>
  raised('chainAlertRaised', await client.$queryRaw`SELECT app.watch_chains(${[...unsigned]}::uuid[]) AS n`)

/** What no privacy officer of the own organisation has seen yet, the newest first. */
export const openAlerts = (tx: Tx) => tx.$queryRaw<Alert[]>`
  SELECT id::text, about, account_id::text AS person, day::text, times FROM alert WHERE seen_at IS NULL ORDER BY raised_at DESC, id LIMIT 50`

/** Marks an alert as seen, with its record; false when there is no such one any more. */
export async function seeAlert(
  tx: Tx,
  id: string,
  today: string,
  requestId: string | null,
): Promise<boolean> {
  const purpose: Purpose = 'toezicht'
  const entry = { on: today, requestId, purpose, ground: basisOf(purpose) }
  const [row] = await tx.$queryRaw<{ seen: boolean }[]>`
    SELECT app.see_alert(${id}::uuid, ${JSON.stringify(entry)}::jsonb) AS seen`
  return row?.seen ?? false
}
