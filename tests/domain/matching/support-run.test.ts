// What providers said in a run: no home where they cannot guide, and no more clients than they can begin with.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { whyOf } from '@/domain/matching/run/questions'
import { type Row, rowOf, solvedBy } from '@/domain/matching/run/solve'
import type { Support } from '@/domain/matching/sides'
import { inputOf, lots, run } from '../../support/matching/made-run'

const yes = { guides: true, always: true }

describe('a run', () => {
  const blocks = (support: (n: number) => Support | null) => {
    const made = inputOf(60, 30)
    const knobs = { ...made.knobs, support: 'blocks' as const }
    return {
      ...made,
      knobs,
      rules: { ...made.rules, matching: knobs },
      clients: made.clients.map((client, n) => ({
        ...client,
        seeker: { ...client.seeker, support: support(n) },
      })),
    }
  }
  const everywhere = { asked: null, areas: Object.fromEntries([0, 1, 2].map((n) => [`gemeente-${n}`, yes])) }

  it('of before the rule comes out as it did, to the last bit', async () => {
    const made = inputOf(60, 30)
    const { support: _none, ...knobs } = made.knobs
    const input = { ...made, knobs, rules: { ...made.rules, matching: knobs } } as typeof made
    const print = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
    expect(JSON.stringify(input)).not.toContain('support')
    expect(print(await run(input))).toBe('f3b06b9fda122577a23d2defb862e1157e0c9498502c50e9b11635449bb71f46')
  })

  it('proposes nobody a home where their provider does not guide, or of which it said nothing', () => {
    const rows = (support: Support | null): Row[] => {
      const input = blocks(() => support)
      return input.clients.map((client) => rowOf(input, client))
    }
    const pairs = (list: Row[]) => list.flatMap(({ unit }) => unit).length
    const before = inputOf(60, 30)
    expect(pairs(rows(everywhere))).toBe(pairs(before.clients.map((client) => rowOf(before, client))))
    expect(pairs(rows({ asked: null, areas: {} }))).toBe(0)
    expect(pairs(rows(null))).toBe(0)
  })

  it('lets no provider begin with more clients than it said, names that as what is scarce, and is proven', async () => {
    const input = blocks(() => everywhere)
    const free = await run(input)
    const count = (list: readonly { case: string }[]) =>
      list.filter(({ case: id }) => ofOne.includes(id)).length
    const ofOne = input.clients.filter((_one, n) => n % 2 === 0).map(({ id }) => id)
    expect(count(free.proposals)).toBeGreaterThan(2)
    const dwellings = input.homes.map(({ id }) => id)
    const cap = { kind: 'provider', name: 'Cosis (Emmen)', most: 2, cases: ofOne, dwellings } as const
    const capped = { ...input, caps: [cap] }
    const found = await run(capped)
    expect(count(found.proposals)).toBe(2)
    expect(found).toMatchObject({ proven: true, checked: { feasible: true, priced: true }, full: [0] })
    const solved = await solvedBy(
      capped,
      capped.clients.map((client) => rowOf(capped, client)),
      { lots },
    )
    const scarce = capped.clients.flatMap((_one, client) =>
      (solved.rows[client]?.unit ?? []).map((unit) => whyOf(solved, { client, unit }, 1)?.scarcity?.what),
    )
    expect(scarce).toContain('provider')
  })

  it('says which provider was promised beyond what it can begin with, where people agreed to more', async () => {
    const input = blocks(() => everywhere)
    const { proposals } = await run(input)
    const pair = proposals[0] as (typeof proposals)[number]
    const cap = {
      kind: 'provider',
      name: 'Cosis (Emmen)',
      most: 0,
      cases: [pair.case],
      dwellings: [pair.dwelling],
    } as const
    const found = await run({ ...input, caps: [cap], locked: [{ case: pair.case, dwelling: pair.dwelling }] })
    expect(found.passed).toEqual([0])
  })
})
