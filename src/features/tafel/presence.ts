import 'server-only'
// Who is at the table of a tafel in session, and who could come, by name.
import { invitedOf } from '@/domain/tafel/attend'
import { presentIn } from '@/domain/tafel/quorum'
import type { Tafel } from '@/domain/tafel/session'
import type { Tx } from '@/server/db/client'
import { type Person, peopleOf } from './table'

export type PresenceLine = {
  readonly seat: string
  /** The membership; null where the seat was taken by somebody who was not named. */
  readonly delegate: string | null
  /** Null besides for somebody who works in the covenant no longer. */
  readonly person: Person | null
  /** Since when they are there, 'hh:mm'; null for who is not. */
  readonly since: string | null
}

/** Whoever is there, in the order in which they came, and after them who was invited and is not. */
export async function presenceLines(tx: Tx, tafel: Tafel): Promise<PresenceLine[]> {
  const here = presentIn(tafel.of.presence ?? [])
  const away = invitedOf(tafel).filter(({ delegate }) => !here.some((one) => one.delegate === delegate))
  const all = [...here, ...away.map((one) => ({ ...one, at: null }))]
  const ids = all.flatMap(({ delegate }) => delegate ?? [])
  const by = new Map((ids.length ? await peopleOf(tx, ids) : []).map((person) => [person.id, person]))
  return all.map(({ seat, delegate, at }) => ({
    seat,
    delegate,
    person: (delegate && by.get(delegate)) || null,
    since: at,
  }))
}
