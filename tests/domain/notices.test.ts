// Who hears of a step, and which steps the screen warns of because nothing undoes them.
import { describe, expect, test } from 'vitest'
import { grants, processes, type StepName, steps } from '@/domain/case/steps'
import { tasks } from '@/domain/case/tasks'
import type { Row, Step } from '@/domain/kernel/step'

const all = Object.values(steps) as readonly Step[]

const heardBy: Partial<Record<StepName, string>> = {
  describeSafety: 'regisseur',
  endShield: 'mentor',
  changeReadiness: 'regisseur officer',
  sendIntake: 'regisseur',
  askMore: 'mentor',
  acceptIntake: 'mentor',
  withdrawCase: 'regisseur',
  putOnTafel: 'mentor',
  supplyForTafel: 'regisseur',
  takeOffTafel: 'mentor',
  followTafel: 'mentor',
  carryOutDecision: 'mentor regisseur',
  answerEscalation: 'mentor regisseur',
  confirmCorrection: 'mentor regisseur',
  receiveOffer: 'mentor',
  nameToCorporation: 'officer',
  planViewing: 'mentor officer',
  moveOffer: 'mentor',
  recordViewing: 'mentor',
  hearClient: 'mentor',
  awaitJudgement: 'coordinator officer',
  answerAgain: 'mentor',
  countRefusal: 'mentor',
  excuseRefusal: 'mentor',
  weighRefusals: 'mentor',
  letOfferExpire: 'mentor regisseur officer',
  releaseDwelling: 'officer',
  offerAccepted: 'officer',
  offerRefused: 'regisseur officer',
  offerWithdrawn: 'mentor regisseur',
  takeSwappedOffer: 'mentor regisseur',
  joinSwap: 'officer regisseur',
  lapseSwap: 'officer regisseur',
  swapDwelling: 'officer',
  followDwelling: 'mentor regisseur',
  startTenancy: 'mentor regisseur',
  confirmForTafel: 'mentor',
  confirmAdmitted: 'mentor',
  confirmHoused: 'mentor',
  declineImported: 'mentor',
  requestSpoed: 'regisseur',
  decideSpoed: 'mentor',
  proposeHandover: 'regisseur',
  acceptHandover: 'regisseur officer',
  declineHandover: 'mentor regisseur',
  stopHandover: 'regisseur',
  proposeMove: 'mentor',
  acceptMove: 'mentor officer',
  declineMove: 'regisseur mentor',
  stopMove: 'mentor',
  returnIntake: 'mentor regisseur',
  lapseHandover: 'mentor regisseur',
  lapseMove: 'mentor regisseur',
  assignLocalTeam: 'mentor',
  endBeforeKey: 'regisseur mentor officer',
  handOverKey: 'mentor regisseur',
  signalByItself: 'mentor regisseur',
  rungPassed: 'mentor officer regisseur',
  planTalk: 'mentor',
  recordTalk: 'mentor',
  chooseContract: 'mentor',
  moveStart: 'mentor regisseur',
  raiseSignal: 'mentor officer regisseur',
  raiseCareSignal: 'mentor regisseur',
  pickUpSignal: 'officer regisseur',
  answerSignal: 'officer regisseur',
  reportArrears: 'mentor regisseur',
  answerArrears: 'officer',
  recordDebtHelp: 'mentor',
  endArrears: 'mentor regisseur',
  scaleSupport: 'regisseur zorgLead',
  approveScaling: 'mentor regisseur',
  reviewScaling: 'mentor',
  reportCondition: 'mentor regisseur officer',
  withdrawConsent: 'regisseur mentor',
  passOnWithdrawal: 'regisseur mentor',
  escalate: 'regisseur mentor officer',
  endEscalation: 'regisseur mentor officer',
  giveCard: 'mentor regisseur',
  objectToCard: 'officer',
  answerObjection: 'mentor regisseur',
  keepSupport: 'regisseur',
  recordEvaluation: 'officer regisseur',
  agreePlan: 'zorgLead',
  approvePlan: 'mentor',
  requestOmklap: 'officer regisseur',
  adviseAsProvider: 'officer',
  adviseAsGemeente: 'officer',
  adviseAsCorporation: 'mentor',
  startTimeOut: 'regisseur',
  extendTimeOut: 'regisseur',
  endTimeOut: 'regisseur',
  decideOmklap: 'mentor regisseur',
  startWaakvlam: 'regisseur',
  closeCase: 'regisseur officer',
  guaranteeReturn: 'regisseur',
  endGuarantee: 'regisseur',
  reopenCase: 'mentor regisseur',
}

