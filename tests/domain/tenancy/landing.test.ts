// The landing plan: who introduces the client where they come to live, and when.
import { describe, expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const wijk = { landingWith: 'wijk', introducedBy: 'doorWijkteam', landingOn: '2026-03-05' }
const buren = { landingWith: 'buren', landingOn: '2026-03-03' }

describe('an introduction', () => {
  test('that is still to come is a task, the first of them in front, across the key', () => {
    const world = caseAt('tenancy').take('planLanding', 'mentor', wijk).take('planLanding', 'mentor', buren)
    expect(world.turn('keepLanding')).toMatchObject({ role: 'mentor', dueOn: '2026-03-03' })
    const housed = caseAt('signed').take('planLanding', 'mentor', wijk)
    housed.on('2026-03-02').take('handOverKey', 'officer')
    expect(housed.turn('keepLanding')?.dueOn).toBe('2026-03-05')
    housed
      .on('2026-03-04')
      .take('planLanding', 'mentor', { ...wijk, landingOn: '2026-03-04', landingState: 'isGeweest' })
    expect(housed.tasks()).not.toContain('keepLanding')
  })

  test('that was made, or that the client does not want, leaves the next one', () => {
    const world = caseAt('tenancy').take('planLanding', 'mentor', wijk).take('planLanding', 'mentor', buren)
    world.take('planLanding', 'mentor', { ...buren, landingState: 'nietGewenst' })
    expect(world.turn('keepLanding')?.dueOn).toBe('2026-03-05')
    expect(world.kase.of.landing?.at(-1)?.landingOn).toBeNull()
  })

  test('has a day on the right side of today', () => {
    const world = caseAt('tenancy')
    const refused = (more: object) => world.refusal('planLanding', 'mentor', { ...wijk, ...more })
    expect(refused({ landingOn: null })).toEqual({ reason: 'landingNeedsDay', field: 'landingOn' })
    expect(refused({ landingOn: '2026-02-19' })).toEqual({ reason: 'landingDayPassed', field: 'landingOn' })
    expect(refused({ landingState: 'isGeweest' })).toEqual({ reason: 'landingYetToCome', field: 'landingOn' })
  })
})

describe('before the key', () => {
  const rules = rulesWith({ moving: { landing: ['buren', 'wijk'] } })

  test('the covenant can ask what is agreed about introductions', () => {
    const world = caseAt('signed', { rules }).on('2026-03-02')
    expect(world.blocked('handOverKey', 'officer')).toEqual({
      reason: 'landingNotPlanned',
      values: { count: 2 },
    })
    world.take('planLanding', 'mentor', wijk)
    world.take('planLanding', 'mentor', { ...buren, landingState: 'nietGewenst' })
    expect(world.blocked('handOverKey', 'officer')).toBeNull()
  })
})
