// Whose turn it is: a task that nobody can end, or that is nobody's, is a case that stands still.
import { describe, expect, test } from 'vitest'
import { roles } from '@/domain/case/actor'
import { processes, type StepName, steps } from '@/domain/case/steps'
import { type TaskName, tasks } from '@/domain/case/tasks'
import type { Row } from '@/domain/kernel/step'
import { organisations } from '../support/actors'
import { caseAt } from '../support/case-at'
import { stories } from '../support/stories'

const rows = Object.values(processes).flatMap((p) => Object.entries<Row>(p.rows))
const taskNames = Object.keys(tasks) as TaskName[]

/** By which steps each task comes to its end, in the words of the process. */
const endedBy: Record<TaskName, readonly StepName[]> = {
  finishIntake: ['sendIntake'],
  checkIntake: ['askMore', 'acceptIntake'],
  checkImported: ['confirmForTafel', 'confirmAdmitted', 'confirmHoused', 'declineImported'],
  supplyMore: ['sendIntake', 'supplyForTafel'],
  putOnTafel: ['putOnTafel'],
  decide: ['proposeDecision'],
  answerEscalation: ['answerEscalation'],
  confirmCorrection: ['confirmCorrection', 'declineCorrection'],
  findDwelling: ['receiveOffer'],
  answerOffer: ['offerAccepted', 'offerRefused', 'letOfferExpire'],
  judgeRefusal: ['offerRefused', 'answerAgain'],
  weighRefusals: ['weighRefusals'],
  agreeOffer: ['agreeOffer', 'declineOffer'],
  agreeSwapAsCorporation: ['agreeSwapAsCorporation', 'declineSwap'],
  agreeSwapAsGemeente: ['agreeSwapAsGemeente', 'declineSwap'],
  informClient: ['informClient', 'acceptOffer'],
  holdViewing: ['recordViewing'],
  offerNext: ['reserveDwelling'],
  confirmOffer: ['startTenancy'],
  signLease: ['signLease'],
  signGuidance: ['signGuidance'],
  signTripartiteLandlord: ['signTripartiteLandlord'],
  signTripartiteProvider: ['signTripartiteProvider'],
  writePlan: ['writePlan'],
  holdTalk: ['recordTalk'],
  handOverKey: ['handOverKey'],
  keepLanding: ['planLanding'],
  visit: ['recordVisit'],
  evaluate: ['recordEvaluation'],
  answerSignal: ['pickUpSignal', 'answerSignal'],
  actOnSignal: ['answerSignal'],
  answerArrears: ['answerArrears'],
  offerDebtHelp: ['recordDebtHelp'],
  revisePlan: ['revisePlan'],
  agreePlan: ['agreePlan', 'revisePlan'],
  approvePlan: ['approvePlan'],
  changeSupport: ['scaleSupport'],
  approveScaling: ['approveScaling'],
  reviewScaling: ['reviewScaling'],
  adviseAsProvider: ['adviseAsProvider'],
  adviseAsGemeente: ['adviseAsGemeente'],
  adviseAsCorporation: ['adviseAsCorporation'],
  returnHome: ['endTimeOut', 'extendTimeOut'],
  holdAsProvider: ['escalate', 'rungPassed', 'endEscalation'],
  weighRungAsProvider: ['escalate', 'endEscalation'],
  holdAsLandlord: ['escalate', 'rungPassed', 'endEscalation'],
  weighRungAsLandlord: ['escalate', 'endEscalation'],
  holdAsGemeente: ['escalate', 'rungPassed', 'endEscalation'],
  weighRungAsGemeente: ['escalate', 'endEscalation'],
  weighSupport: ['scaleSupport', 'keepSupport'],
  answerObjection: ['answerObjection'],
  decideOmklap: ['decideOmklap'],
  contact: ['recordVisit'],
  meetProviderConditions: ['reportCondition'],
  meetGemeenteConditions: ['reportCondition'],
  meetCorporationConditions: ['reportCondition'],
  keepProviderTracks: ['keepTrack'],
  keepGemeenteTracks: ['keepTrack'],
  holdTafel: ['openTafel', 'cancelTafel'],
  adoptAsChair: ['adoptList'],
  adoptAsSecretary: ['adoptList'],
  closeTafel: ['closeTafel'],
  reviewAsProvider: ['reviewEmergency'],
  reviewAsGemeente: ['reviewEmergency'],
  decideSpoed: ['decideSpoed'],
  becomeReady: ['changeReadiness'],
  answerHandover: ['acceptHandover', 'declineHandover', 'stopHandover'],
  answerMove: ['acceptMove', 'declineMove', 'stopMove'],
}

