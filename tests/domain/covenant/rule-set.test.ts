// What a covenant version may decide for its region, and what it may not.
import { describe, expect, test } from 'vitest'
import { tasks } from '@/domain/case/tasks'
import { ruleSet } from '@/domain/covenant/rule-set'
import { rules, rulesWith } from '../../support/rules'

const least = { origins: ['BW'], contractForms: ['eigenNaam'] }
const wrong = (changes: object) =>
  ruleSet.safeParse({ ...least, ...changes }).error?.issues.map((i) => i.path.join('.'))

describe('a covenant that says only whom it is for and how it lets', () => {
  test('gets the usual terms in working days', () => {
    expect(ruleSet.parse(least).terms).toEqual({
      finishIntake: 10,
      checkIntake: 5,
      supplyMore: 10,
      putOnTafel: 10,
      decide: 2,
      adoptList: 2,
      findDwelling: 65,
      agreeOffer: 1,
      agreeSwap: 2,
      informClient: 2,
      answerOffer: 3,
      judgeRefusal: 3,
      weighRefusals: 5,
      offerNext: 2,
      confirmOffer: 5,
      sign: 10,
      approveScaling: 2,
      answerSignal: 1,
      actOnSignal: 10,
      answerArrears: 5,
      adviseOmklap: 10,
      offerDebtHelp: 20,
      weighSupport: 5,
      answerObjection: 10,
      weighRung: 5,
      decideOmklap: 20,
      reviewEmergency: 5,
      decideSpoed: 1,
      answerHandover: 5,
    })
  })

  test('gets the usual tafel, offers and aftercare', () => {
    const { tafel, offers, aftercare, switchedOff, decisionForm, smallCell } = ruleSet.parse(least)
    expect(tafel).toEqual({
      quorum: ['gemeente', 'corporatie', 'zorgaanbieder'],
      composition: ['gemeente', 'corporatie', 'zorgaanbieder'],
      withoutStake: 'nothing',
      minutesPerCase: 15,
      mostCases: 12,
      closeWithin: 10,
      agedAfter: 30,
    })
    expect(offers).toEqual({
      suitable: 1,
      twoOfficers: false,
      judgeRefusals: false,
      perHome: 1,
      reserves: 2,
      namedAt: 'proposed',
      nextInLine: 'officer',
    })
    expect(aftercare.evaluationMonths).toEqual([3, 6, 12, 18, 24])
    expect(aftercare.visits.map((v) => [v.untilDay, v.everyDays])).toEqual([
      [91, 7],
      [182, 14],
      [730, 30],
    ])
    expect(aftercare.omklapAfterMonths).toBe(12)
    expect({ switchedOff, decisionForm, smallCell }).toEqual({
      switchedOff: [],
      decisionForm: 'advies',
      smallCell: 5,
    })
  })

  test('gives one to three rooms to one person, and four to eight to four or more', () => {
    const rooms = ruleSet.parse(least).occupancy.map((o) => [o.persons, o.minRooms, o.maxRooms])
    expect(rooms).toEqual([
      [1, 1, 3],
      [2, 2, 4],
      [3, 3, 5],
      [4, 4, 8],
    ])
  })

  test('has a term for every task that has no day of its own', () => {
    for (const { term } of Object.values(tasks))
      if (term !== 'byDate') expect(rules.terms[term]).toBeGreaterThanOrEqual(0)
  })
})

describe('a covenant is refused', () => {
  test.each([
    ['without origins', { origins: [] }, ['origins']],
    ['with an origin that does not exist', { origins: ['GGZ'] }, ['origins.0']],
    ['without contract forms', { contractForms: [] }, ['contractForms']],
    ['with a term of half a day', { terms: { checkIntake: 0.5 } }, ['terms.checkIntake']],
    ['with a term below nothing', { terms: { checkIntake: -1 } }, ['terms.checkIntake']],
    ['with a term for a task that does not exist', { terms: { holiday: 3 } }, ['terms']],
    ['with a tafel that needs nobody', { tafel: { quorum: [] } }, ['tafel.quorum']],
    ['with a word nobody knows', { colour: 'blue' }, ['']],
    ['with no suitable offer at all', { offers: { suitable: 0 } }, ['offers.suitable']],
    [
      'with a pattern in which no visit ever comes',
      { aftercare: { visits: [{ untilDay: 5, everyDays: 7 }] } },
      ['aftercare.visits'],
    ],
  ])('%s', (_what, changes, at) => {
    expect(wrong(changes)).toEqual(at)
  })
})

describe('a number in a covenant stays within reason', () => {
  const visits = (untilDay: number, everyDays: number) => ({
    aftercare: { visits: [{ untilDay, everyDays }] },
  })
  const rooms = (o: object) => ({ occupancy: [{ persons: 1, minRooms: 1, maxRooms: 1, ...o }] })
  test.each([
    ['a term in working days', (n: number) => ({ terms: { sign: n } }), 0, 520],
    ['the minutes per case', (n: number) => ({ tafel: { minutesPerCase: n } }), 5, 120],
    ['the suitable offers', (n: number) => ({ offers: { suitable: n } }), 1, 10],
    ['the last day of visits', (n: number) => visits(n, 1), 1, 1830],
    ['the days between visits', (n: number) => visits(1830, n), 1, 1830],
    ['the months to an evaluation', (n: number) => ({ aftercare: { evaluationMonths: [n] } }), 1, 60],
    ['the months to an omklap', (n: number) => ({ aftercare: { omklapAfterMonths: n } }), 0, 60],
    ['the smallest cell of a report', (n: number) => ({ smallCell: n }), 1, 50],
    ['the persons of a household', (n: number) => rooms({ persons: n }), 1, 12],
    ['the fewest rooms', (n: number) => rooms({ minRooms: n }), 1, 12],
    ['the most rooms', (n: number) => rooms({ maxRooms: n }), 1, 12],
  ])('%s', (_what, changed, least, most) => {
    expect(wrong(changed(least))).toBeUndefined()
    expect(wrong(changed(most))).toBeUndefined()
    expect(wrong(changed(least - 1))).toBeDefined()
  })

  test.each([
    ['a term of more than two years', { terms: { sign: 521 } }],
    ['more than two hours per case', { tafel: { minutesPerCase: 121 } }],
    ['more than ten offers', { offers: { suitable: 11 } }],
    ['visits after five years', visits(1831, 7)],
    ['an evaluation after five years', { aftercare: { evaluationMonths: [61] } }],
    ['an omklap after five years', { aftercare: { omklapAfterMonths: 61 } }],
    ['no evaluation at all', { aftercare: { evaluationMonths: [] } }],
    ['a smallest cell of fifty-one', { smallCell: 51 }],
    ['no occupancy at all', { occupancy: [] }],
  ])('and not %s', (_what, changes) => {
    expect(wrong(changes)).toBeDefined()
  })
})

test('what a covenant changes is changed, and the rest stays as it is', () => {
  const changed = rulesWith({ terms: { checkIntake: 3 }, aftercare: { omklapAfterMonths: 6 } })
  expect(changed.terms).toEqual({ ...rules.terms, checkIntake: 3 })
  expect(changed.aftercare).toEqual({ ...rules.aftercare, omklapAfterMonths: 6 })
})
