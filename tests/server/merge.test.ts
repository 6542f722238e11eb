// What two people, or two tabs, wrote in one field: what is sure, and what somebody must choose from.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeField, printOf } from '@/features/step/merge'
import type { Draft } from '@/server/drafts'

/** A draft in which this was typed, over what stood there. */
const draft = (typed: string | undefined, stood: string | undefined): Draft => ({
  id: 'a',
  seq: 1,
  on: '2026-11-12',
  at: '14:10',
  discarded: false,
  version: 1,
  stood: stood === undefined ? {} : { field: printOf([stood]) },
  typed: typed === undefined ? {} : { field: [typed] },
})
const merged = (drafts: readonly Draft[], now: string | null) => {
  const { sides, likely } = mergeField('field', drafts, now === null ? null : [now])
  return { sides: sides.map(({ answer }) => answer.join()), likely: likely?.answer.join() ?? null }
}

describe('an answer', () => {
  it('that only its author changed is sure', () => {
    expect(merged([draft('mijn', 'eerst')], 'eerst')).toEqual({ sides: ['mijn'], likely: 'mijn' })
  })

  it('that only another changed is shown, and likely', () => {
    expect(merged([draft('eerst', 'eerst')], 'ander')).toEqual({ sides: ['eerst', 'ander'], likely: 'ander' })
  })

  it('that both changed must be chosen, and nothing is chosen beforehand', () => {
    expect(merged([draft('mijn', 'eerst')], 'ander')).toEqual({ sides: ['mijn', 'ander'], likely: null })
  })

  it('that both changed into the same is not asked', () => {
    expect(merged([draft('zelfde ', 'eerst')], 'zelfde').sides).toHaveLength(1)
  })

  it('that may not be read is not shown: what was typed counts', () => {
    expect(merged([draft('mijn', 'eerst')], null)).toEqual({ sides: ['mijn'], likely: 'mijn' })
  })

  it('in two tabs is that of the one that changed it, or is chosen', () => {
    expect(merged([draft('eerst', 'eerst'), draft('links', 'eerst')], 'eerst').sides).toEqual(['links'])
    const both = [draft('rechts', 'eerst'), draft('links', 'eerst')]
    expect(merged(both, 'eerst')).toEqual({ sides: ['rechts', 'links'], likely: null })
  })

  it('of which is not known what stood there, is never taken over what stands there now', () => {
    expect(merged([draft('mijn', undefined)], 'ander')).toEqual({ sides: ['mijn', 'ander'], likely: null })
  })
})

it('whatever two people write, no text of either goes unseen', () => {
  const text = fc.constantFrom('eerst', 'a', 'b', 'c', '')
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1, maxLength: 3 }), text, (stood, typed, now) => {
      const drafts = typed.map((one) => draft(one, stood))
      const { sides, likely } = merged(drafts, now)
      // Whatever somebody changed is among the answers; and where two changed it, nothing is taken for granted.
      const changed = new Set([...typed, now].filter((one) => one !== stood))
      for (const one of changed) expect(sides).toContain(one)
      if (new Set(typed.filter((one) => one !== stood)).size && changed.size > 1) expect(likely).toBeNull()
    }),
  )
})
