import 'server-only'
// Who sits at the table of one tafel, by name: with a stand-in, and for which gemeenten they speak by mandate.
import { delegatesOf } from '@/domain/tafel/delegates'
import type { Tafel } from '@/domain/tafel/session'
import type { Tx } from '@/server/db/client'

export type Person = { id: string; name: string; organisation: string; speaksFor: string[] }
export type SeatLine = {
  readonly seat: string
  /** Null for somebody who works in the covenant no longer. */
  readonly delegate: Person | null
  readonly standIn: Person | null
}

export const peopleOf = (tx: Tx, ids: readonly string[]) => tx.$queryRaw<Person[]>`
  SELECT m.id::text, a.name, o.name AS organisation, coalesce((SELECT array_agg(g.name ORDER BY g.name) FROM mandate d
      JOIN organisation g ON g.id = d.to_id WHERE d.from_id = m.organisation_id AND d.covenant_id = m.covenant_id), '{}') AS "speaksFor"
  FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id
  WHERE m.id = ANY (${[...ids]}::uuid[]) AND app.live(m)`

/** The seats that were given, in their order. */
export async function seatLines(tx: Tx, tafel: Tafel): Promise<SeatLine[]> {
  const seats = delegatesOf(tafel)
  if (!seats.length) return []
  const found = await peopleOf(
    tx,
    seats.flatMap(({ delegate, standIn }) => (standIn ? [delegate, standIn] : [delegate])),
  )
  const by = new Map(found.map((person) => [person.id, person]))
  return seats.map(({ seat, delegate, standIn }) => ({
    seat,
    delegate: by.get(delegate) ?? null,
    standIn: (standIn && by.get(standIn)) || null,
  }))
}
