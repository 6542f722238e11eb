// What must be arranged beside the home: who sees to it, by when, and where a gap threatens.
import { describe, expect, test } from 'vitest'
import { gapOf, keyExpectedOn, type Track, tracksOf } from '@/domain/intake/tracks'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import type { World } from '../../support/world'

const line = (world: World, track: Track) =>
  tracksOf(world.as('mentor'), world.rules, world.today).find((one) => one.track === track)

const income = { track: 'inkomen', state: 'loopt', holder: 'gemeente', dueOn: '2026-03-02' }
const furnishing = { track: 'inrichting', state: 'teDoen', holder: 'provider', dueOn: '2026-02-20' }

describe('a track has somebody who sees to it', () => {
  const world = caseAt('described').take('keepTrack', 'mentor', income)

  test('and that is their task, until the first day of what they have open', () => {
    expect(world.turn('keepGemeenteTracks')).toMatchObject({ role: 'regisseur', dueOn: '2026-03-02' })
    expect(world.turn('keepProviderTracks')).toBeUndefined()
    const sooner = world
      .copy()
      .take('keepTrack', 'regisseur', { ...income, track: 'inschrijving', dueOn: '2026-02-09' })
    expect(sooner.turn('keepGemeenteTracks')?.dueOn).toBe('2026-02-09')
  })

  test('which goes on when the case moves to another stage', () => {
    const accepted = world.copy().take('sendIntake', 'mentor').take('acceptIntake', 'regisseur')
    expect(accepted.kase.spine.stage).toBe('tafel')
    expect(accepted.tasks()).toEqual(['keepGemeenteTracks', 'putOnTafel'])
  })

  test('and ends with the case', () => {
    expect(world.copy().take('withdrawCase', 'mentor').tasks()).toEqual([])
  })

  test('or when nothing is open any more', () => {
    const done = world.copy().take('keepTrack', 'regisseur', { ...income, state: 'klaar', dueOn: null })
    expect(done.turn('keepGemeenteTracks')).toBeUndefined()
  })

  test('it passes to the other when the other sees to it from now on', () => {
    const passed = world.copy().take('keepTrack', 'regisseur', { ...income, holder: 'provider' })
    expect(passed.turn('keepGemeenteTracks')).toBeUndefined()
    expect(passed.turn('keepProviderTracks')).toMatchObject({ role: 'mentor', dueOn: '2026-03-02' })
  })

  test('what is open has a day, and not one that has passed', () => {
    expect(world.refusal('keepTrack', 'mentor', { ...income, dueOn: null })).toEqual({
      reason: 'trackNeedsDay',
      field: 'dueOn',
    })
    expect(world.refusal('keepTrack', 'mentor', { ...income, dueOn: '2026-01-01' })).toEqual({
      reason: 'trackDayPassed',
      field: 'dueOn',
    })
  })
})

describe('a gap is said before somebody falls in it', () => {
  test('what will be ready only after the key', () => {
    const world = caseAt('tenancy')
    const key = keyExpectedOn(world.kase, world.today) as string
    world.take('keepTrack', 'mentor', { ...furnishing, dueOn: key })
    expect(line(world, 'inrichting')).toMatchObject({ late: false, gap: false })
    world.take('keepTrack', 'mentor', { ...furnishing, dueOn: '2026-12-01' })
    expect(line(world, 'inrichting')).toMatchObject({ late: false, gap: true })
  })

  test('before there is a home, by the day from which the client wants one', () => {
    const world = caseAt('intake')
      .take('changeReadiness', 'mentor', {
        readySince: '2025-11-03',
        expectedOn: null,
        wantedFrom: '2026-02-15',
      })
      .take('keepTrack', 'mentor', furnishing)
    expect(keyExpectedOn(world.kase, world.today)).toBe('2026-02-15')
    expect(line(world, 'inrichting')?.gap).toBe(true)
    // A wish that has passed says nothing of the day of the key.
    expect(keyExpectedOn(world.kase, '2026-02-16')).toBeNull()
  })

  test('once the key was handed over only what is too late is said', () => {
    const world = caseAt('aftercare').take('keepTrack', 'mentor', { ...furnishing, dueOn: '2026-12-01' })
    expect(line(world, 'inrichting')).toMatchObject({ late: false, gap: false })
    expect(line(world.on('2026-12-02'), 'inrichting')?.late).toBe(true)
  })

  test('and of what nobody looked at nothing is said', () => {
    expect(line(caseAt('intake'), 'school')).toEqual({ track: 'school', word: null, late: false, gap: false })
  })
})

test('only the tracks that the region follows', () => {
  const few = caseAt('described', { rules: rulesWith({ intake: { tracks: ['inkomen', 'inrichting'] } }) })
  expect(tracksOf(few.as('mentor'), few.rules, few.today).map(({ track }) => track)).toEqual([
    'inkomen',
    'inrichting',
  ])
  expect(few.refusal('keepTrack', 'mentor', { ...income, track: 'school' })).toEqual({
    reason: 'choiceNotOpen',
    field: 'track',
  })
})

test('a corporation reads nothing of it', () => {
  const world = caseAt('tenancy').take('keepTrack', 'mentor', { ...income, dueOn: '2026-12-01' })
  expect(world.as('officer').of.tracks).toBeNull()
  expect(tracksOf(world.as('officer'), world.rules, world.today).every(({ word }) => word === null)).toBe(
    true,
  )
})

describe('what is in the way of the day of the key', () => {
  const gap = (world: World) =>
    gapOf(world.kase, tracksOf(world.as('mentor'), world.rules, world.today), world.today)
  const late = { ...income, dueOn: '2026-03-12' }

  test('is told with the last of it first, who sees to it, and what that does to the day', () => {
    const world = caseAt('tenancy')
      .take('keepTrack', 'mentor', late)
      .take('keepTrack', 'mentor', { ...furnishing, dueOn: '2026-03-09' })
      .take('keepTrack', 'mentor', { ...furnishing, track: 'energie', dueOn: '2026-03-02' })
    expect(gap(world)).toMatchObject({ readyOn: '2026-03-12', days: 10 })
    expect(gap(world)?.lines.map(({ track, holder }) => [track, holder])).toEqual([
      ['inkomen', 'gemeente'],
      ['inrichting', 'provider'],
    ])
    expect(gap(world)?.unsaid).toContain('eersteHuur')
    expect(gap(world)?.unsaid).not.toContain('energie')
  })

  test('is no more when the tenancy begins later: what must be ready is held against the new day', () => {
    const world = caseAt('tenancy').take('keepTrack', 'mentor', late)
    world.take('moveStart', 'officer', { startOn: '2026-03-16' })
    expect(gap(world)).toMatchObject({ lines: [], readyOn: null, days: 0 })
  })

  test('is nothing while no home is found, and after the key', () => {
    expect(gap(caseAt('described').take('keepTrack', 'mentor', late))).toBeNull()
    expect(gap(caseAt('aftercare'))).toBeNull()
  })
})
