import 'server-only'
// The page of counts that every partner of the covenant may see, board member and client council included.
import { origins, ruleSet } from '@/domain/covenant/rule-set'
import { addMonths } from '@/domain/kernel/days'
import { type ShownCell, shownCells, shownCount, shownMiddle } from '@/domain/report/cells'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { keptCounts } from '@/server/kept-counts'
import {
  type Appointments,
  type Guarantees,
  type RegionCounts,
  reportCounts,
  type TimeOuts,
} from '@/server/report'
import { currentActor } from '@/server/session'
import { readsLedger } from './contingent'
import { readsRetention } from './retention'

export const MONTHS = 18

export type ReportScreen = {
  covenant: string
  countedAt: string | null
  since: string
  persons: number | null
  households: number | null
  guided: number | null
  waitedDays: number | null
  /** Null where too few households make it up. */
  waitedTotal: number | null
  freed: number | null
  retaken: number | null
  /** Of those, with a client of this covenant, and with somebody from elsewhere. */
  takenHere: number | null
  takenOutside: number | null
  emptyDays: number | null
  waitingDays: number | null
  urgent: number | null
  byOrigin: ShownCell[]
  byStage: ShownCell[]
  /** Of viewings, talks and visits: how many there were, and at how many nobody was there. */
  appointments: { what: Appointments['what']; n: number | null; missed: number | null }[]
  /** Guarantees of a place to come back to, and those that were used. */
  guarantees: { given: number | null; used: number | null }
  /** Clients who were elsewhere for a while, and their days together; no days where the clients are too few to show. */
  timeOuts: { clients: number | null; days: number | null }
  limit: number
  /** Whether the homes that were agreed are for them too. */
  ledger: boolean
  /** And those that last. */
  retention: boolean
}

async function smallCell(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<
    { rules: unknown }[]
  >`SELECT rules FROM covenant_version ORDER BY number DESC LIMIT 1`
  return ruleSet.parse(row?.rules).smallCell
}

type Freed = Pick<RegionCounts, 'freed' | 'retaken' | 'takenHere' | 'takenOutside'>

/** Of the places that came free, those that are taken and by whom: none can be found from the others where one is too small to show. */
function shownFreed({ freed, retaken, takenHere, takenOutside }: Freed, limit: number) {
  const cells = shownCells(
    [
      { key: 'takenHere', n: takenHere },
      { key: 'takenOutside', n: takenOutside },
      { key: 'unknown', n: retaken - takenHere - takenOutside },
      { key: 'empty', n: freed - retaken },
    ],
    limit,
  )
  const of = (key: string) => cells.find((cell) => cell.key === key)?.n ?? null
  const hidden = of('empty') === null
  return {
    freed: shownCount(freed, limit),
    retaken: hidden ? null : retaken,
    takenHere: of('takenHere'),
    takenOutside: of('takenOutside'),
  }
}

/** Of the guarantees that were given those that were used: neither can be found from the other where one is too small to show. */
function shownGuarantees({ given, used }: Guarantees, limit: number) {
  const unused = Math.max(0, given - used)
  const [cell] = shownCells(
    [
      { key: 'used', n: used },
      { key: 'unused', n: unused },
    ],
    limit,
  )
  return { given: shownCount(given, limit), used: cell?.n ?? null }
}

/** Days of a few people tell of one of them. */
function shownTimeOuts({ clients, days }: TimeOuts, limit: number) {
  const shown = shownCount(clients, limit)
  return { clients: shown, days: shown === null ? null : days }
}

/** Where those who were missed, or those who were met, are too few to show, neither number is. */
function shownAppointments(found: readonly Appointments[], limit: number) {
  return found.map(({ what, n, missed }) => {
    const cells = shownCells(
      [
        { key: 'missed', n: missed },
        { key: 'met', n: n - missed },
      ],
      limit,
    )
    const hidden = cells.some((cell) => cell.n === null)
    return { what, n: hidden ? shownCount(n, limit) : n, missed: hidden ? null : missed }
  })
}

/** The count of each of these, also where it is none. */
const cellsOf = (keys: readonly string[], found: Readonly<Record<string, number>>, limit: number) =>
  shownCells(
    keys.map((key) => ({ key, n: found[key] ?? 0 })),
    limit,
  )

/** Persons housed in the last months and who still waits, for the actor's covenant; small counts hidden. */
export async function getReportScreen(): Promise<ReportScreen> {
  const actor = await currentActor()
  const day = today()
  const since = addMonths(day, -MONTHS)
  return asActor(actor, async (tx) => {
    const limit = await smallCell(tx)
    const { counts: found, countedAt } = await keptCounts(actor, ['report', since, day], () =>
      reportCounts(tx, since, day),
    )
    const { origins: persons, stages, ...counts } = found.region
    return {
      covenant: actor.covenantName,
      countedAt,
      since,
      persons: shownCount(
        Object.values(persons).reduce((sum, n) => sum + n, 0),
        limit,
      ),
      households: shownCount(counts.households, limit),
      guided: shownCount(counts.guided, limit),
      waitedDays: shownMiddle(counts.waited, limit),
      waitedTotal: counts.waited.n < limit ? null : counts.waitedTotal,
      ...shownFreed(counts, limit),
      emptyDays: shownMiddle(counts.empty, limit),
      waitingDays: shownMiddle(counts.waiting, limit),
      urgent: shownCount(counts.urgent, limit),
      byOrigin: cellsOf(origins, persons, limit),
      byStage: cellsOf(['intake', 'tafel', 'matching', 'tenancy'], stages, limit),
      appointments: shownAppointments(found.appointments, limit),
      guarantees: shownGuarantees(found.guarantees, limit),
      timeOuts: shownTimeOuts(found.timeOuts, limit),
      limit,
      ledger: readsLedger(actor),
      retention: readsRetention(actor),
    }
  })
}
