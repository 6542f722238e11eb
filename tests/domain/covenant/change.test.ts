// Another version of a covenant: what it changes is told to the last place.
import { describe, expect, test } from 'vitest'
import { differencesBetween, withNumbers } from '@/domain/covenant/change'
import { ruleSet } from '@/domain/covenant/rule-set'

const line = (corporation: string, homes: number) => ({
  ...{ corporation, from: '2026-01-01', until: '2026-12-31' },
  agreed: { as: 'number', homes },
})
const rules = ruleSet.parse({
  origins: ['BW', 'MO'],
  contractForms: ['eigenNaam', 'driepartijen'],
  contingent: { lines: [line('domesta', 12), line('lefier', 8)] },
})
const numbers = (lines: [number, number][], decide?: number) => ({
  lines: new Map(lines),
  terms: new Map(decide === undefined ? [] : ([['decide', decide]] as const)),
})

describe('what two versions differ in', () => {
  test('is nothing where they are the same', () => {
    expect(differencesBetween(rules, structuredClone(rules))).toEqual([])
  })

  test('is a term with its days before and after', () => {
    expect(differencesBetween(rules, withNumbers(rules, numbers([], 4)))).toEqual([
      { at: 'terms.decide', before: 2, after: 4 },
    ])
  })

  test('is, of homes that were agreed, the line that goes and the line that comes', () => {
    const after = withNumbers(rules, numbers([[1, 10]]))
    expect(differencesBetween(rules, after)).toMatchObject([
      { at: 'contingent.lines', before: { corporation: 'lefier', agreed: { homes: 8 } }, after: null },
      { at: 'contingent.lines', before: null, after: { corporation: 'lefier', agreed: { homes: 10 } } },
    ])
  })

  test('is the order, where only that is another', () => {
    const after = { ...rules, contractForms: [...rules.contractForms].reverse() }
    expect(differencesBetween(rules, after)).toEqual([
      {
        at: 'contractForms',
        before: ['eigenNaam', 'driepartijen'],
        after: ['driepartijen', 'eigenNaam'],
      },
    ])
  })

  test('is what one of them does not have at all', () => {
    expect(differencesBetween({ a: 1 }, { b: { c: 2 } })).toEqual([
      { at: 'a', before: 1, after: null },
      { at: 'b', before: null, after: { c: 2 } },
    ])
  })
})

describe('other numbers', () => {
  test('change the lines they are for, and nothing else', () => {
    const { contingent, ...others } = withNumbers(rules, numbers([[0, 20]]))
    expect(contingent.lines.map(({ agreed }) => agreed)).toEqual([
      { as: 'number', homes: 20 },
      { as: 'number', homes: 8 },
    ])
    expect(others).toEqual({ ...rules, contingent: undefined })
  })

  test('of a share are its percentage', () => {
    const share = { as: 'percentage', percent: 5, lettings: 200 } as const
    const ofShare = { ...rules, contingent: { lines: [{ ...line('domesta', 0), agreed: share }] } }
    const after = withNumbers(ruleSet.parse(ofShare), numbers([[0, 7.5]]))
    expect(after.contingent.lines[0]?.agreed).toEqual({ ...share, percent: 7.5 })
  })
})
