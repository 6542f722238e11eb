// Who hears of a term, and on which day.
import { describe, expect, test } from 'vitest'
import { ruleSet } from '@/domain/covenant/rule-set'
import { ladderOf, type Term, tellingOf } from '@/domain/notices/ladder'

const usual = ruleSet.shape.ladder.parse(undefined)
const term: Term = { role: 'mentor', since: '2026-11-02', dueOn: '2026-11-16' }
const days = (of: Term = term, ladder = usual) =>
  Object.fromEntries(ladderOf(of, ladder).map(({ rung, on }) => [rung, on]))
const tell = (told: readonly string[], today: string, of: Term = term) => {
  const { rung, again } = tellingOf(of, usual, told, today)
  return [rung, again?.toISOString() ?? null]
}

describe('a term', () => {
  test('is told of before its last day, and then up the ladder in working days', () => {
    expect(days()).toEqual({
      remind: '2026-11-12',
      holder: '2026-11-17',
      standIn: '2026-11-18',
      lead: '2026-11-19',
      coordinator: '2026-11-23',
    })
  })

  test('passes over weekends and holidays', () => {
    expect(days({ ...term, since: '2026-12-07', dueOn: '2026-12-24' })).toEqual({
      remind: '2026-12-22',
      holder: '2026-12-28',
      standIn: '2026-12-29',
      lead: '2026-12-30',
      coordinator: '2027-01-04',
    })
  })

  test('goes by what the covenant says', () => {
    const own = { remind: 5, holder: 1, standIn: 1, lead: 10, coordinator: 20 }
    expect(days(term, own)).toMatchObject({ remind: '2026-11-09', standIn: '2026-11-17', lead: '2026-11-30' })
    expect(days(term, { ...usual, remind: 0 })).not.toHaveProperty('remind')
  })

  test('that is shorter than the reminder has none', () => {
    expect(days({ ...term, since: '2026-11-12', dueOn: '2026-11-13' })).not.toHaveProperty('remind')
  })

  test('of whom nobody leads goes past the rung of the lead', () => {
    expect(days({ ...term, role: 'privacyOfficer' })).not.toHaveProperty('lead')
  })

  test('cannot be told to a higher rung before a lower one by any covenant', () => {
    expect(() => ruleSet.shape.ladder.parse({ lead: 1 })).toThrow('a higher rung')
  })
})

describe('the worker', () => {
  test('waits for the morning of the day', () => {
    expect(tell([], '2026-11-05')).toEqual([null, '2026-11-12T06:00:00.000Z'])
  })

  test('tells each rung on its day and comes back for the next', () => {
    expect(tell([], '2026-11-12')).toEqual(['remind', '2026-11-17T06:00:00.000Z'])
    expect(tell(['remind'], '2026-11-17')).toEqual(['holder', '2026-11-18T06:00:00.000Z'])
    expect(tell(['remind', 'holder', 'standIn', 'lead'], '2026-11-23')).toEqual(['coordinator', null])
    expect(tell(['remind', 'holder', 'standIn', 'lead', 'coordinator'], '2026-12-01')).toEqual([null, null])
  })

  test('that was away begins with who holds the task, and takes a working day for each rung', () => {
    expect(tell([], '2026-12-04')).toEqual(['holder', '2026-12-07T06:00:00.000Z'])
    expect(tell(['holder'], '2026-12-07')).toEqual(['standIn', '2026-12-08T06:00:00.000Z'])
  })

  test('that comes back in a weekend waits for Monday', () => {
    expect(tell([], '2026-12-05')).toEqual([null, '2026-12-07T06:00:00.000Z'])
  })

  test('reminds of nothing that is already too late, and still on the last day', () => {
    expect(tell([], '2026-11-16')[0]).toBe('remind')
    expect(tell([], '2026-11-17')[0]).toBe('holder')
  })

  test('comes at seven also when the clock has been moved', () => {
    const summer = { ...term, since: '2026-10-01', dueOn: '2026-10-23' }
    expect(tell([], '2026-10-02', summer)[1]).toBe('2026-10-21T05:00:00.000Z')
    expect(tell(['remind'], '2026-10-22', summer)[1]).toBe('2026-10-26T06:00:00.000Z')
  })
})
