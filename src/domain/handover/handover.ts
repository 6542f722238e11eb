// A case passes to another care provider or gemeente: the one proposes, the other accepts, and both hold it until then. No
// day is without somebody who is responsible, and nobody takes over a file without having met whose it is.
import { type Case, caseStep } from '../case/case'
import { compartments as c, handoverWhys } from '../case/compartments'
import { waysToConsent } from '../case/consent-table'
import { moveChecks } from '../case/moving-rows'
import { signAgain } from '../case/signing'
import type { Context } from '../kernel/context'
import { code, codes, day, longText, optional, ref } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { turnOf } from '../kernel/subject'
import { answerTo, type HandoverPart as Part, pendingIn, type Word } from './pending'
import { unprepared } from './prepare'

const kindOf = { provider: 'zorgaanbieder', gemeente: 'gemeente' } as const

const pending = (part: Part) => (kase: Case) =>
  pendingIn(kase, part) ? ({ reason: 'handoverPending' } as const) : null
const none = (part: Part) => (kase: Case) =>
  pendingIn(kase, part) ? null : ({ reason: 'nothingToWithdraw' } as const)

/** To a party of the covenant of the right kind, and not to oneself. */
function wrongTo(part: Part, to: string, { actor, kinds }: Context): Refusal | null {
  if (to === actor.organisationId) return { reason: 'alreadyTheirs', field: 'to' }
  return kinds?.[to] === kindOf[part] ? null : { reason: 'notAParty', field: 'to' }
}

const empty = {
  why: null,
  agreedOn: null,
  agreedHow: null,
  metOn: null,
  moveOn: null,
  fromOn: null,
  note: null,
}
const say = (part: Part, event: Word['event'], to: string, more: Partial<Word> = {}) => ({
  handover: [{ ...empty, part, event, to, ...more }],
})

const note = optional(longText(1000))
const why = code('handoverWhy', handoverWhys)

/** What was gone through together, before somebody takes over. */
const warm = {
  provider: ['kennismaking', 'afspraken', 'signalen', 'geldzaken'],
  gemeente: moveChecks,
} as const
const allOf = (part: Part, chosen: readonly string[]): Refusal | null =>
  warm[part].every((one) => chosen.includes(one)) ? null : { reason: 'handoverNotWarm', field: 'checks' }

/** The client agrees to the new reader first: without that the other organisation learns nothing (AVG art. 6(1)(a), 9(2)(a)). */
export const proposeHandover = caseStep('proposeHandover', {
  input: {
    to: ref('provider'),
    why,
    agreedOn: day('past'),
    agreedHow: code('wayToConsent', waysToConsent),
    note,
  },
  blockedBy: [pending('provider')],
  check: (_kase, { to }, context) => wrongTo('provider', to, context),
  apply: (_kase, { to, ...said }) => ({
    append: say('provider', 'proposed', to, said),
    relate: [{ part: 'nextProvider', relation: 'assigned', organisationId: to }],
  }),
})

/** From now on the case is theirs; the reading of whoever had it ends with this step. */
export const acceptHandover = caseStep('acceptHandover', {
  input: {
    metOn: day('past'),
    checks: codes('handoverCheck', warm.provider),
    // Not the names of the fields that they fill: there the name still stands of whoever had the case.
    nextMentorName: c.parties.fields.mentorName,
    nextMentorPhone: c.parties.fields.mentorPhone,
  },
  blockedBy: [none('provider')],
  check: (_kase, { checks }) => allOf('provider', checks),
  apply: (kase, { metOn, nextMentorName, nextMentorPhone }, { actor }) => ({
    // The name of the care provider stands on these two.
    opens: signAgain(kase, ['guidance', 'tripartite']),
    append: say('provider', 'accepted', actor.organisationId, { metOn }),
    write: {
      parties: {
        mentorName: nextMentorName,
        mentorPhone: nextMentorPhone,
        deputyName: null,
        deputyPhone: null,
      },
    },
    release: ['nextProvider', 'opener'],
    relate: [{ part: 'provider', relation: 'ours', organisationId: actor.organisationId }],
  }),
})

