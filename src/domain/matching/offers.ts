// What an offer does to the case: consequences, each with its own record.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { conditionLines, conditionTasks, tasksOf } from '../case/conditions'
import { contractTerm } from '../case/contract-term'
import { dueToFind } from '../case/readiness'
import { anew, signingTasks, startMovesTo } from '../case/signing'
import { swapReasons } from '../case/swap'
import { code, day, flag, ref } from '../kernel/field'
import { turnOf } from '../kernel/subject'

/** Whose dwelling it is comes to relate to the case, and so may read what a landlord needs from now on. */
const landlordOf = (dwelling: string) =>
  [{ part: 'corporation', relation: 'assigned', asIn: dwelling }] as const

/** Where the covenant names the client at once the corporation reads the case from here; else not yet. */
export const receiveOffer = caseStep('receiveOffer', {
  input: { dwelling: ref('dwelling') },
  apply: (_kase, { dwelling }, { rules }) => ({
    relate: rules.offers.namedAt === 'proposed' ? landlordOf(dwelling) : [],
  }),
})

/** The moment that the covenant set has come: the corporation knows from now on for whom its home is. */
export const nameToCorporation = caseStep('nameToCorporation', {
  input: { dwelling: ref('dwelling') },
  apply: (_kase, { dwelling }) => ({ relate: landlordOf(dwelling) }),
})

export const offerAccepted = caseStep('offerAccepted', {
  input: { offer: ref('offer') },
  apply: (_kase, { offer }) => ({ append: { offerLog: [{ offer, answer: 'accepted', counts: false }] } }),
})

export const offerWithdrawn = caseStep('offerWithdrawn', {
  input: {},
  apply: (kase, _input, context) => ({ release: ['corporation'], due: dueToFind(kase, context) }),
})

/** In a swap another home is offered: the client is told anew and answers anew, and the corporation of the home before reads no more. */
export const takeSwappedOffer = caseStep('takeSwappedOffer', {
  input: { dwelling: ref('dwelling'), swapWhy: code('swapReason', swapReasons) },
  apply: (_kase, { dwelling, swapWhy }, { rules }) => ({
    release: ['corporation'],
    relate: rules.offers.namedAt === 'proposed' ? landlordOf(dwelling) : [],
    tells: { swapWhy },
  }),
})

const { startOn } = c.tenancy.fields
/** What the corporation must do for the decision was seen to by the gemeente: from now on it is its own task. */
function conditionsPass(kase: Case) {
  const lines = conditionLines(kase).filter(({ open }) => open)
  if (!lines.some(({ conditionBy }) => conditionBy === 'corporation'))
    return { opens: [], due: {}, closes: [] }
  return { ...tasksOf(lines, 'tenancy'), closes: conditionTasks }
}

/** The corporation confirms: the case becomes a tenancy, with one start date for all agreements. */
export const startTenancy = caseStep('startTenancy', {
  input: {
    offer: ref('offer'),
    dwelling: ref('dwelling'),
    address: c.tenancy.fields.address,
    rent: c.tenancy.fields.rent,
    ...contractTerm.input,
    startOn,
  },
  apply: (kase, { offer, dwelling, address, rent, startOn: start, ...term }, { today }) => {
    const { form } = term
    const { opens, due, closes } = conditionsPass(kase)
    return {
      write: {
        tenancy: { dwelling, offer, address, form, startOn: start, rent, keyOn: null },
        placement: { ...term, startOn: start, keyOn: null, ownNameOn: null, wordsOn: today },
      },
      closes,
      opens: [...signingTasks, 'writePlan', 'handOverKey', ...opens],
      due: { handOverKey: start, ...due },
      tells: { startOn: start },
    }
  },
})

/**
 * The dwelling that was offered is free on another day. Later: the client is asked again, or the tenancy begins on that day. What
 * follows from the start, such as the gap of a track, follows by itself. Sooner moves nothing by itself: it is told.
 */
export const followDwelling = caseStep('followDwelling', {
  input: { availableFrom: day(), later: flag() },
  apply: (kase, { availableFrom, later }) => {
    const start = kase.of.placement?.startOn
    const asked = later && !start && !turnOf(kase, 'judgeRefusal')
    const again = asked && anew(kase, ['answerOffer', 'confirmOffer'], ['answerOffer'])
    const moved = !!start && availableFrom > start && startMovesTo(kase, availableFrom)
    return { opens: [], ...again, ...moved, tells: { availableFrom } }
  },
})