describe('a step', () => {
  test('is told only to roles that hold some task: of another one no organisation is known', () => {
    const holders = new Set<string>(Object.values(tasks).map((task) => task.role))
    const told = all.flatMap(({ name, row }) => (row.notifies ?? []).map((role) => ({ name, role })))
    expect(told.filter(({ role }) => !holders.has(role))).toEqual([])
  })

  test('is heard of by exactly these roles', () => {
    const said = all.flatMap((step) => (step.row.notifies ? [[step.name, step.row.notifies.join(' ')]] : []))
    expect(Object.fromEntries(said)).toEqual(heardBy)
  })

  test('is heard of at an organisation that is said, whatever its tasks, only in an emergency, or when asked to take over', () => {
    const heard = all.flatMap(({ name, row }) =>
      (row.alarms ?? []).map(({ role, part }) => `${name}: ${role} ${part}`),
    )
    expect(heard).toEqual([
      'proposeHandover: mentor nextProvider',
      'stopHandover: mentor nextProvider',
      'proposeMove: regisseur nextGemeente',
      'stopMove: regisseur nextGemeente',
      'lapseHandover: mentor nextProvider',
      'lapseMove: regisseur nextGemeente',
      'breakGlass: mentor provider',
      'breakGlass: zorgLead provider',
      'breakGlass: regisseur gemeente',
      'breakGlass: gemeenteLead gemeente',
      'breakGlass: privacyOfficer provider',
      'breakGlass: privacyOfficer gemeente',
      'breakGlass: privacyOfficer opener',
      'reviewEmergency: zorgLead provider',
      'reviewEmergency: privacyOfficer gemeente',
      'reviewEmergency: privacyOfficer opener',
    ])
  })

  test('of which word does not wait is one on which a home or a life depends', () => {
    expect(all.filter((step) => step.row.urgent).map((step) => step.name)).toEqual([
      'requestSpoed',
      'escalate',
      'raiseSignal',
      'raiseCareSignal',
      'breakGlass',
    ])
  })

  test('that ends something for good says so before it is taken', () => {
    const grave = all.filter((step) => step.row.grave).map((step) => step.name)
    expect(grave.sort()).toEqual([
      'adoptList',
      'breakGlass',
      'cancelTafel',
      'closeCase',
      'closeTafel',
      'confirmAdmitted',
      'confirmHoused',
      'endAccess',
      'endBeforeKey',
      'endShield',
      'handOverKey',
      'reviewEmergency',
      'withdrawCase',
      'withdrawContract',
      'withdrawPaper',
    ])
  })

  test('lets a clock that stood still run again when the provider has supplied what was missing, or somebody is home again', () => {
    expect(all.filter((step) => step.row.resumes).map((step) => step.name)).toEqual([
      'sendIntake',
      'supplyForTafel',
      'endTimeOut',
    ])
  })

  test('is told of to nobody who may not know that the case is there', () => {
    const rows: [string, Row][] = Object.entries(processes.case.rows)
    const deaf = rows.flatMap(([name, row]) =>
      (row.notifies ?? [])
        .filter(
          (role) =>
            !grants.some(
              (g) => g.role === role && g.object === 'spine' && [row.to ?? row.from].flat().includes(g.stage),
            ),
        )
        .map((role) => `${name}: ${role}`),
    )
    expect(deaf).toEqual([])
  })
})
