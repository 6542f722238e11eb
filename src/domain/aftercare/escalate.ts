// The ladder of escalation: across the organisations, rung by rung, with what was tried and what prevents homelessness.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { wellSaid } from '../case/functional-words'
import { type Rung, rungs } from '../covenant/escalation'
import type { Context } from '../kernel/context'
import { addWorkingDays } from '../kernel/days'
import { code, flag, longText, optional } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { onWaakvlam } from './away'
import { holds, objecting, placeOf, rungAfter, rungOf } from './ladder-course'

const holding = { mentor: 'holdAsProvider', officer: 'holdAsLandlord', regisseur: 'holdAsGemeente' } as const
const weighing = {
  mentor: 'weighRungAsProvider',
  officer: 'weighRungAsLandlord',
  regisseur: 'weighRungAsGemeente',
} as const

const { agreements, prevention } = c.escalations.fields

type Climb = { readonly rung: Rung; readonly prevention: string | null }

/** The term of the rung on which the home stands has passed, and somebody weighs what comes next. */
const isWeighed = (kase: Case) => Object.values(weighing).some((task) => waitsOn(kase, task))

/** Up one rung at a time; the same one once more only after its term; a card comes before the rung that rests on it, and a look at homelessness before each harsh one. */
function mayClimb(
  kase: Case,
  { rung, prevention: looked }: Climb,
  { rules, today }: Context,
): Refusal | null {
  const [from, to] = [placeOf(rules, rungOf(kase)?.rung), placeOf(rules, rung)]
  if (to > from + 1) return { reason: 'rungSkipped', field: 'rung' }
  if (to === from && !isWeighed(kase)) return { reason: 'sameRung', field: 'rung' }
  if (to < from) return null
  if (rules.escalation[to]?.prevention && !looked) return { reason: 'preventionFirst', field: 'prevention' }
  if (rules.switchedOff.includes('giveCard')) return null
  if (rung === 'geleKaart' && !holds(kase, today, 'yellow', 'red'))
    return { reason: 'cardFirst', field: 'rung' }
  if (rung !== 'procedure') return null
  return holds(kase, today, 'red') ? objecting(kase) : { reason: 'redCardFirst', field: 'rung' }
}

/** A rung, with what was tried before and what is agreed now. Every party at the table of this home can set it. */
export const escalate = caseStep('escalate', {
  input: {
    rung: code('escalationRung', rungs),
    tried: longText(1000),
    agreements,
    prevention,
    functional: optional(flag()),
  },
  choices: ({ rules }) => ({ rung: rules.escalation.map(({ rung }) => rung) }),
  blockedBy: [onWaakvlam],
  check: (kase, input, context) =>
    mayClimb(kase, input, context) ??
    (['tried', 'agreements', 'prevention'] as const)
      .map((field) => wellSaid(field, input[field], input.functional))
      .find((refusal) => refusal !== null) ??
    null,
  apply: (_kase, { functional: _, ...row }, { today, rules }) => {
    const agreed = rules.escalation[placeOf(rules, row.rung)] as (typeof rules.escalation)[number]
    const until = addWorkingDays(today, agreed.workingDays)
    const task = holding[agreed.holder]
    return {
      append: { escalations: [{ ...row, until }] },
      opens: [task],
      due: { [task]: until },
      tells: { rung: row.rung },
    }
  },
})

/**
 * The term of a rung has passed, and it did not help. The home stays on its rung and nothing harsher happens: whoever holds the
 * next rung is asked whether it is needed, and all three hear of it. docs/decisions/0037 and 0048.
 */
export const rungPassed = caseStep('rungPassed', {
  input: { rung: code('escalationRung', rungs) },
  check: (kase, { rung }, { rules }) =>
    Object.values(holding).some((task) => waitsOn(kase, task)) && placeOf(rules, rung) >= 0
      ? null
      : { reason: 'nothingToWithdraw' },
  apply: (_kase, { rung }, { rules }) => {
    const next = rungAfter(rules, rung)
    if (!next) throw new Error('A ladder without rungs')
    return { opens: [weighing[next.holder]], tells: { rung } }
  },
})

/** It is quiet again: the home stands on no rung. */
export const endEscalation = caseStep('endEscalation', {
  input: { agreements },
  blockedBy: [(kase) => (rungOf(kase) ? null : { reason: 'notEscalated' })],
  apply: (_kase, row) => ({
    append: { escalations: [{ rung: 'voorbij', ...row, tried: null, prevention: null, until: null }] },
  }),
})
