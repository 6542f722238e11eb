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
      answerOffer: 3,
      confirmOffer: 5,
      sign: 10,
      answerSignal: 1,
      answerArrears: 5,
      decideOmklap: 20,
    })
  })

  test('gets the usual tafel, offers and aftercare', () => {
    const { tafel, offers, aftercare, switchedOff, decisionForm, smallCell } = ruleSet.parse(least)
    expect(tafel).toEqual({ quorum: ['gemeente', 'corporatie', 'zorgaanbieder'], minutesPerCase: 15 })
    expect(offers).toEqual({ suitable: 1 })
    expect(aftercare.evaluationMonths).toEqual([3, 6, 12, 18, 24])
    expect(aftercare.omklapAfterMonths).toBe(12)
    expect({ switchedOff, decisionForm, smallCell }).toEqual({
      switchedOff: [],
      decisionForm: 'advies',
      smallCell: 5,
    })
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

test('what a covenant changes is changed, and the rest stays as it is', () => {
  const changed = rulesWith({ terms: { checkIntake: 3 }, aftercare: { omklapAfterMonths: 6 } })
  expect(changed.terms).toEqual({ ...rules.terms, checkIntake: 3 })
  expect(changed.aftercare).toEqual({ ...rules.aftercare, omklapAfterMonths: 6 })
})
