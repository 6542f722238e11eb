// The provider takes the aanmelding back: the case ends, and nothing that hangs on it stays behind.
import { describe, expect, test } from 'vitest'
import { stopsWith } from '@/domain/intake/stops'
import { caseAt } from '../../support/case-at'

describe('the aanmelding is withdrawn', () => {
  test.each(['ingetrokken', 'verhuisd', 'overleden'])('because of %s, with the day on which', (reason) => {
    const world = caseAt('sent').take('withdrawCase', 'mentor', { reason })
    expect(world.kase.spine.stage).toBe('closed')
    expect(world.kase.of.closing).toEqual({ reason, on: '2026-01-15' })
    expect(world.tasks()).toEqual([])
  })

  test.each(['intake', 'described', 'tafel', 'matching'] as const)('from %s', (moment) => {
    expect(caseAt(moment).blocked('withdrawCase', 'mentor')).toBeNull()
  })

  test('not by the gemeente: the client’s wish comes through the provider', () => {
    expect(caseAt('sent').blocked('withdrawCase', 'regisseur')).toEqual({ reason: 'notYourRole' })
  })
})

describe('it is not withdrawn', () => {
  test('while it stands on the agenda of a tafel: the list could not be adopted any more', () => {
    for (const moment of ['onTafel', 'proposed'] as const)
      expect(caseAt(moment).blocked('withdrawCase', 'mentor')).toEqual({ reason: 'alreadyOnTafel' })
    const off = caseAt('onTafel').take('takeOffTafel', 'regisseur')
    expect(off.blocked('withdrawCase', 'mentor')).toBeNull()
  })

  test('while an offer waits for its answer: the dwelling would stay reserved for nobody', () => {
    const world = caseAt('offered')
    expect(world.blocked('withdrawCase', 'mentor')).toEqual({ reason: 'offerOpen' })
    world.take('refuseOffer', 'mentor', { reason: 'geenBelangstelling' }).take('withdrawCase', 'mentor')
    expect(world.kase.spine.stage).toBe('closed')
    expect(world.dwelling.spine.stage).toBe('available')
  })

  test('after an offer was accepted', () => {
    expect(caseAt('accepted').blocked('withdrawCase', 'mentor')).toEqual({ reason: 'offerAccepted' })
  })

  test('once there is a tenancy', () => {
    expect(caseAt('tenancy').blocked('withdrawCase', 'mentor')).toEqual({ reason: 'notAtThisStage' })
  })
})

describe('before it is withdrawn', () => {
  const track = { track: 'inkomen', state: 'loopt', holder: 'gemeente', dueOn: '2026-03-02' }
  const stops = (world: ReturnType<typeof caseAt>, step = 'withdrawCase') =>
    stopsWith(step, world.as('mentor'), world.rules, world.today)

  test('it is said what stops: tasks, tracks and consents', () => {
    const world = caseAt('sent').take('keepTrack', 'mentor', track).take('recordConsent', 'mentor')
    const { tasks, tracks, consents, tafelOn, dwelling } = stops(world)
    expect(tasks.map(({ task }) => task).sort()).toEqual(['checkIntake', 'keepGemeenteTracks'])
    expect(tracks).toEqual([{ track: 'inkomen', holder: 'gemeente' }])
    expect(consents).toMatchObject([{ category: 'schulden' }])
    expect([tafelOn, dwelling]).toEqual([null, null])
  })

  test('and what must be answered first: a tafel, an offer', () => {
    expect(stops(caseAt('onTafel')).tafelOn).toBe('2026-02-03')
    expect(stops(caseAt('offered')).dwelling).toBe('offered')
    expect(stops(caseAt('tenancy'), 'endBeforeKey').dwelling).toBe('let')
  })

  test('and what was said came true: nothing of it is left', () => {
    const world = caseAt('sent').take('keepTrack', 'mentor', track).take('recordConsent', 'mentor')
    world.take('withdrawCase', 'mentor')
    expect(stops(world)).toMatchObject({ tasks: [], consents: [] })
  })
})
