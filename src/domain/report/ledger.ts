// The ledger of a contingent: what was agreed beside what happened, with what an earlier period left over. Small numbers hide.
import type { Role } from '../case/actor'
import { type ContingentLine, sameHomes } from '../covenant/contingent'
import { addDays, daysBetween } from '../kernel/days'
import { shownCells } from './cells'

/** Who reads the ledger. Whoever acts for a corporation reads its own lines, the others all of their covenant. */
export const ledgerReaders: readonly Role[] = [
  'coordinator',
  'regisseur',
  'gemeenteLead',
  'boardMember',
  'officer',
  'corporatieLead',
]

/** A line with the homes that count in it: with a confirmed offer and no key yet, and with a key. */
export type Counted = { readonly line: ContingentLine; readonly waiting: number; readonly delivered: number }

const standings = ['over', 'met', 'onTime', 'behind', 'within'] as const
export type Standing = (typeof standings)[number]

/** Each number is null where it is too small to show, or follows from one that is. */
export type LedgerRow = {
  readonly line: ContingentLine
  /** Homes of the agreement alone; null where a percentage is of lettings that nobody knows yet. */
  readonly agreed: number | null
  /** From the period before: above zero was too few, below zero too many. */
  readonly carried: number | null
  readonly promised: number | null
  readonly waiting: number | null
  readonly delivered: number | null
  readonly standing: Standing | null
  /** How many homes behind, or over; null without a standing. */
  readonly by: number | null
}

export type Ledger = { readonly now: readonly LedgerRow[]; readonly before: readonly LedgerRow[] }

/** The homes that an agreement comes to; a share is rounded to whole homes. */
export function homesOf({ agreed }: ContingentLine): number | null {
  if (agreed.as !== 'percentage') return agreed.homes
  return agreed.lettings === null ? null : Math.round((agreed.percent * agreed.lettings) / 100)
}

/** How many of the promised homes should be there by today: in a running period as many as there are days of it behind. */
export function dueBy(promised: number, { from, until }: ContingentLine, today: string): number {
  if (today > until) return promised
  const days = daysBetween(from, until) + 1
  return Math.floor((promised * Math.max(0, daysBetween(from, today))) / days)
}

type Shown = Pick<LedgerRow, 'line' | 'promised' | 'delivered'>

/** Where a line stands, and by how many homes. */
export function standingOf({ line, promised, delivered }: Shown, today: string) {
  if (promised === null || delivered === null) return { standing: null, by: null } as const
  if (delivered > promised) return { standing: 'over', by: delivered - promised } as const
  if (line.agreed.as === 'maximum') return { standing: 'within', by: 0 } as const
  if (delivered === promised) return { standing: 'met', by: 0 } as const
  const behind = dueBy(promised, line, today) - delivered
  return behind > 0 ? ({ standing: 'behind', by: behind } as const) : ({ standing: 'onTime', by: 0 } as const)
}

/** Numbers of a corporation in one period are hidden together, for their sum may be known elsewhere. */
function hidden(counted: readonly Counted[], of: 'waiting' | 'delivered', limit: number) {
  const apart = Map.groupBy(counted, ({ line }) => [line.corporation, line.from, line.until].join())
  const cells = [...apart.values()].flatMap((group) =>
    shownCells(
      group.map((one) => ({ key: String(counted.indexOf(one)), n: one[of] })),
      limit,
    ),
  )
  return new Map(cells.map(({ key, n }) => [counted[Number(key)]?.line, n]))
}

/** The line about the same homes whose last day is the day before this one begins. */
const precedes = (line: ContingentLine) => (row: { line: ContingentLine }) =>
  sameHomes(row.line, line) && row.line.until === addDays(line.from, -1)

function rowsOf(counted: readonly Counted[], today: string, limit: number): LedgerRow[] {
  const waiting = hidden(counted, 'waiting', limit)
  const delivered = hidden(counted, 'delivered', limit)
  const rows: LedgerRow[] = []
  for (const { line } of [...counted].sort((a, b) => (a.line.from < b.line.from ? -1 : 1))) {
    const before = line.carryOver ? rows.find(precedes(line)) : undefined
    const agreed = homesOf(line)
    const left = before && before.line.agreed.as !== 'maximum' ? leftOver(before) : 0
    const promised = agreed === null || left === null ? null : Math.max(0, agreed + left)
    const shown = { line, promised, delivered: delivered.get(line) ?? null }
    rows.push({
      ...shown,
      agreed,
      carried: left,
      waiting: waiting.get(line) ?? null,
      ...standingOf(shown, today),
    })
  }
  return rows
}

const leftOver = ({ promised, delivered }: LedgerRow) =>
  promised === null || delivered === null ? null : promised - delivered

/** The lines of the period in which today falls, and those of the one right before it. `today` is 'yyyy-mm-dd'. */
export function ledgerOf(counted: readonly Counted[], today: string, limit: number): Ledger {
  const order = new Map(counted.map(({ line }, at) => [line, at]))
  const rows = rowsOf(counted, today, limit).sort(
    (a, b) => (order.get(a.line) ?? 0) - (order.get(b.line) ?? 0),
  )
  const now = rows.filter(({ line }) => line.from <= today && today <= line.until)
  const ended = rows.filter(({ line }) => line.until < today)
  const last = ended.reduce((day, { line }) => (line.until > day ? line.until : day), '')
  const before = ended.filter(({ line }) => {
    const running = now.filter((row) => row.line.corporation === line.corporation)
    return running.length
      ? running.some((row) => addDays(row.line.from, -1) === line.until)
      : line.until === last
  })
  return { now, before }
}
