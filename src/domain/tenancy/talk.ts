// The talk of the landlord with its tenant, between the offer that was confirmed and the signatures.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { talkOutcomes } from '../case/moving-rows'
import type { Context } from '../kernel/context'
import { code } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { turnOf } from '../kernel/subject'
import { standingOf } from './signatures'

const held = ['akkoord', 'metAfspraken']
const { talkOn, talkAt, talkPlace, talkAgreed } = c.talks.fields

const leaseSigned = (kase: Case): Refusal | null =>
  standingOf(kase, 'lease', 'corporation') === 'signed' ? { reason: 'talkAfterSigning' } : null

/** How often the client did not come. It is counted, and has no consequence by itself. */
export const talksMissed = ({ of }: Pick<Case, 'of'>): number =>
  (of.talks ?? []).filter(({ talkOutcome }) => talkOutcome === 'nietVerschenen').length

/** Where the covenant wants the talk first, nobody signs the lease before it was held. */
export const talkedFirst = ({ of }: Case, { rules }: Context): Refusal | null =>
  !rules.moving.talkFirst || of.talks?.some(({ talkOutcome }) => held.includes(talkOutcome ?? ''))
    ? null
    : { reason: 'talkFirst' }

/** An appointment for the talk, or another one in its place. */
export const planTalk = caseStep('planTalk', {
  input: { talkOn: { ...talkOn, when: 'future' }, talkAt, talkPlace },
  blockedBy: [leaseSigned],
  apply: (kase, talk) => ({
    append: { talks: [{ ...talk, talkOutcome: null, talkAgreed: null, talkMissed: talksMissed(kase) }] },
    due: { holdTalk: talk.talkOn },
    tells: { talkOn: talk.talkOn },
  }),
})

/** What came of the appointment. Somebody who did not come is counted, and has another one planned by hand. */
export const recordTalk = caseStep('recordTalk', {
  input: { talkOutcome: code('talkOutcome', talkOutcomes), talkAgreed },
  askedWith: { field: 'talkOutcome', of: { talkAgreed: ['metAfspraken'] }, open: [] },
  blockedBy: [(kase) => (turnOf(kase, 'holdTalk') ? null : { reason: 'noTalkPlanned' })],
  check: ({ of }, { talkOutcome, talkAgreed: agreed }, { today }) => {
    const planned = of.talks?.at(-1)
    if (planned && planned.talkOn > today && talkOutcome !== 'nietDoorgegaan')
      return { reason: 'talkYetToCome', field: 'talkOutcome', values: { talkOn: planned.talkOn } }
    return talkOutcome === 'metAfspraken' && !agreed
      ? { reason: 'talkNeedsAgreement', field: 'talkAgreed' }
      : null
  },
  apply: (kase, said) => {
    const planned = kase.of.talks?.at(-1)
    if (!planned) throw new Error('No talk was planned')
    const appointment = { talkOn: planned.talkOn, talkAt: planned.talkAt, talkPlace: planned.talkPlace }
    const missed = talksMissed(kase) + (said.talkOutcome === 'nietVerschenen' ? 1 : 0)
    return { append: { talks: [{ ...appointment, ...said, talkMissed: missed }] } }
  },
})
