// A home in which everything goes wrong, told by the steps of its people: a word of its own in each thing that was written.
import type { Actor } from '@/domain/case/actor'
import { type StepName, steps } from '@/domain/case/steps'
import {
  admit,
  type Cast,
  castOf,
  enter,
  moveIn,
  propose,
  register,
  remindAndHelp,
} from '../support/main-job'
import { type Region, TODAY, take } from '../support/region'

const IN_A_WEEK = '2026-11-30'
const IN_MONTHS = '2027-05-03'

const said = <K extends string>(...what: K[]) =>
  Object.fromEntries(what.map((one) => [one, `kanarie${one}`])) as Record<K, string>

/** Of care: none of it is for a landlord. */
export const care = said(
  'Treatment',
  'Signs',
  'Relative',
  'Earlier',
  'Threat',
  'Visit',
  'CareSignal',
  'CareAnswer',
  'CareAgreed',
  'Support',
  'Place',
  'Return',
  'AwayNote',
  'Longer',
  'PlanGoal',
  'PlanSign',
  'KeptWhy',
)
/** Of the tenancy: written by the landlord, or for it. */
export const tenancy = said(
  'Nuisance',
  'HomeSignal',
  'HomeAnswer',
  'Warning',
  'Yellow',
  'Prevention',
  'Objection',
  'ObjectionAnswer',
  'Tried',
  'Agreed',
  'ArrearsAnswer',
)

type Line = readonly [who: Actor, step: StepName, input?: Readonly<Record<string, unknown>>]

/** Takes each of these; what a form leaves open is said to be open. */
async function tell(id: string, lines: readonly Line[]) {
  for (const [who, step, input = {}] of lines) {
    const open = Object.fromEntries(Object.keys(steps[step].input).map((field) => [field, null]))
    await take(who, step, id, { ...open, ...input })
  }
}

/** What the mentor knows before there is a home. */
const known = ({ mentor }: Cast): readonly Line[] => [
  [mentor, 'describeHealth', { treatment: care.Treatment }],
  [
    mentor,
    'describeRelapse',
    { signs: care.Signs, helps: 'Rust', whoToCall: 'Dienst', when: 'Na drie dagen' },
  ],
  [mentor, 'addNetwork', { name: care.Relative, relation: 'tante' }],
  [mentor, 'addHousingHistory', { landlord: 'Eerder', ended: 'opgezegd', note: care.Earlier }],
  [mentor, 'describeSafety', { threat: 'bedreiging', secrecy: 'beschermd', note: care.Threat }],
]

const signals = ({ mentor, officer }: Cast): readonly Line[] => [
  [mentor, 'recordVisit', { visitedOn: TODAY, form: 'thuis', level: 'rood', note: care.Visit }],
  [mentor, 'raiseCareSignal', { about: 'vermijding', urgency: 'acuut', text: care.CareSignal }],
  [mentor, 'answerSignal', { ended: 'acted', answer: care.CareAnswer, agreed: care.CareAgreed }],
  [officer, 'raiseSignal', { about: 'overlast', urgency: 'gewoon', text: tenancy.Nuisance }],
  [mentor, 'answerSignal', { ended: 'acted', answer: tenancy.HomeAnswer }],
  [mentor, 'raiseSignal', { about: 'woning', urgency: 'gewoon', text: tenancy.HomeSignal }],
]

const cards = ({ mentor, officer, regisseur }: Cast): readonly Line[] => [
  [officer, 'giveCard', { card: 'warning', cardText: tenancy.Warning, cardUntil: IN_MONTHS }],
  [
    officer,
    'giveCard',
    { card: 'yellow', cardText: tenancy.Yellow, cardUntil: IN_MONTHS, prevention: tenancy.Prevention },
  ],
  [mentor, 'objectToCard', { cardText: tenancy.Objection }],
  [officer, 'answerObjection', { card: 'stays', cardText: tenancy.ObjectionAnswer }],
  [mentor, 'keepSupport', { keptWhy: care.KeptWhy }],
  [regisseur, 'escalate', { rung: 'gesprek', tried: tenancy.Tried, agreements: tenancy.Agreed }],
]

const helped = ({ mentor, officer, regisseur }: Cast): readonly Line[] => [
  [officer, 'reportArrears', { amount: 61_357, months: 1 }],
  [regisseur, 'recordDebtHelp', { debtHelp: 'accepted', helpedOn: TODAY }],
  [mentor, 'answerArrears', { answer: tenancy.ArrearsAnswer }],
  [
    mentor,
    'scaleSupport',
    {
      level: 'intensief',
      from: TODAY,
      reason: care.Support,
      reviewOn: IN_A_WEEK,
    },
  ],
]

/** A new version of the plan, and days elsewhere that last longer than was thought. */
const elsewhere = ({ mentor }: Cast): readonly Line[] => [
  [
    mentor,
    'revisePlan',
    {
      planDomains: ['finances'],
      planGoals: care.PlanGoal,
      planSteps: 'Samen de post',
      planParties: ['client'],
      hoursPerWeek: 3,
      reachable: 'avonden',
      planSigns: care.PlanSign,
      planReviewOn: IN_MONTHS,
    },
  ],
  [
    mentor,
    'startTimeOut',
    {
      awaySince: TODAY,
      timeOutPlace: care.Place,
      returnBy: IN_A_WEEK,
      returnPlan: care.Return,
      rentKept: 'geregeld',
      petsKept: 'nietNodig',
      mailKept: 'nogNiet',
      keysKept: 'geregeld',
      energyKept: 'geregeld',
      note: care.AwayNote,
    },
  ],
  [mentor, 'extendTimeOut', { returnBy: '2026-12-07', note: care.Longer }],
]

/** While somebody is elsewhere: they are home again. */
export const homeAgain = ({ mentor }: Cast, id: string) =>
  tell(id, [[mentor, 'endTimeOut', { timeOutEvent: 'backHome', backOn: TODAY }]])

/** Tells the home from the first word to the last. */
export async function tellHome(r: Region) {
  const cast = await castOf(r)
  const id = await register(r, cast)
  await tell(id, known(cast))
  await admit(r, cast, id)
  const dwelling = await enter(r, cast)
  const offer = await propose(cast, dwelling, id)
  await moveIn(cast, id, offer)
  await tell(id, [...signals(cast), ...cards(cast)])
  await remindAndHelp(cast, id)
  await tell(id, [...helped(cast), ...elsewhere(cast)])
  return { cast, id, offer, dwelling }
}
