// What each outcome of the uitstroomtafel asks for besides its two texts: the form asks no more, and nothing less counts.
import type { Case } from '../case/case'
import type { outcomes } from '../case/compartments'
import { lastAdopted } from '../case/decisions'
import type { AskedWith } from '../kernel/asked-with'
import type { Refusal } from '../kernel/step'

export type Outcome = (typeof outcomes)[number]

/** Outcomes by which somebody looks for a home. */
export const admits = [
  'admitted',
  'admittedOnConditions',
  'emergency',
  'exception',
] as const satisfies Outcome[]
/** Outcomes after which the tafel, or those above it, still has to say something. */
const waits = ['adjourned', 'escalated'] as const satisfies Outcome[]

/** What must be said with some outcome: of which outcomes, and what is answered where it lacks. */
const needed = {
  municipality: { with: admits, reason: 'admittedNeedsMunicipality' },
  priority: { with: ['admitted', 'admittedOnConditions', 'exception'], reason: 'admittedNeedsPriority' },
  contractForm: { with: admits, reason: 'admittedNeedsContract' },
  condition: { with: ['admittedOnConditions'], reason: 'conditionsMissing' },
  conditionBy: { with: ['admittedOnConditions'], reason: 'conditionNeedsOwner' },
  conditionOn: { with: ['admittedOnConditions'], reason: 'conditionNeedsDay' },
  ground: { with: ['refused'], reason: 'refusedNeedsGround' },
  until: { with: [...waits, 'emergency'], reason: 'adjournedNeedsDay' },
  followUpBy: { with: ['adjourned'], reason: 'adjournedNeedsOwner' },
  housingForm: { with: ['otherForm'], reason: 'otherFormNeedsForm' },
  toRegion: { with: ['otherRegion'], reason: 'otherRegionNeedsRegion' },
  reviewOn: { with: ['backToProvider'], reason: 'backNeedsReview' },
  rule: { with: ['exception'], reason: 'exceptionNeedsRule' },
  deviation: { with: ['exception'], reason: 'exceptionNeedsReason' },
  exceptionUntil: { with: ['exception'], reason: 'exceptionNeedsEnd' },
} as const satisfies Record<string, { readonly with: readonly Outcome[]; readonly reason: string }>

/** What is asked with which outcomes. How long an admission counts may be left open. */
export const askedWith: AskedWith = {
  field: 'outcome',
  of: {
    ...Object.fromEntries(Object.entries(needed).map(([field, one]) => [field, one.with])),
    validUntil: admits,
  },
  open: ['validUntil'],
}

/** What of a form is not asked with this outcome. */
const unaskedWith = (outcome: string): string[] =>
  Object.entries(askedWith.of).flatMap(([field, outcomes]) => (outcomes.includes(outcome) ? [] : [field]))

/** What a correction does not ask: a question that the outcome of the decision never asked. */
export const unaskedIn = (kase: Case): readonly string[] => unaskedWith(lastAdopted(kase)?.outcome ?? '')

/** The day that the decision gives, where it passed before both had adopted it: nobody can do anything by it any more. */
export const dayPassed = (until: string | null | undefined, today: string): string | null =>
  until && until < today ? until : null

type Answers = { readonly outcome: Outcome } & Readonly<Record<string, unknown>>

/** What the outcome demands and was not said, or a day on which it says nothing any more; the first of these at its field. */
export function lacking(input: Answers, today: string): Refusal | null {
  for (const [field, { with: outcomes, reason }] of Object.entries(needed)) {
    if (!(outcomes as readonly Outcome[]).includes(input.outcome)) continue
    if (!input[field]) return { reason, field }
    if (field === 'until' && String(input.until) <= today) return { reason: 'adjournedDayPast', field }
  }
  if (input.dissentBy && !input.dissent) return { reason: 'dissentNeedsWhy', field: 'dissent' }
  return input.dissent && !input.dissentBy ? { reason: 'dissentNeedsParty', field: 'dissentBy' } : null
}
