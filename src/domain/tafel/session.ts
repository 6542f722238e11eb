// The uitstroomtafel: the partners' decision meeting, with its own small process.
import { tafelSeats } from '../covenant/tafel-rules'
import type { Context } from '../kernel/context'
import { addWorkingDays } from '../kernel/days'
import { code, codes, count, day, flag, longText, optional, ref, refs, text, time } from '../kernel/field'
import type { ProcessDefinition, Readers } from '../kernel/grants'
import { type Refusal, type Row, stepsOf } from '../kernel/step'
import { compartment, type Loaded, rows } from '../kernel/subject'
import { agendaIn, type Item } from './agenda'
import { belowQuorum, missingSeats, presentIn } from './quorum'

export const tafelStages = ['new', 'planned', 'inSession', 'adopted', 'closed', 'cancelled'] as const
/** From when the decisions of a tafel stand, and there are minutes. */
export const decidedStages: readonly string[] = ['adopted', 'closed']

export const tafelCompartments = {
  session: compartment({
    on: day(),
    at: time(),
    place: text(160),
    videoLink: optional(text(200)),
    minutes: optional(count(15, 600)),
    note: optional(longText(1000)),
  }),
  /** The cases on the agenda; a later row of the same case says whether it is still on it, and how long it may take. */
  items: rows({ case: ref('case'), number: text(40), on: flag(), minutes: optional(count(5, 120)) }),
  agendaOrder: compartment({ cases: refs('case') }),
  /** Who sits at the table for a party, and who stands in; a later row of the same person counts instead. */
  delegates: rows({
    seat: code('seat', tafelSeats),
    delegate: ref('delegate'),
    standIn: optional(ref('delegate')),
    on: flag(),
  }),
  invitation: compartment({ invitedOn: day() }),
  attendance: compartment({ seats: codes('seat', tafelSeats), present: longText(1000) }),
  /** Who came to the table and who left it; the last word about each counts. */
  presence: rows({
    seat: code('seat', tafelSeats),
    delegate: optional(ref('delegate')),
    here: flag(),
    at: time(),
  }),
  /** The one case that the table talks about now. */
  inHand: compartment({ item: ref('case'), since: time() }),
  adoption: compartment({
    chairBy: optional(text(40)),
    chairOn: optional(day()),
    secretaryBy: optional(text(40)),
    secretaryOn: optional(day()),
  }),
  /** All is done that followed from it, or somebody says what is not. */
  closure: compartment({ lettersSent: flag(), remaining: optional(longText(1000)), closedOn: day() }),
}

const regie = { coordinator: 'any', chair: 'any', secretary: 'any' } as const
const agreed = { chair: 'any', secretary: 'any' } as const
const adding = { ...regie, regisseur: 'any' } as const

// biome-ignore format: a row of the table is a line
export const tafelRows = {
  planTafel: { by: regie, from: ['new'], to: 'planned', writes: ['session', 'delegates'], opens: ['holdTafel'] },
  planNext: { by: regie, causedBy: ['planTafel'], from: ['new'], to: 'planned', writes: ['session', 'delegates'], opens: ['holdTafel'] },
  changeTafel: { by: regie, from: ['planned'], writes: ['session'], closes: ['holdTafel'], opens: ['holdTafel'] },
  cancelTafel: { by: regie, from: ['planned'], to: 'cancelled', grave: true },
  addItem: { by: adding, causedBy: ['putOnTafel'], from: ['planned'], writes: ['items'] },
  dropItem: { by: adding, causedBy: ['takeOffTafel'], from: ['planned'], writes: ['items'] },
  nameDelegate: { by: regie, from: ['planned', 'inSession'], writes: ['delegates'] },
  dropDelegate: { by: regie, from: ['planned'], writes: ['delegates'] },
  inviteDelegates: { by: regie, from: ['planned'], writes: ['invitation'] },
  arrangeItem: { by: regie, from: ['planned', 'inSession'], writes: ['items', 'agendaOrder'] },
  openTafel: { by: agreed, from: ['planned'], to: 'inSession', writes: ['attendance', 'presence'], opens: ['adoptAsChair', 'adoptAsSecretary'] },
  takeUpItem: { by: agreed, from: ['inSession'], writes: ['inHand'] },
  arrive: { by: agreed, from: ['inSession'], writes: ['presence'] },
  leave: { by: agreed, from: ['inSession'], writes: ['presence'] },
  adoptList: { by: agreed, from: ['inSession'], to: ['inSession', 'adopted'], writes: ['adoption'], opens: ['closeTafel'], grave: true },
  reopenList: { by: agreed, from: ['inSession'], writes: ['adoption'], opens: ['adoptAsChair', 'adoptAsSecretary'] },
  closeTafel: { by: agreed, from: ['adopted'], to: 'closed', writes: ['closure'], closes: ['closeTafel'], grave: true },
} as const satisfies Record<string, Row>

