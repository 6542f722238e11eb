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

  test('is approved by somebody else than whoever changes it', () => {
    expect(at().take('scaleSupport', 'mentor').kase.of.supportChanges?.at(-1)?.approvedBy).toBe(
      'Milou Leidinggevend',
    )
    const own = { approvedBy: ` ${actors.mentor.name.toUpperCase()}` }
    expect(at().refusal('scaleSupport', 'mentor', own)).toEqual({
      reason: 'approvedByAnother',
      field: 'approvedBy',
    })
    expect(() => at().take('scaleSupport', 'mentor', { approvedBy: null })).toThrow('approvedBy')
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
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
    expect(world.turn('visit')?.dueOn).toBe('2027-03-22')
    expect(world.turn('evaluate')?.dueOn).toBe('2027-09-02')
    world.on('2027-03-22').take('recordVisit', 'mentor')
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
  })

  test('from the waakvlam after the whole pattern is visited on the day to look again', () => {
    const world = caseAt('waakvlam').on('2029-03-05').take('scaleSupport', 'mentor', { level: 'licht' })
    expect(world.tasks()).toEqual(['visit'])
    expect(world.turn('visit')?.dueOn).toBe('2029-04-03')
  })

  test('otherwise leaves the next visit and evaluation where they are', () => {
    const before = at().turn('visit')
    const world = at().take('scaleSupport', 'mentor')
    expect(world.turn('visit')).toEqual(before)
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
  })
})
