// R11: whether who supports a client can do so where the home is; and that a landlord never reads which provider that is.
import { describe, expect, it } from 'vitest'
import { candidacyOf, forLandlord } from '@/domain/matching/candidate'
import { explain, type Home, type Seeker } from '@/domain/matching/fit'
import { excluded } from '@/domain/matching/order'
import type { Support } from '@/domain/matching/sides'
import * as truth from '../../support/matching/truth'
import { norms, rulesWith } from '../../support/rules'

const today = '2026-02-10'
const seeker: Seeker = { ...truth.seeker, birthDate: '1990-01-01', form: 'driepartijen' }
const home: Home = { ...truth.home, rent: 55_000, availableFrom: today }
type How = 'off' | 'warns' | 'blocks'
const below = { name: 'Niet hoog', must: { field: 'floor', operator: 'atMost', value: 3 } } as const
const groundOf = (how: How, agreed: object[] = []) => ({
  rules: rulesWith({ matching: { support: how, agreed } } as never),
  norms,
  today,
})
const supported = (asked: Support['asked'], said?: { guides: boolean; always: boolean }): Support => ({
  asked,
  areas: said ? { emmen: said } : { coevorden: { guides: true, always: true } },
})
const judged = (support: Support | null | undefined, how: How = 'blocks') =>
  explain({ ...seeker, ...(support !== undefined && { support }) }, home, groundOf(how)).find(
    ({ rule }) => rule === 'support',
  )
const landlord = (
  how: How,
  support: Support | null,
  more: { who?: Partial<Seeker>; agreed?: object[] } = {},
) => candidacyOf({ ...seeker, ...more.who, support }, home, groundOf(how, more.agreed))

const yes = { guides: true, always: true }
const byDay = { guides: true, always: false }
const no = { guides: false, always: false }

describe('whether who supports a client can do so where the home is', () => {
  it.each([
    ['kantooruren', yes, 'pass'],
    ['kantooruren', byDay, 'pass'],
    ['kantooruren', no, 'fail'],
    ['avonden', byDay, 'pass'],
    ['avonden', no, 'fail'],
    ['altijd', yes, 'pass'],
    ['altijd', byDay, 'fail'],
    ['altijd', no, 'fail'],
    [null, byDay, 'pass'],
    [null, no, 'fail'],
  ] as const)('asked for %s, and the provider said %o: %s', (asked, said, verdict) => {
    expect(judged(supported(asked, said))).toMatchObject({
      verdict,
      shown: {},
      compared: { guides: said.guides ? 'yes' : 'no', always: said.always ? 'yes' : 'no' },
    })
  })

  it('is not known where the provider said nothing of that gemeente, and where no provider is known', () => {
    for (const support of [supported('altijd'), supported(null), null, undefined]) {
      expect(judged(support)?.verdict).toBe('unknown')
      expect(judged(support)).not.toHaveProperty('compared')
    }
  })

  it('is asked only where the covenant says so, and bars a home only where it says that', () => {
    expect(rulesWith().matching.support).toBe('off')
    expect(judged(supported(null, no), 'off')).toBeUndefined()
    expect(judged(supported(null, no), 'warns')?.warns).toBe(true)
    expect(judged(supported(null, no), 'blocks')?.warns).toBe(false)
    const all = (how: How) => explain({ ...seeker, support: supported(null, no) }, home, groundOf(how))
    expect(excluded({ results: all('warns') })).toBe(false)
    expect(excluded({ results: all('blocks') })).toBe(true)
  })
})

describe('a landlord', () => {
  it('reads that an agreement does not fit, and never which one or of which provider', () => {
    for (const [said, verdict] of [
      [yes, 'pass'],
      [no, 'fail'],
      [undefined, 'unknown'],
    ] as const) {
      const results = landlord('blocks', supported('altijd', said)) ?? []
      expect(results.filter(({ rule }) => rule === 'agreed')).toEqual([
        { rule: 'agreed', verdict, warns: false, shown: {} },
      ])
      expect(JSON.stringify(results)).not.toContain('support')
    }
  })

  it('cannot tell it from a rule that the region wrote itself: the worst of them is said once', () => {
    const rows = [
      [no, 3, 'fail'],
      [yes, -1, 'fail'],
      [no, -1, 'fail'],
      [undefined, -1, 'fail'],
      [undefined, 3, 'unknown'],
      [yes, 3, 'pass'],
    ] as const
    const shapes = rows.map(([said, value, verdict]) => {
      const agreed = [{ ...below, must: { ...below.must, value } }]
      const results = landlord('blocks', supported('altijd', said), { agreed }) ?? []
      expect(results.find(({ rule }) => rule === 'agreed')?.verdict).toBe(verdict)
      return JSON.stringify(results.map((one) => ({ ...one, verdict: null })))
    })
    expect(new Set(shapes).size).toBe(1)
  })

  it('hears nothing at all of it where it only warns: not by name, not by number, not by order', () => {
    const without = forLandlord(explain(seeker, home, groundOf('off')))
    const bare = (results: readonly { rule: string; verdict: string }[] | null) =>
      results?.map(({ rule, verdict }) => `${rule} ${verdict}`)
    for (const said of [yes, byDay, no, undefined])
      expect(bare(landlord('warns', supported('altijd', said)))).toEqual(bare(without))
  })

  it('does not find who must not be found where support would say something of them', () => {
    const who = { shielded: true }
    expect(landlord('blocks', supported('altijd', yes), { who })).not.toBeNull()
    for (const support of [supported('altijd', no), supported('altijd'), null])
      expect(landlord('blocks', support, { who })).toBeNull()
    expect(landlord('warns', supported('altijd', no), { who })).not.toBeNull()
  })
})
