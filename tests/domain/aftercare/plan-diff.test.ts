// Two versions of a support plan beside each other: added, gone, changed.
import { describe, expect, test } from 'vitest'
import { comparePlans, piecesOf } from '@/domain/aftercare/plan-diff'
import { lastPlan, planToRevise } from '@/domain/aftercare/plan-versions'
import { caseAt } from '../../support/case-at'

const first = () => caseAt('aftercare').on('2026-03-09').take('revisePlan', 'mentor')
const plan = () => {
  const last = lastPlan(first().kase)
  if (!last) throw new Error('no plan')
  return last
}
const words = (was: unknown, now: unknown) =>
  piecesOf(was, now).map(({ became, text }) => `${became} ${text}`)

describe('a text that changed', () => {
  test('shows line by line what went out and what came in, and what stayed', () => {
    expect(
      words('Post open\nElke dag koken\nNaar buiten', 'Post open\nSamen koken\nNaar buiten\nSparen'),
    ).toEqual([
      'same Post open',
      'removed Elke dag koken',
      'added Samen koken',
      'same Naar buiten',
      'added Sparen',
    ])
  })

  test('that is empty before or after came in, or went out, as a whole', () => {
    expect(words(null, 'Bellen')).toEqual(['added Bellen'])
    expect(words('Bellen', '')).toEqual(['removed Bellen'])
    expect(words(3, 3)).toEqual(['same 3'])
    expect(words(undefined, null)).toEqual([])
  })

  test('is put together again from its pieces, whichever two texts they are', () => {
    const some = ['a', 'b', 'c', 'd']
    for (let n = 0; n < 2000; n++) {
      const text = (seed: number) =>
        Array.from({ length: seed % 7 }, (_, i) => some[(seed * 31 + i * (n % 5) + i) % 4]).join('\n')
      const [was, now] = [text(n), text(n * 7 + 3)]
      const pieces = piecesOf(was, now)
      const side = (other: string) =>
        pieces
          .filter(({ became }) => became !== other)
          .map(({ text: t }) => t)
          .join('\n')
      expect([side('added'), side('removed')]).toEqual([was, now])
    }
  })
})

describe('two versions', () => {
  test('say of each part whether it is new, gone, changed or the same', () => {
    const was = plan()
    const now = {
      ...was,
      planHelps: 'Even bellen',
      planSigns: null,
      planGoals: 'De post open houden\nSparen',
    }
    const became = Object.fromEntries(comparePlans(was, now).map((p) => [p.part, p.became]))
    expect(became).toMatchObject({
      planHelps: 'added',
      planSigns: 'removed',
      planGoals: 'changed',
      planSteps: 'same',
      hoursPerWeek: 'same',
    })
    expect(comparePlans(was, { ...was, hoursPerWeek: 9 }).find((p) => p.part === 'hoursPerWeek')).toEqual({
      part: 'hoursPerWeek',
      became: 'changed',
      pieces: [
        { became: 'removed', text: '3' },
        { became: 'added', text: '9' },
      ],
    })
  })

  test('of which there is no earlier one have nothing but what came in', () => {
    expect(new Set(comparePlans(null, plan()).map(({ became }) => became))).toEqual(new Set(['added']))
  })

  test('do not call a list changed that stands in another order', () => {
    const was = plan()
    const now = { ...was, planDomains: [...was.planDomains].reverse() }
    expect(comparePlans(was, now).every(({ became }) => became === 'same')).toBe(true)
  })
})

test('a new version begins with the one that holds, without a day that has passed', () => {
  const { kase } = first()
  expect(planToRevise(kase, '2026-03-10')).toMatchObject({
    planGoals: 'De post open houden',
    hoursPerWeek: 3,
    planReviewOn: '2026-06-07',
  })
  expect(planToRevise(kase, '2026-07-01').planReviewOn).toBe('')
  expect(planToRevise(caseAt('aftercare').kase, '2026-07-01')).toEqual({})
})
