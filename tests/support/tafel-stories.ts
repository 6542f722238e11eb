// What can happen to a tafel before it decides, and what follows from it.
import { actors } from './actors'
import { caseAt } from './case-at'
import type { World } from './world'

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

/** The tafel decides as said, and both adopt it on the same day. */
export const decided = (decision: Record<string, unknown>): World =>
  caseAt('proposed')
    .take('proposeDecision', 'chair', decision)
    .take('adoptList', 'secretary')
    .take('adoptList', 'chair')

/** Admitted on one condition, with who sees to it and by when. */
export const onConditions = {
  outcome: 'admittedOnConditions',
  condition: 'Bewind',
  conditionBy: 'provider',
  conditionOn: '2026-03-03',
}

/** From a rule of a covenant that has it. */
export const asException = {
  outcome: 'exception',
  rule: 'binding',
  deviation: 'Werkt hier al jaren',
  exceptionUntil: '2026-08-03',
}

/** The tafel does not agree, and those above it say something; then the tafel decides, and what it wrote is put right. */
export const corrected = () => {
  const world = decided({ outcome: 'escalated', until: '2026-02-17' })
  world.on('2026-02-16').take('answerEscalation', 'chair')
  world.take('planTafel', 'secretary', { on: '2026-02-17' })
  world.take('putOnTafel', 'regisseur').on('2026-02-17').take('openTafel', 'chair')
  world.take('proposeDecision', 'chair', onConditions).take('addCondition', 'secretary')
  world.take('adoptList', 'chair').take('adoptList', 'secretary').take('correctDecision', 'chair')
  world.take('declineCorrection', 'secretary').take('correctDecision', 'chair')
  // Once the tafel is closed, a decision can still be put right.
  world.take('closeTafel', 'chair').take('confirmCorrection', 'secretary')
  return world.take('reportCondition', 'mentor')
}
