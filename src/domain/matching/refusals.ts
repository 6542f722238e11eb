// What a refusal or a viewing does to the case; and what people do when a client has refused as often as was agreed.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { dueToFind } from '../case/readiness'
import type { Context } from '../kernel/context'
import { addWorkingDays } from '../kernel/days'
import { day, flag, ref } from '../kernel/field'
import { turnOf } from '../kernel/subject'

/** The client sees the dwelling first: the term to answer runs from that day, and is never shorter than it was. */
export const awaitViewing = caseStep('awaitViewing', {
  input: { viewOn: day() },
  apply: (kase, { viewOn }, { rules }) => {
    const after = addWorkingDays(viewOn, rules.terms.answerOffer)
    const before = turnOf(kase, 'answerOffer')?.dueOn ?? after
    return { due: { answerOffer: [before, after].sort()[1] }, tells: { viewOn } }
  },
})

export const awaitJudgement = caseStep('awaitJudgement', { input: {}, apply: () => ({}) })
export const answerAgain = caseStep('answerAgain', { input: {}, apply: () => ({}) })

/** Whether with this refusal the client has refused as many suitable offers as was agreed. */
const usedUp = ({ of }: Case, counts: boolean, { rules }: Context) =>
  counts && (of.offerLog ?? []).filter((one) => one.counts).length + 1 >= rules.offers.suitable

/** Without an offer the corporation has no reason left to read the case. Whose offers are used up waits for a person's word. */
export const offerRefused = caseStep('offerRefused', {
  input: { offer: ref('offer'), counts: flag() },
  apply: (kase, { offer, counts }, context) => ({
    append: { offerLog: [{ offer, answer: 'refused', counts }] },
    opens: [usedUp(kase, counts, context) ? 'weighRefusals' : 'findDwelling'],
    due: dueToFind(kase, context),
    release: ['corporation'],
  }),
})

/** The search goes on, or the tafel looks at it again: somebody of the gemeente says so, and never a number. */
export const weighRefusals = caseStep('weighRefusals', {
  input: c.refusalsWeighed.fields,
  blockedBy: [(kase) => (turnOf(kase, 'weighRefusals') ? null : { reason: 'nothingToWeigh' })],
  apply: (kase, weighed, context) => {
    const back = weighed.weighed === 'backToTafel'
    return {
      append: { refusalsWeighed: [weighed] },
      to: back ? 'tafel' : 'matching',
      opens: [back ? 'putOnTafel' : 'findDwelling'],
      ...(!back && { due: dueToFind(kase, context) }),
      tells: { weighed: weighed.weighed },
    }
  },
})

/** Nobody answered in time: the search goes on, and the corporation reads no more. It is no refusal. */
export const letOfferExpire = caseStep('letOfferExpire', {
  input: {},
  blockedBy: [(_kase, { liveOffer }) => (liveOffer === null ? { reason: 'nothingToWithdraw' } : null)],
  apply: (kase, _input, context) => ({
    causes: context.liveOffer ? [{ step: 'expireOffer', subjectId: context.liveOffer }] : [],
    due: dueToFind(kase, context),
    release: ['corporation'],
    tells: { dueOn: turnOf(kase, 'answerOffer')?.dueOn ?? '' },
  }),
})
