// Who is at the table while it is in session: it begins with whoever came, and is kept up as people come and go.
import { tafelSeats } from '../covenant/tafel-rules'
import type { Context } from '../kernel/context'
import { code, optional, ref, refs, type Values } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { delegatesOf } from './delegates'
import { belowQuorum, missingSeats, type Presence, presentIn, type Seat } from './quorum'
import { agendaOf, type Tafel, tafelCompartments, tafelStep } from './session'

const presenceOf = ({ of }: Pick<Tafel, 'of'>): readonly Presence[] => of.presence ?? []

const tafelToday = (tafel: Tafel, { today }: Context): Refusal | null => {
  const on = tafel.of.session?.on
  return on && on > today ? { reason: 'tafelNotHeldYet', values: { on } } : null
}

const opening = { ...tafelCompartments.attendance.fields, absent: optional(refs('seated')) }
type Opening = Pick<Values<typeof opening>, 'seats' | 'absent'>

/** At the start a seat is taken by its delegates who came; by somebody without a name where it has no delegates. */
const seated = (tafel: Tafel, { seats, absent }: Opening, at = ''): Presence[] =>
  seats.flatMap((seat) => {
    const own = delegatesOf(tafel).filter((one) => one.seat === seat)
    const people = own.length ? own.map(({ delegate }) => delegate) : [null]
    const came = people.filter((delegate) => !delegate || !absent?.includes(delegate))
    return came.map((delegate) => ({ seat, delegate, here: true, at }))
  })

/** The tafel begins, with enough parties to decide. */
export const openTafel = tafelStep('openTafel', {
  input: opening,
  blockedBy: [tafelToday, (tafel) => (agendaOf(tafel).length ? null : { reason: 'tafelEmpty' })],
  check: (tafel, input, { rules }) => {
    const refusal = belowQuorum(missingSeats(seated(tafel, input), rules))
    return refusal && { ...refusal, field: 'seats' }
  },
  apply: (tafel, { seats, present, absent }, { time }) => ({
    write: { attendance: { seats, present } },
    append: { presence: seated(tafel, { seats, absent }, time) },
  }),
})

const who = { delegate: optional(ref('atTable')), seat: optional(code('seat', tafelSeats)) }
type Said = Values<typeof who>

/** Who can be at this table: its delegates, and those who stand in for them. */
export const invitedOf = (tafel: Pick<Tafel, 'of'>): { readonly seat: Seat; readonly delegate: string }[] =>
  delegatesOf(tafel).flatMap(({ seat, delegate, standIn }) => [
    { seat, delegate },
    ...(standIn ? [{ seat, delegate: standIn }] : []),
  ])

/** Of whom is spoken: somebody by name, or a seat that was taken by somebody who was not named. */
function meant(tafel: Tafel, { delegate, seat }: Said): { seat: Seat; delegate: string | null } | null {
  if (!delegate) return seat && { seat, delegate: null }
  const known = [...presentIn(presenceOf(tafel)), ...invitedOf(tafel)]
  const found = known.find((one) => one.delegate === delegate)
  return found ? { seat: found.seat, delegate } : null
}

const isHere = (tafel: Tafel, one: { seat: Seat; delegate: string | null }) =>
  presentIn(presenceOf(tafel)).some((p) => p.seat === one.seat && p.delegate === one.delegate)

/** Somebody came or left: one of the two is said, and it changes something. */
function comesOrGoes(tafel: Tafel, said: Said, here: boolean): Refusal | null {
  if (!said.delegate === !said.seat) return { reason: 'personOrSeat', field: 'delegate' }
  const one = meant(tafel, said)
  if (!one) return { reason: 'notInvited', field: 'delegate' }
  if (isHere(tafel, one) !== here) return null
  const field = said.delegate ? 'delegate' : 'seat'
  return here ? { reason: 'hereAlready', field } : { reason: 'notHere', field }
}

/** Of whom it was checked that they can come or go. */
const known = (tafel: Tafel, said: Said) =>
  meant(tafel, said) ?? { seat: 'gemeente' as const, delegate: null }

/** Somebody comes to the table: a delegate, a stand-in, or for a seat somebody who was not named. */
export const arrive = tafelStep('arrive', {
  input: who,
  check: (tafel, input) => comesOrGoes(tafel, input, true),
  apply: (tafel, input, { time = '' }) => {
    const one = known(tafel, input)
    return { append: { presence: [{ ...one, here: true, at: time }] }, tells: { seat: one.seat } }
  },
})

/** Somebody leaves the table. What it may decide without them is counted anew. */
export const leave = tafelStep('leave', {
  input: who,
  check: (tafel, input) => comesOrGoes(tafel, input, false),
  apply: (tafel, input, { time = '' }) => {
    const one = known(tafel, input)
    return { append: { presence: [{ ...one, here: false, at: time }] }, tells: { seat: one.seat } }
  },
})
