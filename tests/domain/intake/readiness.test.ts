// Ready to leave since a day, or expected to be: what is refused, what it makes whose turn, and what moves with another day.
import { describe, expect, test } from 'vitest'
import { movesFrom } from '@/domain/case/readiness'
import { keyExpectedOn } from '@/domain/intake/tracks'
import { addWorkingDays } from '@/domain/kernel/days'
import { caseAt } from '../../support/case-at'
import { rules } from '../../support/rules'

const notYet = { readySince: null, expectedOn: '2026-03-02' }
const change = (days: Record<string, unknown>) => ({ why: 'meerTijd', ...days })
const open = (days: Record<string, unknown>) => caseAt('new').take('openCase', 'mentor', days)

describe('a registration', () => {
  test('is of somebody who is ready or who is expected to be, and not of both', () => {
    const refused = (days: Record<string, unknown>) => caseAt('new').refusal('openCase', 'mentor', days)
    expect(refused({ readySince: null })).toEqual({ reason: 'readyOrExpected', field: 'readySince' })
    expect(refused({ expectedOn: '2026-03-02' })).toEqual({ reason: 'readyAndExpected', field: 'expectedOn' })
    expect(refused(notYet)).toBeNull()
    expect(() => open({ readySince: null, expectedOn: '2026-01-11' })).toThrow('expectedOn: dayInPast')
  })

  test('of somebody who is not ready yet makes it the turn of the provider by the expected day', () => {
    expect(open(notYet).turn('becomeReady')).toMatchObject({ role: 'mentor', dueOn: '2026-03-02' })
    expect(open({}).turn('becomeReady')).toBeUndefined()
  })
})

describe('another day', () => {
  test('asks why, and is told with it to the gemeente and the corporation', () => {
    expect(() =>
      open(notYet).take('changeReadiness', 'mentor', { expectedOn: '2026-04-01', why: null }),
    ).toThrow('why')
    const { last } = open(notYet).take('changeReadiness', 'mentor', change({ expectedOn: '2026-04-01' }))
    expect(last.effect.tells).toEqual({ on: '2026-04-01', changedWhy: 'meerTijd' })
  })

  test('is refused where nothing changes, and to everybody but the provider', () => {
    const world = open(notYet)
    expect(world.refusal('changeReadiness', 'mentor', change({ expectedOn: '2026-03-02' }))).toEqual({
      reason: 'readinessUnchanged',
      field: 'readySince',
    })
    expect(world.blocked('changeReadiness', 'regisseur')).toEqual({ reason: 'notYourRole' })
    const early = change({ expectedOn: null, readySince: '1996-03-13' })
    expect(world.refusal('changeReadiness', 'mentor', early)?.reason).toBe('readyBeforeBirth')
  })

  test('moves the task of the provider, and the day itself ends it', () => {
    const world = open(notYet).take('changeReadiness', 'mentor', change({ expectedOn: '2026-04-01' }))
    expect(world.turn('becomeReady')?.dueOn).toBe('2026-04-01')
    world
      .on('2026-03-20')
      .take('changeReadiness', 'mentor', change({ expectedOn: null, readySince: '2026-03-20' }))
    expect(world.turn('becomeReady')).toBeUndefined()
    expect(world.kase.of.readiness).toMatchObject({ readySince: '2026-03-20', expectedOn: null })
  })

  test('moves the day on which the key is expected', () => {
    const world = open({ ...notYet, wantedFrom: '2026-02-01' })
    expect(keyExpectedOn(world.kase, world.today)).toBe('2026-03-02')
    world.take('changeReadiness', 'mentor', change({ expectedOn: '2026-04-01', wantedFrom: '2026-05-01' }))
    expect(keyExpectedOn(world.kase, world.today)).toBe('2026-05-01')
  })
})

describe('the search for a home', () => {
  const admitted = () => caseAt('matching')
  const term = (from: string) => addWorkingDays(from, rules.terms.findDwelling)

  test('is due when the client can move, where that is later, and by its own term again once they can', () => {
    const world = admitted()
    const [began, own] = [world.today, world.turn('findDwelling')?.dueOn]
    expect(own).toBe(term(began))
    world.take('changeReadiness', 'mentor', change({ expectedOn: '2027-06-01' }))
    expect(world.turn('findDwelling')?.dueOn).toBe('2027-06-01')
    world.take('changeReadiness', 'mentor', change({ expectedOn: '2027-04-01' }))
    expect(world.turn('findDwelling')?.dueOn).toBe('2027-04-01')
    world.take('changeReadiness', 'mentor', change({ expectedOn: null, readySince: began }))
    expect(world.turn('findDwelling')?.dueOn).toBe(own)
  })

  test('gets no more days by changing a day that lies within its term', () => {
    const world = admitted()
    const own = world.turn('findDwelling')?.dueOn as string
    const [soon, sooner] = [addWorkingDays(world.today, 5), addWorkingDays(world.today, 4)]
    for (const expectedOn of [soon, sooner]) world.take('changeReadiness', 'mentor', change({ expectedOn }))
    expect(world.turn('findDwelling')?.dueOn).toBe(own)
  })

  test('begins anew after a refusal with the day on which the client can move', () => {
    const world = caseAt('offered').take('changeReadiness', 'mentor', change({ expectedOn: '2027-06-01' }))
    expect(world.turn('findDwelling')).toBeUndefined()
    world.take('refuseOffer', 'mentor')
    expect(world.turn('findDwelling')?.dueOn).toBe('2027-06-01')
  })
})

test('somebody moves on the later of what they can and want, and a day that passed says nothing', () => {
  const days = { readySince: null, expectedOn: '2026-03-02', wantedFrom: '2026-02-01' }
  expect(movesFrom(days, '2026-01-12')).toBe('2026-03-02')
  expect(movesFrom(days, '2026-03-03')).toBeNull()
  expect(movesFrom({ ...days, readySince: '2026-01-01' }, '2026-01-12')).toBe('2026-02-01')
  expect(movesFrom(null)).toBeNull()
})
