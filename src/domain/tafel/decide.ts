import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { tasksToBegin } from '../case/conditions'
import { nextVersion } from '../case/decisions'
import { dueToFind } from '../case/readiness'
import { tafelSeats } from '../covenant/tafel-rules'
import type { Context } from '../kernel/context'
import { codes, day, optional, type Values } from '../kernel/field'
import type { Effect, Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { askedWith, dayPassed, lacking } from './demands'
import { undecidable } from './quorum'

const { adoptedOn: _, fixedOn: __, clientText, ...decisionFields } = c.decision.fields
const { motivation, dissentBy, dissent, rule, deviation } = c.tafelNotes.fields
const { condition, conditionBy } = c.conditions.fields
const decisionInput = {
  ...decisionFields,
  validUntil: optional(day('future')),
  reviewOn: optional(day('future')),
  condition: optional(condition),
  conditionBy,
  conditionOn: optional(day('future')),
  rule,
  deviation,
  exceptionUntil: optional(day('future')),
  clientText,
  motivation,
  dissentBy,
  dissent,
}
type DecisionInput = Values<typeof decisionInput>

export const onTafel = (kase: Case): Refusal | null =>
  kase.of.agenda?.tafel ? null : { reason: 'notOnTafel' }

/** A tafel decides on the day it meets, not before. */
const tafelDay = (kase: Case, { today }: Context): Refusal | null => {
  const on = kase.of.agenda?.tafelOn
  return on && on > today ? { reason: 'tafelNotHeldYet', values: { on } } : null
}

/** Two people adopt one and the same list: what the first of them adopted is not changed under the second. */
export const notFixed = (kase: Case): Refusal | null =>
  kase.of.decision?.fixedOn ? { reason: 'decisionFixed' } : null

/** The answers of the form as the compartments hold them: what was decided, why, and the first condition. */
function written(kase: Case, input: DecisionInput) {
  const { condition, conditionBy, conditionOn, ...said } = input
  const { motivation, dissentBy, dissent, rule, deviation, exceptionUntil, ...decision } = said
  return {
    write: {
      decision: {
        ...decision,
        ...(decision.outcome === 'emergency' && { priority: 'spoed' as const }),
        fixedOn: null,
        adoptedOn: null,
      },
      tafelNotes: { motivation, dissentBy, dissent, rule, deviation, exceptionUntil },
    },
    append: {
      conditions: condition
        ? [{ version: nextVersion(kase), begins: true, condition, conditionBy, conditionOn }]
        : [],
    },
  }
}

/** A covenant deviates only from a rule that it has. */
const openOutcomes = (criteria: readonly string[]) =>
  c.decision.fields.outcome.codes.filter((outcome) => outcome !== 'exception' || criteria.length > 0)

/** The chair records what the table decided. It counts only when chair and secretary have both adopted the list. */
export const proposeDecision = caseStep('proposeDecision', {
  input: decisionInput,
  askedWith,
  choices: ({ rules }) => ({
    outcome: openOutcomes(rules.criteria),
    contractForm: rules.contractForms,
    rule: rules.criteria,
  }),
  blockedBy: [onTafel, tafelDay, notFixed],
  check: (_kase, input, { missingSeats, today }) => undecidable(missingSeats) ?? lacking(input, today),
  apply: (kase, input) => written(kase, input),
})

const decided = (kase: Case): Refusal | null =>
  kase.of.decision && !waitsOn(kase, 'decide')
    ? null
    : { reason: 'itemWithoutDecision', values: { number: kase.spine.number } }

const stillAhead = ({ of, spine }: Case, { today }: Context): Refusal | null => {
  const on = dayPassed(of.decision?.until, today)
  return on ? { reason: 'decidedDayPast', values: { number: spine.number, on } } : null
}

/** One of the two adopted the list with this decision on it. */
export const fixDecision = caseStep('fixDecision', {
  input: {},
  blockedBy: [decided, stillAhead],
  apply: (_kase, _input, { today }) => ({ write: { decision: { fixedOn: today } } }),
})

/** The list was reopened: the chair says anew what the table decided. */
export const freeDecision = caseStep('freeDecision', {
  input: {},
  apply: (_kase, _input, { today }) => ({ write: { decision: { fixedOn: null } }, due: { decide: today } }),
})

/** Where each outcome leads, and whose turn it makes it. */
function consequence(kase: Case, context: Context): Effect {
  const [{ today }, { decision }] = [context, kase.of]
  switch (decision?.outcome) {
    case 'admitted':
    case 'admittedOnConditions':
    case 'exception': {
      const asked = tasksToBegin(kase, decision.outcome)
      const due = { ...dueToFind(kase, context), ...asked.due }
      return { to: 'matching', opens: ['findDwelling', ...asked.opens], due }
    }
    case 'emergency': {
      const urgent = { ...kase, of: { ...kase.of, spoed: spoedOf(decision.until, today) } }
      return { to: 'matching', opens: ['findDwelling'], due: dueToFind(urgent, context) }
    }
    case 'adjourned': {
      const due = { putOnTafel: decision.until ?? today, supplyMore: decision.until ?? today }
      return decision.followUpBy === 'provider'
        ? { to: 'tafel', opens: ['supplyMore', 'putOnTafel'], paused: ['putOnTafel'], due }
        : { to: 'tafel', opens: ['putOnTafel'], due }
    }
    case 'backToProvider':
      return { to: 'intake', opens: ['supplyMore'], due: { supplyMore: decision.reviewOn ?? today } }
    case 'escalated':
      return { to: 'tafel', opens: ['answerEscalation'], due: { answerEscalation: decision.until ?? today } }
    default:
      return { to: 'closed', opens: [] }
  }
}

/** Until when the short terms of an emergency count. */
const spoedOf = (until: string | null | undefined, today: string) => ({ since: today, until: until ?? today })

/** Why a case ends by a decision. */
const ends = {
  refused: 'afgewezen',
  otherForm: 'andereWoonvorm',
  otherRegion: 'andereRegio',
  withdrawn: 'ingetrokken',
} as const

/** The decision as it is kept for good, with who decided and since when the client was known to be ready. */
function kept({ of, ...kase }: Case, deciders: (typeof tafelSeats)[number][], today: string) {
  const { decision, tafelNotes, agenda, readiness } = of
  if (!decision || !tafelNotes || !agenda?.tafel) throw new Error('Nothing was decided')
  const { fixedOn: _, ...said } = decision
  const known = { version: nextVersion({ ...kase, of }), tafel: agenda.tafel, adoptedOn: today }
  return {
    decisions: [{ ...said, ...known, replaces: null, deciders }],
    decisionNotes: [
      {
        ...tafelNotes,
        ...known,
        readyThen: readiness?.readySince ?? null,
        corrects: null,
        proposedBy: null,
        confirmedBy: null,
      },
    ],
  }
}

/** What happens to one case when the list is adopted by both; `deciders` are the parties that sat at the table. */
export const carryOutDecision = caseStep('carryOutDecision', {
  input: { deciders: codes('seat', tafelSeats) },
  blockedBy: [decided, stillAhead],
  apply: (kase, { deciders }, context) => {
    const { today } = context
    const effect = consequence(kase, context)
    const { outcome = 'refused', until } = kase.of.decision ?? {}
    const reason = ends[outcome as keyof typeof ends]
    return {
      ...effect,
      write: {
        decision: { fixedOn: null, adoptedOn: today },
        agenda: { tafel: null, tafelOn: null },
        ...(outcome === 'emergency' && { spoed: spoedOf(until, today) }),
        ...(reason && { closing: { reason, on: today } }),
      },
      append: kept(kase, deciders, today),
      tells: { outcome },
    }
  },
})

/** What the bestuurlijk overleg said about a case on which the table did not agree: a next tafel decides with it. */
export const answerEscalation = caseStep('answerEscalation', {
  input: c.boardAnswers.fields,
  blockedBy: [(kase) => (waitsOn(kase, 'answerEscalation') ? null : { reason: 'nothingEscalated' })],
  apply: (_kase, input) => ({ append: { boardAnswers: [input] } }),
})
