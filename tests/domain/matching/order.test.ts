// The order of candidates: priority of the tafel, then days waited, then id. Nobody stands beside another.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RuleResult } from '@/domain/matching/fit'
import { excluded, inOrder, type Ranked } from '@/domain/matching/order'
import type { Verdict } from '@/domain/norm/letting'

const result = (verdict: Verdict, warns = false): RuleResult => ({ rule: 'x', verdict, warns, shown: {} })
const someone = (caseId: string, change: Partial<Ranked> = {}): Ranked => ({
  caseId,
  priority: 'normaal',
  waitingDays: 10,
  excluded: false,
  ...change,
})
const order = (...all: Ranked[]) => inOrder(all).map((c) => c.caseId)

describe('who comes first', () => {
  test('spoed before hoog before normaal, and those without a priority last', () => {
    const all = [null, 'normaal', 'hoog', 'spoed', 'iets'].map((priority, i) => someone(`${i}`, { priority }))
    expect(order(...all)).toEqual(['3', '2', '1', '0', '4'])
  })
  test('within one priority: who has waited longest', () => {
    expect(order(someone('a', { waitingDays: 9 }), someone('b', { waitingDays: 90 }))).toEqual(['b', 'a'])
  })
  test('a longer wait does not come before a higher priority', () => {
    expect(
      order(someone('a', { waitingDays: 900 }), someone('b', { priority: 'hoog', waitingDays: 1 })),
    ).toEqual(['b', 'a'])
  })
  test('after the same wait: the lower id', () => {
    expect(order(someone('b'), someone('a'))).toEqual(['a', 'b'])
  })
  test('whom a rule excludes stands after everyone else, spoed or not', () => {
    const out = someone('a', { priority: 'spoed', excluded: true })
    expect(order(out, someone('b'))).toEqual(['b', 'a'])
  })
})

describe('excluded is', () => {
  test.each([
    ['who fails a rule that excludes', [result('pass'), result('fail')], true],
    ['not who fails a rule that only warns', [result('fail', true)], false],
    ['not of whom something is unknown', [result('unknown')], false],
    ['not who passes all', [result('pass')], false],
  ])('%s', (_what, results, out) => {
    expect(excluded({ results })).toBe(out)
  })
})

describe('for any candidates', () => {
  const candidates = fc.uniqueArray(
    fc.record({
      caseId: fc.uuid(),
      priority: fc.constantFrom('spoed', 'hoog', 'normaal', null),
      waitingDays: fc.nat(3),
      excluded: fc.boolean(),
    }),
    { selector: (c) => c.caseId, maxLength: 12 },
  )
  test('the order does not depend on the order in which they were found', () => {
    fc.assert(
      fc.property(candidates, fc.infiniteStream(fc.nat()), (all, random) => {
        const shuffled = all
          .map((c) => ({ c, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ c }) => c)
        expect(order(...shuffled)).toEqual(order(...all))
      }),
    )
  })
  test('nobody is lost, nobody is added, and the list that was given stays as it was', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const before = all.map((c) => c.caseId)
        expect([...order(...all)].sort()).toEqual([...before].sort())
        expect(all.map((c) => c.caseId)).toEqual(before)
      }),
    )
  })
})
