import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Colleague,
  colleaguesWith,
  shareOf,
  spread,
  spreadsWork,
  takersOf,
} from '@/domain/worklist/spread'

const colleague = (id: string, inHand: number, more: Partial<Colleague> = {}): Colleague => ({
  id,
  name: id,
  inHand,
  holds: 0,
  awayUntil: null,
  ...more,
})
const ids = (n: number) => Array.from({ length: n }, (_, at) => `case ${at}`)

const team = fc
  .array(fc.record({ inHand: fc.nat(60), holds: fc.nat(10) }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map(({ inHand, holds }, at) => colleague(`c${at}`, inHand + holds, { holds })))
const cases = fc.nat(50).map(ids)
const after = (takers: readonly Colleague[], all: readonly string[]) => {
  const proposal = spread(all, takers)
  return takers.map((one) => ({ had: one.inHand - one.holds, ...shareOf(one, proposal) }))
}

describe('the work of a colleague who is away', () => {
  test('goes to each case once, to somebody who takes part', () => {
    fc.assert(
      fc.property(cases, team, (all, takers) => {
        const proposal = spread([...all, ...all], takers)
        expect([...proposal.keys()]).toEqual(all)
        const known = takers.map(({ id }) => id)
        expect([...proposal.values()].every((to) => known.includes(to))).toBe(true)
      }),
    )
  })

  test('leaves nobody with more than one case more than another, save who had more to begin with', () => {
    fc.assert(
      fc.property(cases, team, (all, takers) => {
        const shares = after(takers, all)
        const least = Math.min(...shares.map(({ total }) => total))
        for (const { had, gets, total } of shares) {
          expect(total).toBe(had + gets)
          if (gets) expect(total - least).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('is proposed in the same way every time', () => {
    fc.assert(
      fc.property(cases, team, (all, takers) => {
        expect([...spread(all, takers)]).toEqual([...spread(all, takers)])
      }),
    )
  })

  test('gives most to who has least: 12 and 14 become 29 and 30 by 33 cases', () => {
    const takers = [colleague('Stefan', 12), colleague('Anouk', 14)]
    const shares = after(takers, ids(33))
    expect(shares.map(({ gets, total }) => [gets, total])).toEqual([
      [18, 30],
      [15, 29],
    ])
  })

  test('alternates, so that what is due first does not all go to one', () => {
    const takers = [colleague('a', 3), colleague('b', 3)]
    expect([...spread(ids(4), takers).values()]).toEqual(['a', 'b', 'a', 'b'])
  })

  test('stays where it is when there is nobody', () => {
    expect(spread(ids(3), []).size).toBe(0)
  })
})

describe('who takes part', () => {
  const away = colleague('weg', 0, { awayUntil: '2026-12-01' })
  const holder = colleague('heeft', 20, { holds: 20 })
  const all = [colleague('een', 4), away, holder, colleague('twee', 6)]

  test('is at first everybody who is there and has none of these cases', () => {
    expect(takersOf(all, null).map(({ id }) => id)).toEqual(['een', 'twee'])
  })

  test('is at first everybody who is there, where each has some of these cases', () => {
    const busy = [holder, colleague('ook', 3, { holds: 1 }), away]
    expect(takersOf(busy, null).map(({ id }) => id)).toEqual(['heeft', 'ook'])
    expect(takersOf([away], null)).toEqual([])
  })

  test('is who was chosen, and never who is away', () => {
    expect(takersOf(all, ['weg', 'heeft', 'twee', 'niemand']).map(({ id }) => id)).toEqual(['heeft', 'twee'])
    expect(takersOf(all, [])).toEqual([])
  })

  test('counts without the cases that are spread', () => {
    const [share] = after([holder], ids(20))
    expect(share).toEqual({ had: 0, gets: 20, total: 20 })
  })

  test('is known by name, however it was typed, and each name once', () => {
    const found = colleaguesWith({
      people: [
        { id: '1', name: 'Ada Andere' },
        { id: '2', name: 'Bo Blok' },
        { id: '3', name: 'ada andere' },
      ],
      loads: [{ name: ' ada andere', cases: 7 }],
      away: [{ name: 'Bo Blok', until: '2026-12-01' }],
      holders: ['ADA ANDERE', 'Iemand anders'],
    })
    expect(found.map(({ name, inHand, holds, awayUntil }) => [name, inHand, holds, awayUntil])).toEqual([
      ['ada andere', 7, 1, null],
      ['Bo Blok', 0, 0, '2026-12-01'],
    ])
  })

  test('is looked at by team leaders of a provider alone', () => {
    expect(spreadsWork('zorgLead')).toBe(true)
    expect(spreadsWork('mentor')).toBe(false)
    expect(spreadsWork('gemeenteLead')).toBe(false)
  })
})