/** The gemeente watches over the search; it is a corporation's proposal that ends it. */
const watchedOver: readonly TaskName[] = ['findDwelling']

/** Whether taking this row at this stage ends the task: named, or left behind with the stage. */
const ends = (row: Row, task: string, stage: string) =>
  row.from.includes(stage) &&
  (row.closes?.includes(task) || [row.to ?? stage].flat().some((to) => to !== stage))

const everyMoment = Object.entries(stories).flatMap(([story, play]) =>
  play().records.map((record) => ({ story, ...record })),
)

describe('every task', () => {
  test.each(taskNames)('%s is opened by some step', (task) => {
    expect(rows.filter(([, row]) => row.opens?.includes(task)).length).toBeGreaterThan(0)
  })

  test.each(taskNames.filter((t) => !watchedOver.includes(t)))(
    '%s is ended by a step of the role that holds it',
    (task) => {
      for (const name of endedBy[task]) {
        // What follows the term of a task is nobody's step.
        if (![steps[name].row.causedByTerm].flat().includes(task))
          expect(Object.keys(steps[name].row.by)).toContain(tasks[task].role)
        expect(steps[name].row.from.some((stage) => ends(steps[name].row, task, stage))).toBe(true)
      }
    },
  )

  test.each(taskNames)('%s is held by an organisation that has its role', (task) => {
    const parts = {
      provider: 'zorgaanbieder',
      gemeente: 'gemeente',
      corporation: 'corporatie',
      tafel: 'gemeente',
      nextProvider: 'zorgaanbieder',
      nextGemeente: 'gemeente',
    }
    const kind = parts[tasks[task].part as keyof typeof parts]
    expect(roles[tasks[task].role] as readonly string[]).toContain(kind)
  })

  test('names in opens and closes are tasks', () => {
    const named = rows.flatMap(([, row]) => [...(row.opens ?? []), ...(row.closes ?? [])])
    expect(named.filter((name) => !taskNames.includes(name as TaskName))).toEqual([])
  })
})

describe('at every moment of every story', () => {
  test('whoever holds an open task can end it at that stage', () => {
    const stuck = everyMoment.flatMap(({ story, step, to, turns }) =>
      turns
        .filter(
          ({ task, role }) =>
            !watchedOver.includes(task as TaskName) &&
            !rows.some(([, row]) => Object.hasOwn(row.by, role) && ends(row, task, to)),
        )
        .map(({ task }) => `${story}: ${task} after ${step.name}`),
    )
    expect(stuck).toEqual([])
  })

  test('a case that is not closed waits on somebody, unless its tafel still has to adopt the decision', () => {
    const waitsForList = ['proposeDecision', 'addCondition', 'fixDecision']
    const idle = everyMoment
      .filter(({ step, to }) => step.kind === 'case' && to !== 'closed' && !waitsForList.includes(step.name))
      .filter(({ turns }) => !turns.some((turn) => turn.pausedOn === null))
    expect(idle.map(({ story, step }) => `${story}: after ${step.name}`)).toEqual([])
  })

  test('while a proposed decision waits, the turn is of the chair and the secretary, on the tafel', () => {
    const world = caseAt('proposed')
    expect(world.tasks()).toEqual([])
    expect(world.tasks(world.ids.tafel)).toEqual(['adoptAsChair', 'adoptAsSecretary'])
  })

  test('a closed case waits on nobody', () => {
    const late = everyMoment.filter(({ step, to }) => step.kind === 'case' && to === 'closed')
    expect(late.length).toBeGreaterThan(0)
    expect(late.flatMap(({ turns }) => turns)).toEqual([])
  })

  test('no task ends before it began', () => {
    const backwards = everyMoment.flatMap(({ turns }) => turns).filter((turn) => turn.dueOn < turn.since)
    expect(backwards).toEqual([])
  })
})

describe('the holder of a task', () => {
  test('is the care provider, the gemeente or the corporation of this very case', () => {
    const holders = caseAt('tenancy').held(caseAt('tenancy').ids.case).turns
    const of = (task: string) => holders.find((turn) => turn.task === task)?.holderId
    expect(of('signGuidance')).toBe(organisations.zorgaanbieder[0].id)
    expect(of('signLease')).toBe(organisations.corporatie[0].id)
    expect(caseAt('sent').turn('checkIntake')?.holderId).toBe(organisations.gemeente[0].id)
  })
})
