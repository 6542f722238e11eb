// Who is at the table now, and whether that is enough to decide.
import type { RuleSet } from '../covenant/rule-set'
import type { tafelSeats } from '../covenant/tafel-rules'
import type { Refusal } from '../kernel/step'

export type Seat = (typeof tafelSeats)[number]

/** Somebody who came to the table or left it; `delegate` is null where a seat was taken by somebody who was not named. */
export type Presence = {
  readonly seat: Seat
  readonly delegate: string | null
  readonly here: boolean
  /** 'hh:mm' */
  readonly at: string
}

/** Who is at the table now, as they came: the last word about each counts. */
export function presentIn(rows: readonly Presence[]): Presence[] {
  const last = new Map(rows.map((row) => [`${row.seat} ${row.delegate}`, row]))
  return [...last.values()]
    .filter(({ here }) => here)
    .map(({ seat, delegate, here, at }) => ({ seat, delegate, here, at }))
}

/** Seats without which nothing is decided, and that nobody has now. The database counts the same: app.missing_seats. */
export const missingSeats = (rows: readonly Presence[], { tafel }: Pick<RuleSet, 'tafel'>): Seat[] => {
  const taken = presentIn(rows).map(({ seat }) => seat)
  return tafel.quorum.filter((seat) => !taken.includes(seat))
}

/** Whether so many left during a session that nothing could be decided. */
export const lostQuorum = (rows: readonly Presence[], rules: Pick<RuleSet, 'tafel'>): boolean =>
  rows.some((row, at) => !row.here && missingSeats(rows.slice(0, at + 1), rules).length > 0)

/** Why nothing can be decided now, with who is missing; null when enough are there. */
export const belowQuorum = ([seat, ...others]: readonly string[]): Refusal | null =>
  seat ? { reason: 'belowQuorum', values: { seat, more: others.length } } : null

/** The same for a case on a tafel: `missing` is null while its tafel is not in session. */
export const undecidable = (missing: readonly string[] | null | undefined): Refusal | null =>
  missing ? belowQuorum(missing) : { reason: 'tafelNotBegun' }
