// How long a name may be and how high a score: what fits is kept whole, what does not is named at its field.
import { describe, expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'
import type { World } from '../../support/world'

const sixty = 'Wolfeschlegelsteinhausenbergerdorff van der Aa tot Zuilichem'

/** What the form says of it; nothing when it takes the answer. */
function said(take: () => World): string {
  try {
    take()
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('a name', () => {
  test('of sixty characters is kept whole, and has initials like any other', () => {
    const { kase } = caseAt('new').take('openCase', 'mentor', { givenName: sixty, familyName: sixty })
    expect(kase.of.identity).toMatchObject({ givenName: sixty, familyName: sixty })
    expect(kase.of.initials).toEqual({ initials: 'W.Z.' })
  })

  test.each(['givenName', 'familyName'])('of sixty-one characters is too long (%s)', (field) => {
    const open = () => caseAt('new').take('openCase', 'mentor', { [field]: `${sixty}x` })
    expect(said(open)).toBe(`${field}: tooLong`)
  })

  test.each(['محمد', 'שרה', 'Zoë 🏡', '李小龍', '<script>alert(1)</script>'])(
    '%s is kept as it is',
    (name) => {
      const { kase } = caseAt('new').take('openCase', 'mentor', { givenName: name, familyName: name })
      expect(kase.of.identity).toMatchObject({ givenName: name, familyName: name })
    },
  )

  test('is needed', () => {
    const open = () => caseAt('new').take('openCase', 'mentor', { givenName: null, familyName: ' ' })
    expect(said(open)).toBe('givenName: missing, familyName: missing')
  })
})

describe('a day', () => {
  test('of birth lies behind us, and so does the day since when they can leave', () => {
    const ahead = { birthDate: '2026-01-13', readySince: '2026-01-13' }
    expect(said(() => caseAt('new').take('openCase', 'mentor', ahead))).toBe(
      'birthDate: dayInFuture, readySince: dayInFuture',
    )
  })

  test('of a tafel, and of the start of a lease, lies ahead', () => {
    const late = () => caseAt('new').take('planTafel', 'chair', { on: '2026-01-11' })
    expect(said(late)).toBe('on: dayInPast')
    const lease = () => caseAt('accepted').take('confirmOffer', 'officer', { startOn: '2026-02-17' })
    expect(said(lease)).toBe('startOn: dayInPast')
  })

  test('of the key is never tomorrow', () => {
    const key = () => caseAt('signed').take('handOverKey', 'officer', { keyOn: '2026-02-25' })
    expect(said(key)).toBe('keyOn: dayInFuture')
  })
})

describe('a number', () => {
  test.each([
    [0, 'finances: tooSmall'],
    [1, ''],
    [5, ''],
    [6, 'finances: tooLarge'],
  ])('of %i on the ZRM: "%s"', (finances, error) => {
    expect(said(() => caseAt('intake').take('scoreZrm', 'mentor', { finances }))).toBe(error)
  })

  test.each([
    [{ adults: 0 }, 'adults: tooSmall'],
    [{ adults: 10, children: 12 }, ''],
    [{ adults: 11 }, 'adults: tooLarge'],
    [{ children: 13 }, 'children: tooLarge'],
  ])('of a household of %o: "%s"', (household, error) => {
    expect(said(() => caseAt('intake').take('describeHousehold', 'mentor', household))).toBe(error)
  })

  test.each([
    [{ rooms: 0 }, 'rooms: tooSmall'],
    [{ rooms: 13 }, 'rooms: tooLarge'],
    [{ rent: 3_000_01 }, 'rent: tooLarge'],
    [{ rent: 3_000_00, rooms: 12, floor: 40 }, ''],
  ])('of a dwelling of %o: "%s"', (facts, error) => {
    expect(said(() => caseAt('new').take('enterDwelling', 'officer', facts))).toBe(error)
  })
})

test('an id that was made up is no organisation, no dwelling and no tafel', () => {
  const forged = { tafel: '1 OR 1=1' }
  expect(said(() => caseAt('tafel').take('putOnTafel', 'regisseur', forged))).toBe('tafel: notAChoice')
})
