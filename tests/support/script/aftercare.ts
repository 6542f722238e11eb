// The first year in a home: signals, cards, a time-out, the plan and the omklap.
import { asActor } from '@/server/db/as-actor'
import { keepTimeOutPlace, timeOutPlaces } from '@/server/time-out-places'
import { line } from '../line'
import { type Region, TODAY } from '../region'
import { kase } from './parts'

const YEAR_LATER = '2027-11-29'

/** A time-out place of the provider, as it is called in memory as well. */
async function placeIn(r: Region) {
  const lender = await r.actor('zorgLead', 'cosis')
  await asActor(lender, (tx) =>
    keepTimeOutPlace(tx, null, {
      ...{ kind: 'kamer', name: 'De Brink', municipality: 'Emmen', places: 1, freeFrom: TODAY, note: null },
    }),
  )
  return (await asActor(lender, timeOutPlaces)).at(-1)?.id
}

const later = line(YEAR_LATER, 'kase')
export const aftercare = [
  kase('recordVisit', 'mentor'),
  kase('raiseSignal', 'officer'),
  kase('pickUpSignal', 'mentor'),
  kase('answerSignal', 'mentor'),
  kase('raiseCareSignal', 'regisseur'),
  kase('answerSignal', 'mentor'),
  kase('noteArrears', 'officer'),
  kase('noteArrears', 'officer', () => ({ done: 'contacted' })),
  kase('noteArrears', 'officer', () => ({ done: 'helpOffered' })),
  kase('reportArrears', 'officer'),
  kase('answerArrears', 'mentor'),
  kase('recordDebtHelp', 'regisseur'),
  kase('endArrears', 'officer'),
  kase('scaleSupport', 'mentor'),
  kase('approveScaling', 'zorgLead'),
  kase('reviewScaling', 'zorgLead'),
  kase('escalate', 'regisseur'),
  kase('guaranteeReturn', 'mentor', ({ r }) => ({ guaranteedBy: r.organisations.cosis })),
  kase('endGuarantee', 'mentor'),
  kase('reserveTimeOut', 'mentor', async ({ r }) => ({ registerPlace: await placeIn(r) })),
  kase('cancelTimeOut', 'mentor'),
  kase('startTimeOut', 'mentor'),
  kase('extendTimeOut', 'mentor'),
  kase('endTimeOut', 'mentor'),
  kase('revisePlan', 'mentor'),
  kase('agreePlan', 'mentor'),
  kase('approvePlan', 'zorgLead'),
  kase('giveCard', 'officer'),
  kase('objectToCard', 'mentor'),
  kase('answerObjection', 'officer'),
  kase('giveCard', 'officer', () => ({ card: 'yellow', prevention: 'Begeleiding komt vaker' })),
  kase('keepSupport', 'mentor'),
  kase('endEscalation', 'mentor'),
  later('recordEvaluation', 'mentor'),
  later('requestOmklap', 'mentor'),
  later('adviseAsProvider', 'mentor'),
  later('adviseAsGemeente', 'regisseur'),
  later('adviseAsCorporation', 'officer'),
  later('decideOmklap', 'officer'),
  later('startWaakvlam', 'mentor'),
  later('closeCase', 'mentor'),
  later('reopenCase', 'regisseur', { agreedOn: YEAR_LATER }),
  later('closeCase', 'mentor', {
    ...{ reason: 'verhuisd', homeEndedOn: YEAR_LATER },
    ...{ homeEndWhy: 'opgezegd', destination: 'andereWoning' },
  }),
]