export const declineHandover = caseStep('declineHandover', {
  input: { note },
  blockedBy: [none('provider')],
  apply: (_kase, said, { actor }) => ({
    append: say('provider', 'declined', actor.organisationId, said),
    release: ['nextProvider'],
  }),
})

/** The provider, or the client through them, thinks better of it: what the other could read closes at once. */
export const stopHandover = caseStep('stopHandover', {
  input: { note },
  blockedBy: [none('provider')],
  apply: (kase, said) => ({
    append: say('provider', 'stopped', pendingIn(kase, 'provider')?.to ?? '', said),
    release: ['nextProvider'],
  }),
})

/**
 * The gemeente has a task of its own in the law: the client is told, and not asked. From `moveOn` on the other would be
 * responsible; whoever proposes stays so until the other confirms.
 */
export const proposeMove = caseStep('proposeMove', {
  input: { to: ref('gemeente'), why, agreedOn: day('past'), moveOn: day(), note },
  blockedBy: [pending('gemeente')],
  check: (_kase, { to }, context) => wrongTo('gemeente', to, context),
  apply: (_kase, { to, ...said }) => ({
    append: say('gemeente', 'proposed', to, said),
    relate: [{ part: 'nextGemeente', relation: 'assigned', organisationId: to }],
  }),
})

/** Every item was gone through by those who hand over. */
const prepared = (kase: Case): Refusal | null => {
  const left = unprepared(kase).length
  return left ? { reason: 'moveNotPrepared', values: { count: left } } : null
}

/** No day without a gemeente: whoever takes over is responsible from the agreed day at the latest, also where they confirm later. */
const withoutGap = (kase: Case, fromOn: string): Refusal | null => {
  const moveOn = pendingIn(kase, 'gemeente')?.moveOn
  return moveOn && fromOn > moveOn ? { reason: 'gapBetween', field: 'fromOn', values: { moveOn } } : null
}

/** The receiving gemeente confirms: what was gone through, and from which day on it is responsible. Only then it reads the case. */
export const acceptMove = caseStep('acceptMove', {
  input: { metOn: day('past'), fromOn: day('past'), checks: codes('handoverCheck', warm.gemeente) },
  blockedBy: [none('gemeente'), prepared],
  check: (kase, { checks, fromOn }) => allOf('gemeente', checks) ?? withoutGap(kase, fromOn),
  apply: (_kase, { metOn, fromOn }, { actor }) => ({
    append: say('gemeente', 'accepted', actor.organisationId, { metOn, fromOn }),
    release: ['nextGemeente'],
    relate: [{ part: 'gemeente', relation: 'ours', organisationId: actor.organisationId }],
  }),
})

export const declineMove = caseStep('declineMove', {
  input: { note },
  blockedBy: [none('gemeente')],
  apply: (_kase, said, { actor }) => ({
    append: say('gemeente', 'declined', actor.organisationId, said),
    release: ['nextGemeente'],
  }),
})

export const stopMove = caseStep('stopMove', {
  input: { note },
  blockedBy: [none('gemeente')],
  apply: (kase, said) => ({
    append: say('gemeente', 'stopped', pendingIn(kase, 'gemeente')?.to ?? '', said),
    release: ['nextGemeente'],
  }),
})

/** Nobody answered: the proposal is over, whoever had the case keeps it, and what the other could read closes. */
const lapse = (part: Part, next: 'nextProvider' | 'nextGemeente') => ({
  input: {},
  blockedBy: [(kase: Case) => (turnOf(kase, answerTo[part]) ? null : { reason: 'nothingToWithdraw' })],
  apply: (kase: Case) => ({
    release: [next],
    tells: { dueOn: turnOf(kase, answerTo[part])?.dueOn ?? '' },
  }),
})
export const lapseHandover = caseStep('lapseHandover', lapse('provider', 'nextProvider'))
export const lapseMove = caseStep('lapseMove', lapse('gemeente', 'nextGemeente'))
