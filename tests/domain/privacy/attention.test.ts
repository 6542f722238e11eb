import { describe, expect, test } from 'vitest'
import { attentionFrom, concernsOf, outsideHours } from '@/domain/privacy/attention'
import { rules, rulesWith } from '../../support/rules'

const limits = rules.journal
const nobody = { hours: [], days: [], refused: [] }
const MONDAY = '2026-11-23'
const SATURDAY = '2026-11-21'

describe('offices are', () => {
  test('open on a working day from seven until seven, unless the covenant says otherwise', () => {
    expect(outsideHours({ day: MONDAY, hour: 7 }, limits)).toBe(false)
    expect(outsideHours({ day: MONDAY, hour: 18 }, limits)).toBe(false)
    const short = rulesWith({ journal: { officeFrom: 9, officeUntil: 17 } }).journal
    expect(outsideHours({ day: MONDAY, hour: 8 }, short)).toBe(true)
    expect(outsideHours({ day: MONDAY, hour: 17 }, short)).toBe(true)
  })

  test('closed at night, in the weekend and on a holiday', () => {
    expect(outsideHours({ day: MONDAY, hour: 6 }, limits)).toBe(true)
    expect(outsideHours({ day: MONDAY, hour: 19 }, limits)).toBe(true)
    expect(outsideHours({ day: SATURDAY, hour: 12 }, limits)).toBe(true)
    expect(outsideHours({ day: '2026-12-25', hour: 12 }, limits)).toBe(true)
  })
})

describe('a privacy officer is told', () => {
  test('of the last seven days, today included', () => {
    expect(attentionFrom('2026-11-22')).toBe('2026-11-16')
  })

  test('nothing of ordinary work', () => {
    const hours = [{ person: 'roos', day: MONDAY, hour: 10, reads: 30 }]
    const days = [{ person: 'roos', day: MONDAY, cases: 39 }]
    expect(concernsOf({ ...nobody, hours, days }, limits)).toEqual([])
  })

  test('of every person whose attempt was refused, the most often refused first', () => {
    const refused = [
      { person: 'roos', times: 1 },
      { person: 'tim', times: 4 },
    ]
    expect(concernsOf({ ...nobody, refused }, limits)).toEqual([
      { about: 'denied', person: 'tim', times: 4 },
      { about: 'denied', person: 'roos', times: 1 },
    ])
  })

  test('of a day on which one person opened as many cases as the covenant finds many', () => {
    const days = [{ person: 'roos', day: MONDAY, cases: 40 }]
    expect(concernsOf({ ...nobody, days }, limits)).toEqual([
      { about: 'manyCases', person: 'roos', day: MONDAY, times: 40 },
    ])
    const patient = rulesWith({ journal: { casesPerDay: 41 } }).journal
    expect(concernsOf({ ...nobody, days }, patient)).toEqual([])
  })

  test('how often a person read outside office hours, all hours together', () => {
    const hours = [
      { person: 'roos', day: MONDAY, hour: 22, reads: 3 },
      { person: 'roos', day: MONDAY, hour: 12, reads: 9 },
      { person: 'roos', day: SATURDAY, hour: 12, reads: 2 },
      { person: 'tim', day: SATURDAY, hour: 13, reads: 8 },
    ]
    expect(concernsOf({ ...nobody, hours }, limits)).toEqual([
      { about: 'outsideHours', person: 'tim', times: 8 },
      { about: 'outsideHours', person: 'roos', times: 5 },
    ])
  })
})
