// The rail of a case: since when it is in a stage, and by which day the next one is expected.
import { describe, expect, test } from 'vitest'
import { railOf } from '@/domain/case/rail'
import type { Turn } from '@/domain/kernel/subject'

const TODAY = '2026-11-22'
const turn = (task: string, dueOn: string, pausedOn: string | null = null): Turn => ({
  task,
  role: 'regisseur',
  holderId: 'x',
  since: '2026-11-01',
  dueOn,
  pausedOn,
})
const arrivals = [
  { stage: 'intake', on: '2026-10-01' },
  { stage: 'tafel', on: '2026-10-20' },
  { stage: 'matching', on: '2026-11-03' },
]
const at = (stage: string, rail: ReturnType<typeof railOf>) => rail.find((s) => s.stage === stage)

describe('a stage', () => {
  test('that is behind or now says since when, and one to come does not', () => {
    const rail = railOf('matching', arrivals, [], TODAY)
    expect(rail.map(({ state }) => state)).toEqual(['done', 'done', 'current', 'next', 'next', 'next'])
    expect(at('intake', rail)?.since).toBe('2026-10-01')
    expect(at('matching', rail)?.since).toBe('2026-11-03')
    expect(at('tenancy', rail)?.since).toBeNull()
  })

  test('to which the case went before it was sent back says nothing: it is to come again', () => {
    const rail = railOf('intake', arrivals, [], TODAY)
    expect(at('tafel', rail)).toMatchObject({ state: 'next', since: null })
  })

  test('of which the reader may not know when it began has no day', () => {
    expect(at('intake', railOf('matching', arrivals.slice(1), [], TODAY))).toMatchObject({
      state: 'done',
      since: null,
    })
  })

  test('that a closed case never came to was skipped, and is not said to be done', () => {
    const closed = [...arrivals.slice(0, 2), { stage: 'closed', on: '2026-11-10' }]
    const rail = railOf('closed', closed, [], TODAY)
    expect(rail.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'skipped',
      'skipped',
      'skipped',
      'current',
    ])
  })

  test('of a closed case of which nothing is known to the reader is not said to be skipped', () => {
    expect(railOf('closed', [], [], TODAY).some(({ state }) => state === 'skipped')).toBe(false)
  })
})

describe('the next stage', () => {
  test.each([
    ['intake', 'checkIntake', 'tafel'],
    ['tafel', 'decide', 'matching'],
    ['matching', 'findDwelling', 'tenancy'],
    ['tenancy', 'handOverKey', 'aftercare'],
  ])('after %s is expected by the last day of %s', (now, task, next) => {
    const rail = railOf(now, [], [turn('supplyMore', '2026-11-23'), turn(task, '2026-12-01')], TODAY)
    expect(at(next, rail)?.expectedBy).toBe('2026-12-01')
    expect(rail.filter(({ expectedBy }) => expectedBy)).toHaveLength(1)
  })

  test('is expected on no day while its clock stands still, or once its term has passed', () => {
    const by = (one: Turn) => at('tafel', railOf('intake', [], [one], TODAY))?.expectedBy
    expect(by(turn('checkIntake', '2026-12-01', '2026-11-20'))).toBeNull()
    expect(by(turn('checkIntake', '2026-11-21'))).toBeNull()
    expect(by(turn('checkIntake', TODAY))).toBe(TODAY)
  })
})
