// Three meetings: adjourned, escalated, and admitted on a condition.
import { addDays } from '@/domain/kernel/days'
import { line } from '../line'
import { TODAY } from '../region'
import { kase, onTafel } from './parts'

const adjourned = {
  outcome: 'adjourned',
  municipality: null,
  until: addDays(TODAY, 14),
  followUpBy: 'provider',
}
const idle = line(TODAY, 'idleTafel')
const first = line(TODAY, 'tafel')
const second = line(TODAY, 'nextTafel')
const third = line(TODAY, 'thirdTafel')
const escalated = { outcome: 'escalated', until: addDays(TODAY, 14) }
const onCondition = {
  outcome: 'admittedOnConditions',
  condition: 'Budgetbeheer loopt door',
  conditionBy: 'provider',
  conditionOn: addDays(TODAY, 30),
}
export const tafel = [
  idle('planTafel', 'coordinator', { everyWeeks: 2, times: 3 }),
  idle('changeTafel', 'coordinator'),
  idle('cancelTafel', 'coordinator'),
  first('planTafel', 'secretary', { on: TODAY }),
  kase('putOnTafel', 'regisseur', onTafel('tafel')),
  kase('takeOffTafel', 'regisseur'),
  kase('putOnTafel', 'regisseur', onTafel('tafel')),
  kase('inviteParty', 'regisseur', ({ r }) => ({ organisation: r.organisations.woonservice })),
  kase('assignLocalTeam', 'regisseur', ({ r }) => ({ localTeam: r.organisations['wijkteam-de-verbinding'] })),
  kase('givePosition', 'regisseur'),
  first('arrangeItem', 'secretary', ({ ids }) => ({ item: ids.kase })),
  first('nameDelegate', 'chair', ({ by }) => ({ delegate: by('officer').membershipId })),
  first('nameDelegate', 'chair', ({ by }) => ({ seat: 'gemeente', delegate: by('regisseur').membershipId })),
  first('nameDelegate', 'chair', ({ by }) => ({
    seat: 'zorgaanbieder',
    delegate: by('mentor').membershipId,
  })),
  first('inviteDelegates', 'secretary'),
  first('changeTafel', 'chair', { on: addDays(TODAY, 7) }),
  first('changeTafel', 'secretary', { on: TODAY }),
  first('dropDelegate', 'chair', ({ by }) => ({ delegate: by('mentor').membershipId })),
  first('openTafel', 'chair'),
  first('takeUpItem', 'secretary', ({ ids }) => ({ item: ids.kase })),
  first('arrive', 'chair'),
  first('leave', 'secretary'),
  kase('proposeDecision', 'chair', adjourned),
  first('adoptList', 'chair'),
  first('reopenList', 'secretary'),
  kase('proposeDecision', 'chair', adjourned),
  first('adoptList', 'chair'),
  first('adoptList', 'secretary'),
  first('closeTafel', 'secretary'),
  kase('supplyForTafel', 'mentor'),
  second('planTafel', 'secretary', { on: TODAY }),
  kase('putOnTafel', 'regisseur', onTafel('nextTafel')),
  second('openTafel', 'chair'),
  kase('proposeDecision', 'chair', ({ r }) => ({ ...escalated, municipality: r.organisations.emmen })),
  second('adoptList', 'chair'),
  second('adoptList', 'secretary'),
  kase('answerEscalation', 'chair'),
  third('planTafel', 'secretary', { on: TODAY }),
  kase('putOnTafel', 'regisseur', onTafel('thirdTafel')),
  third('openTafel', 'chair'),
  kase('proposeDecision', 'chair', ({ r }) => ({ ...onCondition, municipality: r.organisations.emmen })),
  kase('addCondition', 'secretary', { conditionOn: addDays(TODAY, 60) }),
  third('adoptList', 'chair'),
  third('adoptList', 'secretary'),
  kase('correctDecision', 'chair', ({ r }) => ({ municipality: r.organisations.emmen })),
  kase('declineCorrection', 'secretary'),
  kase('correctDecision', 'chair', ({ r }) => ({ municipality: r.organisations.emmen })),
  kase('confirmCorrection', 'secretary'),
  kase('reportCondition', 'mentor', {
    conditionState: 'otherDay',
    otherDay: addDays(TODAY, 20),
    conditionWhy: 'De bank vraagt meer tijd',
  }),
  kase('reportCondition', 'regisseur', async ({ r }) => {
    const [row] = await r.kernel<{ id: string }>('SELECT id FROM case_conditions ORDER BY seq DESC LIMIT 1')
    return { conditionRow: row?.id }
  }),
]
