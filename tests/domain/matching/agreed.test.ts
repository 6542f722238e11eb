// Rules that a region adds: rows of field, operator and value, and what they would change before they hold.
import { describe, expect, it } from 'vitest'
import { matchingRules } from '@/domain/covenant/matching-rules'
import { ruleSet } from '@/domain/covenant/rule-set'
import { explain, fit, type Home, type Seeker } from '@/domain/matching/fit'
import type { RunClient, RunInput } from '@/domain/matching/run/input'
import { pairsIn, previewOf } from '@/domain/matching/run/preview'
import * as truth from '../../support/matching/truth'

const today = '2026-06-01'
const { norms } = truth
const rulesWith = (agreed: unknown[]) =>
  ruleSet.parse({ origins: ['BW'], terms: {}, contractForms: ['driepartijen'], matching: { agreed } })
const home: Home = { ...truth.home, rooms: 3, floor: 4, lift: true, availableFrom: today }
const seeker: Seeker = { ...truth.seeker, household: { adults: 1, children: 2 } }
const low = {
  name: 'Kinderen wonen niet hoog',
  when: { field: 'children', operator: 'atLeast', value: 1 },
  must: { field: 'floor', operator: 'atMost', value: 3 },
}
const verdictOf = (row: object, sides: { seeker?: Partial<Seeker>; home?: Partial<Home> } = {}) =>
  fit(
    { ...seeker, ...sides.seeker },
    { ...home, ...sides.home },
    { rules: rulesWith([row]), norms, today },
  ).find(({ rule }) => rule === 'agreed' || rule === 'advised')

describe('a rule of a region', () => {
  it('excludes where its condition holds and what must be is not so, and says nothing of others', () => {
    expect(verdictOf(low)).toMatchObject({ rule: 'agreed', verdict: 'fail', warns: false })
    expect(verdictOf(low, { home: { floor: 3 } })?.verdict).toBe('pass')
    expect(verdictOf(low, { seeker: { household: { adults: 2, children: 0 } } })?.verdict).toBe('pass')
  })

  it('is not known where a fact is missing that could make it fail', () => {
    expect(verdictOf(low, { seeker: { household: null } })?.verdict).toBe('unknown')
    expect(verdictOf(low, { seeker: { household: null }, home: { floor: 0 } })?.verdict).toBe('pass')
  })

  it('only warns where the region says so, and is there only where a region has one', () => {
    expect(verdictOf({ ...low, warns: true })).toMatchObject({
      rule: 'advised',
      verdict: 'fail',
      warns: true,
    })
    const rules = fit(seeker, home, { rules: rulesWith([]), norms, today }).map(({ rule }) => rule)
    expect(rules).not.toContain('agreed')
  })

  it('compares numbers, words and yes or no; text has no more and no less', () => {
    for (const [operator, value, verdict] of [
      ['is', 3, 'pass'],
      ['isNot', 3, 'fail'],
      ['atLeast', 4, 'fail'],
      ['atMost', 3, 'pass'],
    ] as const)
      expect(verdictOf({ name: 'Kamers', must: { field: 'rooms', operator, value } })?.verdict).toBe(verdict)
    expect(verdictOf({ name: 'Lift', must: { field: 'lift', operator: 'is', value: false } })?.verdict).toBe(
      'fail',
    )
    const text = { name: 'Tekst', must: { field: 'accessibility', operator: 'atLeast', value: 'ZON' } }
    expect(matchingRules.safeParse({ agreed: [text] }).success).toBe(false)
  })

  it('is named to who reads both sides, and to nobody else', () => {
    const ground = { rules: rulesWith([low]), norms, today }
    const full = explain(seeker, home, ground).find(({ rule }) => rule === 'agreed')
    expect(full?.compared).toEqual({ agreed: 'Kinderen wonen niet hoog' })
    expect(JSON.stringify(fit(seeker, home, ground))).not.toContain('Kinderen')
  })
})

const { exclusions: _none, ...rest } = seeker
const client = (id: string, children: number): RunClient => ({
  id,
  priority: 'normaal',
  waitingDays: 10,
  seeker: { ...rest, household: { adults: 1, children } },
  places: 'pp',
})

it('a preview says who is added, removed and moved by other rules, both solved whole', async () => {
  const { street: _street, postcode: _postcode, ...place } = home
  const { matching: knobs, occupancy } = rulesWith([])
  const input: RunInput = {
    day: today,
    knobs,
    rules: { occupancy },
    norms,
    clients: [client('family', 2), client('single', 0)],
    homes: [
      { ...place, id: 'high' },
      { ...place, id: 'low', floor: 0, rooms: 3, rent: 61_000 },
    ],
    caps: [],
    locked: [],
    drafts: [
      { case: 'family', dwelling: 'high' },
      { case: 'single', dwelling: 'low' },
    ],
  }
  const found = await previewOf(input, rulesWith([low]).matching.agreed, () => 7)
  expect(found).toEqual({
    pairs: [{ id: 'family', added: 0, removed: 1 }],
    added: [],
    removed: [],
    moved: ['family', 'single'],
  })
  expect(pairsIn(found)).toEqual({ added: 0, removed: 1 })
  expect(pairsIn(found, new Set(['family']))).toEqual({ added: 0, removed: 0 })
  const none = { name: 'Niemand', must: { field: 'rooms', operator: 'atLeast', value: 9 } }
  expect((await previewOf(input, rulesWith([none]).matching.agreed, () => 7)).removed).toEqual([
    'family',
    'single',
  ])
})
