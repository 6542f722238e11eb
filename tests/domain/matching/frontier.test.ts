// Before a knob of the covenant is moved: what each weight does to a run, and that no number of it points at somebody.
import { describe, expect, test } from 'vitest'
import { solveFast } from '@/domain/matching/engine/cap-prices'
import { frontierOf, knobsToShow, movedIn, tiers, totalsOf, under } from '@/domain/matching/run/frontier'
import { shownTotals } from '@/features/covenant/shown-totals'
import { inputOf, lots, rowsOf, run } from '../../support/matching/made-run'

const input = inputOf(60, 40)
const { knobs } = input
const by = { lots, solve: solveFast }
const nobody = new Set<string>()
const at = (priorityWeight: number, draftBonus = knobs.draftBonus) => ({ priorityWeight, draftBonus })

describe('the frontier of a run', () => {
  test('has at the knobs of the run what the run itself came to', async () => {
    const [point] = await frontierOf(input, rowsOf(input), [at(knobs.priorityWeight)], by)
    const found = await run(input)
    expect(point?.proposals).toEqual(found.proposals)
    const totals = totalsOf(point as NonNullable<typeof point>, input, nobody)
    expect(totals.housed).toBe(found.proposals.length)
    expect((totals.urgency ?? 0) * knobs.priorityWeight + (totals.fit ?? 0)).toBe(found.objective)
  })

  test('never loses urgency where it weighs more', async () => {
    const shown = knobsToShow(at(1), at(3))
    const points = await frontierOf(input, rowsOf(input), shown, by)
    const all = points.map((point) => totalsOf(point, input, nobody))
    expect(all.map((one) => one.knobs.priorityWeight)).toEqual([1, 2, 3, 5, 10])
    const urgency = all.map((one) => one.urgency ?? 0)
    expect(urgency).toEqual([...urgency].sort((a, b) => a - b))
    for (const one of all)
      expect(tiers.reduce((sum, tier) => sum + (one.tiers[tier] ?? 0), 0)).toBe(one.housed)
  })

  test('shows the knobs of now and of the proposal each once, also where only the bonus differs', () => {
    expect(knobsToShow(at(1, 50), at(1, 200))).toEqual([
      at(1, 50),
      at(1, 200),
      at(2, 200),
      at(5, 200),
      at(10, 200),
    ])
  })

  test('counts nobody who is left out', async () => {
    const [point] = await frontierOf(input, rowsOf(input), [at(1)], by)
    const someone = point?.proposals[0]
    const [whole, less] = [nobody, new Set([someone?.case ?? ''])].map((without) =>
      totalsOf(point as NonNullable<typeof point>, input, without),
    )
    expect((whole?.housed ?? 0) - (less?.housed ?? 0)).toBe(1)
    expect((whole?.urgency ?? 0) - (less?.urgency ?? 0)).toBe(someone?.urgency)
  })
})

describe('for whoever cannot read the cases', () => {
  const found = { spoed: 3, hoog: 12, normaal: 20, none: 0 }
  const totals = { knobs: at(1), housed: 35, tiers: found, urgency: 123_456, fit: 20_049, kept: 2 }

  test('a small number is hidden with what it could be found from, and sums are rough', () => {
    expect(shownTotals(totals, 5)).toEqual({
      ...{ knobs: at(1), housed: 35, urgency: 123_500, fit: 20_000, kept: null },
      tiers: { spoed: null, hoog: null, normaal: 20, none: 0 },
    })
    expect(shownTotals({ ...totals, housed: 3 }, 5)).toMatchObject({ housed: null, urgency: null, fit: null })
  })
})

test('what differs between two versions is told apart: the knobs, and rules of the region', () => {
  const rule = {
    name: 'Laag',
    when: null,
    must: { field: 'floor', operator: 'atMost', value: 1 },
    warns: false,
  } as const
  expect(movedIn(knobs, { ...knobs })).toEqual({ knobs: false, agreed: false })
  expect(movedIn(knobs, { ...knobs, draftBonus: 51 })).toEqual({ knobs: true, agreed: false })
  expect(movedIn(knobs, { ...knobs, agreed: [rule] })).toEqual({ knobs: false, agreed: true })
  expect(under(input, { ...knobs, priorityWeight: 4 }).rules.matching?.priorityWeight).toBe(4)
})
