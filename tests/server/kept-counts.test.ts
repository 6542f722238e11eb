// Counts of a whole region are kept where they take long, for those who would read the same ones, and not longer than that pays.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keptCounts } from '@/server/kept-counts'

const coordinator = { covenantId: 'region', organisationId: 'emmen', role: 'coordinator' } as const

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T08:12:00Z') }))
afterEach(() => void vi.useRealTimers())

let counted = 0
/** Counts, which takes so many milliseconds. */
const taking = (ms: number) => async () => {
  vi.advanceTimersByTime(ms)
  return { nth: ++counted }
}
const nth = async (...asking: Parameters<typeof keptCounts<{ nth: number }>>) =>
  (await keptCounts(...asking)).counts.nth

describe('Counts of a region', () => {
  it('are made anew each time where that is quick', async () => {
    const first = await nth(coordinator, ['quick'], taking(250))
    expect(await nth(coordinator, ['quick'], taking(250))).toBe(first + 1)
  })

  it('are kept where it takes long, and say since when', async () => {
    const made = await keptCounts(coordinator, ['slow'], taking(1000))
    const again = await keptCounts(coordinator, ['slow'], taking(1000))
    expect(made.countedAt).toBeNull()
    expect(again).toEqual({ counts: made.counts, countedAt: '09:12' })
  })

  it('are kept for two hundred times as long as they took', async () => {
    const first = await nth(coordinator, ['expiring'], taking(1000))
    vi.advanceTimersByTime(199_000)
    expect(await nth(coordinator, ['expiring'], taking(1000))).toBe(first)
    vi.advanceTimersByTime(2_000)
    expect(await nth(coordinator, ['expiring'], taking(1000))).toBe(first + 1)
  })

  it('are those of one role in one organisation of one covenant, and of what was asked', async () => {
    const first = await nth(coordinator, ['own', '2026-11-30'], taking(1000))
    for (const other of [
      { ...coordinator, role: 'officer' as const },
      { ...coordinator, organisationId: 'coevorden' },
      { ...coordinator, covenantId: 'elsewhere' },
    ])
      expect(await nth(other, ['own', '2026-11-30'], taking(1000))).toBeGreaterThan(first)
    expect(await nth(coordinator, ['own', '2026-12-01'], taking(1000))).toBeGreaterThan(first)
    expect(await nth(coordinator, ['own', '2026-11-30'], taking(1000))).toBe(first)
  })

  it('that fail are not kept', async () => {
    const failing = async () => {
      vi.advanceTimersByTime(1000)
      throw new Error('no answer')
    }
    await expect(keptCounts(coordinator, ['failing'], failing)).rejects.toThrow('no answer')
    expect(await nth(coordinator, ['failing'], taking(1))).toBe(counted)
  })
})
