// What a row with a dwelling must say, and what is said when it does not.
import { describe, expect, test } from 'vitest'
import { steps } from '@/domain/case/steps'
import { type ColumnKey, columns, keysOf, neededOf, recognised } from '@/domain/import/columns'
import { exampleDwelling } from '@/domain/import/dwelling-columns'
import type { Ground } from '@/domain/import/judge'
import { judgeDwelling } from '@/domain/import/judge-dwelling'
import { judgeAll, verdictsOf } from '@/domain/import/verdict'
import { actors, organisations } from '../../support/actors'
import { norms, rules } from '../../support/rules'
import { unopened } from '../../support/unopened'

const today = '2026-01-12'
const ground: Ground = {
  today,
  rules,
  labels: { dwellingType: { portiekflat: 'POF' }, energyLabel: {}, accessibility: {}, outdoorSpace: {} },
  gemeenten: { emmen: organisations.gemeente[0].id },
  refuses: (asked) =>
    steps.enterDwelling.check(unopened('dwelling', 0, today) as never, asked, {
      today,
      rules,
      norms,
      actor: actors.officer,
    }),
}
const keys = keysOf('dwelling')
const mapping = Object.fromEntries(keys.map((key, place) => [key, place]))
const whole: Partial<Record<ColumnKey, string>> = {
  unitNumber: '12-3456',
  street: 'Weiersstraat',
  houseNumber: '12 a',
  postcode: '7811ab',
  municipality: 'Emmen',
  type: 'Portiekflat',
  rooms: '2',
  floor: '1',
  lift: 'Ja',
  accessibility: 'NUL',
  energyLabel: 'A++',
  rent: '€ 612,50',
  availableFrom: '1-2-2026',
}
const row = (more: Partial<Record<ColumnKey, string>> = {}) =>
  keys.map((key) => ({ ...whole, ...more })[key] ?? '')
const judged = (more: Partial<Record<ColumnKey, string>> = {}) => judgeDwelling(row(more), mapping, ground)
const wrong = (more: Partial<Record<ColumnKey, string>>) => {
  const found = judged(more)
  return 'wrong' in found ? found.wrong.map(({ column, fault }) => `${column} ${fault}`) : []
}
const verdicts = (rows: readonly string[][], known = new Map<string, string>()) =>
  verdictsOf(
    judgeAll(
      rows.map((cells, at) => ({ nr: at + 2, cells })),
      mapping,
      ground,
      'dwelling',
    ),
    known,
  ).map(({ state, twin }) => [state, twin])

test('a row becomes a dwelling: amounts in cents, yes and no, and codes by what people call them', () => {
  const found = judged()
  expect('home' in found && found.home.opening).toMatchObject({
    postcode: '7811 AB',
    type: 'POF',
    lift: true,
    energyLabel: 'APP',
    rent: 612_50,
    serviceCosts: null,
    availableFrom: '2026-02-01',
  })
})

describe('a row does not come in', () => {
  test('without what is needed', () => {
    for (const column of neededOf('dwelling'))
      expect(wrong({ [column]: '' }).join(), column).toContain(column)
  })

  test.each([
    ['a negative rent', { rent: '-612,50' }, 'rent notAnAmount'],
    ['a rent that nobody asks', { rent: '6,12' }, 'rent rentUnlikely'],
    ['an absurd rent', { rent: '99999' }, 'rent tooLarge'],
    ['a code that nobody knows', { type: 'Kasteel' }, 'type noSuchWord'],
    ['an energy label that is none', { energyLabel: 'Z' }, 'energyLabel noSuchWord'],
    ['a gemeente of elsewhere', { municipality: 'Atlantis' }, 'municipality noSuchGemeente'],
    ['half a floor', { floor: '1,5' }, 'floor notANumber'],
    ['a day that is none', { availableFrom: '31-2-2026' }, 'availableFrom notADay'],
    ['a day that nobody can know', { availableFrom: '1-1-2040' }, 'availableFrom availableUnlikely'],
  ])('with %s', (_what, more, said) => {
    expect(wrong(more)).toEqual([said])
  })

  test('when it is the one of the template', () => {
    expect(wrong(exampleDwelling)).toEqual(['street exampleRow'])
  })
})

test('two rows are one dwelling by their address or by their number, in whatever way these are written', () => {
  const sameNumber = row({ houseNumber: '14', unitNumber: '12 3456' })
  const sameAddress = row({ houseNumber: '12A', unitNumber: '' })
  const another = row({ houseNumber: '16', unitNumber: '77' })
  expect(verdicts([row(), sameNumber, sameAddress, another])).toEqual([
    ['good', null],
    ['double', 2],
    ['double', 2],
    ['good', null],
  ])
  expect(verdicts([row()], new Map([['unit 123456', 'TT-W26-0001']]))).toEqual([['double', null]])
})

test('columns are known by what corporations call them', () => {
  expect(recognised(['VHE', 'Straatnaam', 'Netto huur', 'Vrij per'], 'dwelling')).toEqual({
    unitNumber: 0,
    street: 1,
    rent: 2,
    availableFrom: 3,
  })
  expect(
    recognised(
      keys.map((key) => columns[key].names[0]),
      'dwelling',
    ),
  ).toEqual(mapping)
})
