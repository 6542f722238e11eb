import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { dueToFind } from '../case/readiness'
import type { Context } from '../kernel/context'
import { longText, type Values } from '../kernel/field'
import type { Effect, Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { undecidable } from './quorum'

const { adoptedOn: _, fixedOn: __, ...decisionFields } = c.decision.fields
const decisionInput = { ...decisionFields, motivation: longText() }
type DecisionInput = Values<typeof decisionInput>

const onTafel = (kase: Case): Refusal | null => (kase.of.agenda?.tafel ? null : { reason: 'notOnTafel' })

/** A tafel decides on the day it meets, not before. */
const tafelDay = (kase: Case, { today }: Context): Refusal | null => {
  const on = kase.of.agenda?.tafelOn
  return on && on > today ? { reason: 'tafelNotHeldYet', values: { on } } : null
}

/** Two people adopt one and the same list: what the first of them adopted is not changed under the second. */
const notFixed = (kase: Case): Refusal | null =>
  kase.of.decision?.fixedOn ? { reason: 'decisionFixed' } : null

/** What each outcome demands; the first that lacks is named at its field. */
function lacking(i: DecisionInput, { today }: Context): Refusal | null {
  if (i.outcome === 'admitted' || i.outcome === 'admittedOnConditions') {
    if (!i.municipality) return { reason: 'admittedNeedsMunicipality', field: 'municipality' }
    if (!i.priority) return { reason: 'admittedNeedsPriority', field: 'priority' }
    if (!i.contractForm) return { reason: 'admittedNeedsContract', field: 'contractForm' }
    if (i.outcome === 'admittedOnConditions' && !i.conditions)
      return { reason: 'conditionsMissing', field: 'conditions' }
  }
  if (i.outcome === 'adjourned') {
    if (!i.until) return { reason: 'adjournedNeedsDay', field: 'until' }
    if (i.until <= today) return { reason: 'adjournedDayPast', field: 'until' }
    if (!i.followUpBy) return { reason: 'adjournedNeedsOwner', field: 'followUpBy' }
  }
  return i.outcome === 'refused' && !i.ground ? { reason: 'refusedNeedsGround', field: 'ground' } : null
}

/** The chair records what the table decided. It counts only when chair and secretary have both adopted the list. */
export const proposeDecision = caseStep('proposeDecision', {
  input: decisionInput,
  choices: ({ rules }) => ({ contractForm: rules.contractForms }),
  blockedBy: [onTafel, tafelDay, notFixed],
  check: (_kase, input, context) => undecidable(context.missingSeats) ?? lacking(input, context),
  apply: (_kase, { motivation, ...decision }) => ({
    write: { decision: { ...decision, fixedOn: null, adoptedOn: null }, tafelNotes: { motivation } },
  }),
})

const decided = (kase: Case): Refusal | null =>
  kase.of.decision && !waitsOn(kase, 'decide')
    ? null
    : { reason: 'itemWithoutDecision', values: { number: kase.spine.number } }

/** One of the two adopted the list with this decision on it. */
export const fixDecision = caseStep('fixDecision', {
  input: {},
  blockedBy: [decided],
  apply: (_kase, _input, { today }) => ({ write: { decision: { fixedOn: today } } }),
})

/** The list was reopened: the chair says anew what the table decided. */
export const freeDecision = caseStep('freeDecision', {
  input: {},
  apply: (_kase, _input, { today }) => ({ write: { decision: { fixedOn: null } }, due: { decide: today } }),
})

/** Where each outcome leads, and whose turn it makes it. */
function consequence(kase: Case, context: Context): Effect {
  const { today } = context
  const decision = kase.of.decision
  switch (decision?.outcome) {
    case 'admitted':
    case 'admittedOnConditions':
      return { to: 'matching', opens: ['findDwelling'], due: dueToFind(kase, context) }
    case 'adjourned': {
      const due = { putOnTafel: decision.until ?? today, supplyMore: decision.until ?? today }
      return decision.followUpBy === 'provider'
        ? { to: 'tafel', opens: ['supplyMore', 'putOnTafel'], paused: ['putOnTafel'], due }
        : { to: 'tafel', opens: ['putOnTafel'], due }
    }
    case 'backToProvider':
      return { to: 'intake', opens: ['supplyMore'] }
    default:
      return { to: 'closed', opens: [] }
  }
}

/** What happens to one case when the list is adopted by both. */
export const carryOutDecision = caseStep('carryOutDecision', {
  input: {},
  blockedBy: [decided],
  apply: (kase, _input, context) => {
    const { today } = context
    const effect = consequence(kase, context)
    return {
      ...effect,
      write: {
        decision: { fixedOn: null, adoptedOn: today },
        agenda: { tafel: null, tafelOn: null },
        ...(effect.to === 'closed' && { closing: { reason: 'afgewezen' as const, on: today } }),
      },
      tells: { outcome: kase.of.decision?.outcome ?? '' },
    }
  },
})
