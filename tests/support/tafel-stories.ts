// What can happen to a tafel before it decides.
import { actors } from './actors'
import { caseAt } from './case-at'

export const agendaChanged = () =>
  caseAt('tafel')
    .take('planTafel', 'coordinator', { everyWeeks: 2, times: 3 })
    .take('putOnTafel', 'regisseur')
    .take('givePosition', 'mentor')
    .take('arrangeItem', 'secretary')
    .take('nameDelegate', 'secretary')
    .take('nameDelegate', 'secretary', { seat: 'gemeente', delegate: actors.regisseur.membershipId })
    .take('nameDelegate', 'secretary', { seat: 'zorgaanbieder', delegate: actors.zorgLead.membershipId })
    .take('inviteDelegates', 'secretary')
    .take('changeTafel', 'chair')
    .take('dropDelegate', 'chair')
    .take('takeOffTafel', 'coordinator')
    .take('changeTafel', 'chair')
    .take('inviteParty', 'regisseur')
    .take('assignLocalTeam', 'regisseur')
    .take('putOnTafel', 'coordinator')
    .take('takeOffTafel', 'regisseur')
    .take('cancelTafel', 'secretary')

/** In session: one case in hand, and somebody who came and left. */
export const inSession = () =>
  caseAt('onTafel')
    .on('2026-02-03')
    .take('openTafel', 'chair')
    .take('takeUpItem', 'secretary')
    .take('arrive', 'chair')
    .take('leave', 'secretary')