const during = tafelStages.slice(1)
const all = { as: 'any', during } as const
const table: Readers = { coordinator: all, chair: all, secretary: all }
const people: Readers = { ...table, regisseur: all, gemeenteLead: all }
const partners: Readers = {
  ...people,
  mentor: all,
  zorgLead: all,
  officer: all,
  corporatieLead: all,
  localTeam: all,
  clientCouncil: all,
}

export const tafelProcess = {
  kind: 'tafel',
  stages: tafelStages,
  compartments: tafelCompartments,
  readers: {
    spine: partners,
    session: partners,
    items: people,
    agendaOrder: people,
    delegates: partners,
    invitation: partners,
    attendance: people,
    presence: people,
    inHand: table,
    adoption: people,
    closure: people,
  },
  rows: tafelRows,
} as const satisfies ProcessDefinition

export type Tafel = Loaded<typeof tafelCompartments>
export const tafelStep = stepsOf('tafel', tafelCompartments, tafelRows)

/** The cases on the agenda now, in their order. */
export const agendaOf = (tafel: Tafel): Item[] =>
  agendaIn(tafel.of.items ?? [], tafel.of.agendaOrder?.cases ?? [])

const item = { case: ref('case'), number: text(40) }
export const addItem = tafelStep('addItem', {
  input: item,
  apply: (_tafel, i) => ({
    append: { items: [{ ...i, on: true, minutes: null }] },
    tells: { number: i.number },
  }),
})
export const dropItem = tafelStep('dropItem', {
  input: item,
  apply: (_tafel, i) => ({
    append: { items: [{ ...i, on: false, minutes: null }] },
    tells: { number: i.number },
  }),
})

/** Two people adopt the list: the chair and the secretary, never the same person (the database holds this too). */
function adoptedTwice(tafel: Tafel, { actor }: Context): Refusal | null {
  const { chairBy, secretaryBy } = tafel.of.adoption ?? { chairBy: null, secretaryBy: null }
  if (actor.role === 'chair' ? chairBy : secretaryBy)
    return { reason: 'alreadyAdopted', values: { role: actor.role } }
  return (actor.role === 'chair' ? secretaryBy : chairBy) === actor.accountId
    ? { reason: 'secondPersonNeeded' }
    : null
}

const withoutQuorum = ({ of }: Tafel, { rules }: Context) =>
  belowQuorum(missingSeats(of.presence ?? [], rules))

/** The parties that are at the table now. */
const seatsHere = ({ of }: Tafel) => [...new Set(presentIn(of.presence ?? []).map(({ seat }) => seat))]

const onEvery = (tafel: Tafel, step: string, input = {}) =>
  agendaOf(tafel).map((i) => ({ step, subjectId: i.case, input }))

/** The first adoption fixes every decision on the list; the second carries them out. */
export const adoptList = tafelStep('adoptList', {
  input: {},
  blockedBy: [adoptedTwice, withoutQuorum],
  apply: (tafel, _input, { actor, today, rules }) => {
    const chair = actor.role === 'chair'
    const both = !!(chair ? tafel.of.adoption?.secretaryBy : tafel.of.adoption?.chairBy)
    return {
      write: {
        adoption: chair
          ? { chairBy: actor.accountId, chairOn: today }
          : { secretaryBy: actor.accountId, secretaryOn: today },
      },
      closes: [chair ? 'adoptAsChair' : 'adoptAsSecretary'],
      to: both ? 'adopted' : 'inSession',
      opens: both ? ['closeTafel'] : [],
      due: { closeTafel: addWorkingDays(today, rules.tafel.closeWithin) },
      causes: both
        ? onEvery(tafel, 'carryOutDecision', { deciders: seatsHere(tafel) })
        : onEvery(tafel, 'fixDecision'),
    }
  },
})

/** Something on the list must change: whoever adopted it does so again, after every case on it is decided again. */
export const reopenList = tafelStep('reopenList', {
  input: {},
  blockedBy: [
    ({ of }) => (of.adoption?.chairBy || of.adoption?.secretaryBy ? null : { reason: 'nothingAdopted' }),
  ],
  apply: (tafel) => ({
    write: { adoption: { chairBy: null, chairOn: null, secretaryBy: null, secretaryOn: null } },
    opens: [tafel.of.adoption?.chairBy ? 'adoptAsChair' : 'adoptAsSecretary'],
    causes: onEvery(tafel, 'freeDecision'),
  }),
})
