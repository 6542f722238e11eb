// Who sits at the table: a delegate for each party with a stand-in, and the invitation that goes to both.
import type { Role } from '../case/actor'
import type { RuleSet } from '../covenant/rule-set'
import { tafelSeats } from '../covenant/tafel-rules'
import type { Colleague, Context, Seated } from '../kernel/context'
import { code, optional, ref } from '../kernel/field'
import type { Effect, Refusal } from '../kernel/step'
import { type Tafel, tafelStep } from './session'

type Seat = (typeof tafelSeats)[number]

/** Which roles can sit on which seat. */
export const rolesOfSeat: Readonly<Record<Seat, readonly Role[]>> = {
  gemeente: ['regisseur', 'coordinator', 'gemeenteLead'],
  corporatie: ['officer', 'corporatieLead'],
  zorgaanbieder: ['mentor', 'zorgLead'],
  wijkteam: ['localTeam'],
  ervaringsdeskundige: ['clientCouncil'],
}

/** Who sits at the table now; a later row of the same person counts instead. */
export function delegatesOf({ of }: Pick<Tafel, 'of'>): Seated[] {
  const last = new Map((of.delegates ?? []).map((row) => [row.delegate, row]))
  return [...last.values()]
    .filter((row) => row.on)
    .map(({ seat, delegate, standIn }) => ({ seat, delegate, standIn }))
    .sort((a, b) => tafelSeats.indexOf(a.seat) - tafelSeats.indexOf(b.seat))
}

/** Seats that the covenant wants taken before anybody is invited, and that nobody has. */
const emptySeats = (delegates: readonly Seated[], { tafel }: Pick<RuleSet, 'tafel'>) =>
  tafel.composition.filter((seat) => !delegates.some((one) => one.seat === seat))

const found = ({ members = [] }: Context, id: string | null): Colleague | undefined =>
  members.find((one) => one.id === id)

type Hearing = NonNullable<Effect['hears']>[number]

/** The organisations of delegates and stand-ins, by role: they hear what changes of their tafel. */
export function invitedTo(tafel: Tafel, context: Context): Hearing[] {
  const people = delegatesOf(tafel).flatMap(({ delegate, standIn }) => [
    found(context, delegate),
    found(context, standIn),
  ])
  const heard = new Map<string, Hearing>()
  for (const one of people)
    if (one)
      heard.set(`${one.role} ${one.organisationId}`, { role: one.role, organisationId: one.organisationId })
  return [...heard.values()]
}

function unfit({ seat, delegate, standIn }: Seated, context: Context): Refusal | null {
  const one = found(context, delegate)
  if (!one || !rolesOfSeat[seat].includes(one.role)) return { reason: 'notForThisSeat', field: 'delegate' }
  if (!standIn) return null
  const other = found(context, standIn)
  if (standIn === delegate) return { reason: 'standsInForOneself', field: 'standIn' }
  return other?.organisationId === one.organisationId && rolesOfSeat[seat].includes(other.role)
    ? null
    : { reason: 'standInElsewhere', field: 'standIn' }
}

/** Somebody comes to sit at the table for a party, or gets another stand-in. */
export const nameDelegate = tafelStep('nameDelegate', {
  input: { seat: code('seat', tafelSeats), delegate: ref('delegate'), standIn: optional(ref('delegate')) },
  check: (_tafel, input, context) => unfit(input, context),
  apply: (_tafel, input) => ({
    append: { delegates: [{ ...input, on: true }] },
    tells: { seat: input.seat },
  }),
})

/** Somebody sits at the table no longer. */
export const dropDelegate = tafelStep('dropDelegate', {
  input: { delegate: ref('seated') },
  blockedBy: [(tafel) => (delegatesOf(tafel).length ? null : { reason: 'nobodySeated' })],
  check: (tafel, { delegate }) =>
    delegatesOf(tafel).some((one) => one.delegate === delegate)
      ? null
      : { reason: 'notSeated', field: 'delegate' },
  apply: (tafel, { delegate }) => {
    const seat = delegatesOf(tafel).find((one) => one.delegate === delegate)?.seat ?? 'gemeente'
    return { append: { delegates: [{ seat, delegate, standIn: null, on: false }] }, tells: { seat } }
  },
})

/** Delegates and stand-ins hear when and where they are expected; again, when it is done again. */
export const inviteDelegates = tafelStep('inviteDelegates', {
  input: {},
  blockedBy: [
    (tafel, { rules }) => {
      const count = emptySeats(delegatesOf(tafel), rules).length
      return count ? { reason: 'seatsEmpty', values: { count } } : null
    },
  ],
  apply: (tafel, _input, context) => ({
    write: { invitation: { invitedOn: context.today } },
    hears: invitedTo(tafel, context),
    tells: { on: tafel.of.session?.on ?? '' },
  }),
})
