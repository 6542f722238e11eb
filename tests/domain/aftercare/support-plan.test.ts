// The support plan while somebody lives there: versions, what changed in them, and the two who agree.
import { describe, expect, test } from 'vitest'
import { lastPlan, planChanges } from '@/domain/aftercare/plan-versions'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { inputs } from '../../support/inputs'

const home = () => caseAt('aftercare').on('2026-03-09')
const plan = (day: string) => inputs.revisePlan?.({ today: day, ids: {} }) ?? {}
const first = () => home().take('revisePlan', 'mentor')
const agreed = () => first().take('agreePlan', 'mentor')

describe('a version of the plan', () => {
  test('is kept each time, with what changed in it', () => {
    const world = first()
      .on('2026-03-16')
      .take('revisePlan', 'mentor', {
        ...plan('2026-03-09'),
        planDomains: ['basicDaily', 'finances'],
        hoursPerWeek: 5,
        planHelps: 'Even bellen',
      })
    const [one, two] = world.kase.of.planVersions ?? []
    expect([one?.planNumber, two?.planNumber]).toEqual([1, 2])
    expect(one?.planChanged).toHaveLength(8)
    expect(two?.planChanged).toEqual(['hoursPerWeek', 'planHelps'])
    expect(one).toMatchObject({ hoursPerWeek: 3, recordedBy: actors.mentor.name })
  })

  test('is none when nothing changed', () => {
    expect(first().refusal('revisePlan', 'mentor', plan('2026-03-09'))).toEqual({
      reason: 'planUnchanged',
      field: 'planGoals',
    })
  })

  test('says of each part whether it says something else', () => {
    const was = lastPlan(first().kase)
    if (!was) throw new Error('no plan')
    expect(planChanges(was, { ...was, planDomains: [...was.planDomains].reverse() })).toEqual([])
    expect(planChanges(was, { ...was, planSigns: null })).toEqual(['planSigns'])
    expect(planChanges(null, was)).not.toContain('planHelps')
  })

  test('moves the evaluation forward, never back: a missed one raises a signal on its own day', () => {
    expect(home().turn('evaluate')?.dueOn).toBe('2026-06-02')
    const sooner = { ...plan('2026-03-09'), planReviewOn: '2026-05-02' }
    expect(home().take('revisePlan', 'mentor', sooner).turn('evaluate')?.dueOn).toBe('2026-05-04')
    const later = { ...sooner, planReviewOn: '2026-09-01' }
    expect(home().take('revisePlan', 'mentor', later).turn('evaluate')?.dueOn).toBe('2026-06-02')
  })
})

describe('a version is agreed on', () => {
  test('by the client through the mentor, with when and how, and then by the team leader', () => {
    const world = first()
    expect(world.tasks()).toContain('agreePlan')
    expect(world.blocked('approvePlan', 'zorgLead')).toEqual({ reason: 'noPlanToAgree' })
    for (const [field, reason] of [
      ['agreedOn', 'planAgreedWhen'],
      ['agreedHow', 'planAgreedHow'],
    ])
      expect(world.refusal('agreePlan', 'mentor', { [field as string]: null })).toEqual({ reason, field })
    world.take('agreePlan', 'mentor')
    expect(world.turn('approvePlan')).toMatchObject({ role: 'zorgLead' })
    world.take('approvePlan', 'zorgLead')
    expect(world.kase.of.planWords?.map(({ planWord }) => planWord)).toEqual(['clientAgreed', 'approved'])
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
  })

  test('not by whoever wrote it, nor by another than the team leader', () => {
    const world = agreed()
    const writer = { ...actors.zorgLead, membershipId: actors.mentor.membershipId }
    expect(world.blocked('approvePlan', writer)).toEqual({ reason: 'secondPersonNeeded' })
    expect(world.blocked('approvePlan', 'mentor')).toEqual({ reason: 'notYourRole' })
    // Two people can have one name.
    expect(world.blocked('approvePlan', { ...actors.zorgLead, name: actors.mentor.name })).toBeNull()
  })

  test('or not: a client or a team leader who does not agree says why, and the mentor is asked again', () => {
    const no = { planWord: 'clientDisagreed', agreedOn: null, agreedHow: null }
    expect(first().refusal('agreePlan', 'mentor', no)).toEqual({ reason: 'planWhyNot', field: 'note' })
    const world = first().take('agreePlan', 'mentor', { ...no, note: 'Te veel bezoek' })
    expect(world.tasks()).toEqual(['evaluate', 'revisePlan', 'visit'])
    const back = { planWord: 'returned' }
    expect(agreed().refusal('approvePlan', 'zorgLead', back)?.reason).toBe('planWhyNot')
    const returned = agreed().take('approvePlan', 'zorgLead', { ...back, note: 'Stappen ontbreken' })
    expect(returned.tasks()).toContain('revisePlan')
    returned.take('revisePlan', 'mentor', { ...plan('2026-03-09'), planSteps: 'Samen bellen' })
    expect(returned.tasks()).toEqual(['agreePlan', 'evaluate', 'visit'])
  })

  test('anew: a version that comes after it takes what was waiting away', () => {
    const world = agreed().take('revisePlan', 'mentor', { ...plan('2026-03-09'), hoursPerWeek: 9 })
    expect(world.blocked('approvePlan', 'zorgLead')).toEqual({ reason: 'noPlanToAgree' })
  })
})

test('nobody outside the care provider reads a word of it', () => {
  const world = agreed().take('approvePlan', 'zorgLead', { note: 'Goed plan' })
  for (const role of ['regisseur', 'gemeenteLead', 'coordinator', 'officer', 'corporatieLead'] as const)
    expect([world.as(role).of.planVersions, world.as(role).of.planWords], role).toEqual([null, null])
  expect(JSON.stringify(world.last.effect.tells ?? {})).not.toContain('post')
})
