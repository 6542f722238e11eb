import 'server-only'
// The page of counts that every partner of the covenant may see, board member and client council included.
import { origins, ruleSet } from '@/domain/covenant/rule-set'
import { addMonths } from '@/domain/kernel/days'
import { median, type ShownCell, shownCells, shownCount } from '@/domain/report/cells'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { type Housed, reportRows } from '@/server/report'
import { currentActor } from '@/server/session'

export const MONTHS = 18

export type ReportScreen = {
  covenant: string
  since: string
  persons: number | null
  households: number | null
  guided: number | null
  waitedDays: number | null
  waitingDays: number | null
  byOrigin: ShownCell[]
  byStage: ShownCell[]
  limit: number
}

async function smallCell(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<
    { rules: unknown }[]
  >`SELECT rules FROM covenant_version ORDER BY number DESC LIMIT 1`
  return ruleSet.parse(row?.rules).smallCell
}

const personsIn = (rows: readonly Housed[]) => rows.reduce((sum, r) => sum + r.persons, 0)
const known = (days: readonly (number | null)[]) => days.flatMap((d) => (d === null ? [] : [Math.max(0, d)]))

/** Persons housed in the last months and who still waits, for the actor's covenant; small counts hidden. */
export async function getReportScreen(): Promise<ReportScreen> {
  const actor = await currentActor()
  const day = today()
  const since = addMonths(day, -MONTHS)
  return asActor(actor, async (tx) => {
    const limit = await smallCell(tx)
    const { housed, running } = await reportRows(tx, actor, since, day)
    const stages = ['intake', 'tafel', 'matching', 'tenancy']
    return {
      covenant: actor.covenantName,
      since,
      persons: shownCount(personsIn(housed), limit),
      households: shownCount(housed.length, limit),
      guided: shownCount(housed.filter((h) => h.guided).length, limit),
      waitedDays: median(known(housed.map((h) => h.waited)), limit),
      waitingDays: median(known(running.map((r) => r.waiting)), limit),
      byOrigin: shownCells(
        origins.map((key) => ({ key, n: personsIn(housed.filter((h) => h.setting === key)) })),
        limit,
      ),
      byStage: shownCells(
        stages.map((key) => ({ key, n: running.filter((r) => r.stage === key).length })),
        limit,
      ),
      limit,
    }
  })
}
