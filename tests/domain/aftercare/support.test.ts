// Support that goes up or down within days, and back from the waakvlam with its whole schedule.
import { describe, expect, test } from 'vitest'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const at = () => caseAt('aftercare').on('2026-04-02')

describe('support', () => {
  test('goes up, with a reason and a day to look again', () => {
    const world = at().take('scaleSupport', 'mentor', { from: '2026-04-07' })
    const change = { level: 'intensief', from: '2026-04-07', reason: 'Terugval', reviewOn: '2026-04-30' }
    expect(world.kase.of.supportChanges).toMatchObject([change])
    expect(world.kase.of.guidance).toEqual({
      level: 'intensief',
      since: '2026-04-07',
      planSignedOn: '2026-02-24',
    })
    expect(world.last.effect.tells).toEqual({ level: 'intensief' })
    expect(world.kase.spine.stage).toBe('aftercare')
  })

  test('does not go to where it is', () => {
    expect(at().refusal('scaleSupport', 'mentor', { level: 'midden' })).toEqual({
      reason: 'sameLevel',
      field: 'level',
    })
    expect(at().refusal('scaleSupport', 'mentor', { level: 'licht' })).toBeNull()
  })

  test('that is more counts at once, and is approved within days by a supervisor who did not ask it', () => {
    const world = at().take('scaleSupport', 'mentor')
    expect(world.turn('approveScaling')).toMatchObject({ role: 'zorgLead', dueOn: '2026-04-08' })
    expect(world.kase.of.supportChanges?.at(-1)?.askedBy).toBe(actors.mentor.membershipId)
    expect(world.blocked('approveScaling', 'mentor')).toEqual({ reason: 'notYourRole' })
    const asker = { ...actors.zorgLead, membershipId: actors.mentor.membershipId }
    expect(world.blocked('approveScaling', asker)).toEqual({ reason: 'secondPersonNeeded' })
    world.take('approveScaling', 'zorgLead')
    expect(world.kase.of.scalingWords).toMatchObject([{ scalingWord: 'approved' }])
    expect(world.kase.of.guidance?.level).toBe('intensief')
  })

  test('that is less counts from the approval on', () => {
    const world = at().take('scaleSupport', 'mentor', { level: 'licht', from: '2026-04-02' })
    expect(world.kase.of.guidance?.level).toBe('midden')
    world.on('2026-04-03').take('approveScaling', 'zorgLead')
    expect(world.kase.of.guidance).toMatchObject({ level: 'licht', since: '2026-04-03' })
  })

  test('comes back with why, and is asked again, also as it was', () => {
    const less = at().take('scaleSupport', 'mentor', { level: 'licht' })
    const back = { scalingWord: 'returned' }
    expect(less.refusal('approveScaling', 'zorgLead', back)).toEqual({
      reason: 'scalingWhyNot',
      field: 'note',
    })
    less.take('approveScaling', 'zorgLead', { ...back, note: 'Te vroeg' })
    expect(less.kase.of.guidance?.level).toBe('midden')
    expect(less.turn('changeSupport')).toMatchObject({ role: 'mentor' })
    expect(less.blocked('approveScaling', 'zorgLead')).toEqual({ reason: 'noScalingWaits' })
    less.take('scaleSupport', 'mentor', { level: 'midden' })
    expect(less.tasks()).toEqual(['approveScaling', 'evaluate', 'visit'])
  })

  test('is looked at again by its approver, on the day that was said', () => {
    const world = at().take('scaleSupport', 'mentor').take('approveScaling', 'zorgLead')
    expect(world.turn('reviewScaling')).toMatchObject({ role: 'zorgLead', dueOn: '2026-04-30' })
    world.on('2026-04-30').take('reviewScaling', 'zorgLead', { nextReviewOn: '2026-05-30' })
    expect(world.turn('reviewScaling')?.dueOn).toBe('2026-06-01')
    const change = { scalingWord: 'change', nextReviewOn: null }
    expect(world.refusal('reviewScaling', 'zorgLead', change)).toEqual({
      reason: 'scalingWhyNot',
      field: 'note',
    })
    world.take('reviewScaling', 'zorgLead', { ...change, note: 'Twee keer per week is genoeg' })
    expect([world.turn('reviewScaling'), world.turn('changeSupport')?.role]).toEqual([undefined, 'mentor'])
    const late = at().take('scaleSupport', 'mentor').on('2026-05-05').take('approveScaling', 'zorgLead')
    expect(late.turn('reviewScaling')?.dueOn).toBe('2026-05-06')
  })

  test('is read by provider and gemeente, who said it too; the landlord reads none of it', () => {
    const world = at().take('scaleSupport', 'mentor').take('approveScaling', 'zorgLead', { note: 'Kanarie' })
    expect(world.as('regisseur').of.scalingWords).toHaveLength(1)
    expect(world.as('officer').of.scalingWords).toBeNull()
    expect(JSON.stringify(world.last.effect.tells ?? {})).not.toContain('Kanarie')
  })

  test('does not go to the waakvlam by this way: that has its own conditions', () => {
    expect(() => at().take('scaleSupport', 'mentor', { level: 'waakvlam' })).toThrow('level: notAChoice')
  })

  test('goes up again from the waakvlam', () => {
    const world = caseAt('waakvlam').take('scaleSupport', 'mentor', { level: 'licht' })
    expect(world.kase.of.guidance?.level).toBe('licht')
    expect(world.blocked('escalate', 'mentor')).toBeNull()
  })

  test('from the waakvlam has visits and evaluations again, in place of the light contact', () => {
    const world = caseAt('waakvlam').take('scaleSupport', 'mentor', { level: 'licht' })
    expect(world.tasks()).toEqual(['approveScaling', 'evaluate', 'visit'])
    expect(world.turn('visit')?.dueOn).toBe('2027-03-22')
    expect(world.turn('evaluate')?.dueOn).toBe('2027-09-02')
    world.on('2027-03-22').take('recordVisit', 'mentor')
    expect(world.tasks()).toEqual(['approveScaling', 'evaluate', 'visit'])
  })

  test('from the waakvlam after the whole pattern is visited on the day to look again', () => {
    const world = caseAt('waakvlam').on('2029-03-05').take('scaleSupport', 'mentor', { level: 'licht' })
    expect(world.tasks()).toEqual(['approveScaling', 'visit'])
    expect(world.turn('visit')?.dueOn).toBe('2029-04-03')
  })

  test('otherwise leaves the next visit and evaluation where they are', () => {
    const before = at().turn('visit')
    const world = at().take('scaleSupport', 'mentor')
    expect(world.turn('visit')).toEqual(before)
    expect(world.tasks()).toEqual(['approveScaling', 'evaluate', 'visit'])
  })
})
