// Place and access: which label answers which need, and where this person cannot live.
import { describe, expect, test } from 'vitest'
import { accessibility } from '@/domain/case/compartments'
import { isCandidate } from '@/domain/matching/candidate'
import { type Home, fit as judge, type Seeker } from '@/domain/matching/fit'
import { norms, rules } from '../../support/rules'

const today = '2026-02-10'
const nobody: Seeker = {
  household: null,
  incomeClass: null,
  birthDate: null,
  municipality: null,
  profile: null,
  exclusions: null,
  wantedFrom: null,
  shielded: false,
}
const home: Home = {
  street: 'Hoofdstraat',
  postcode: '7811 AB',
  municipality: 'emmen',
  municipalityName: 'Emmen',
  complex: 'De Linde',
  rooms: 2,
  floor: 0,
  lift: false,
  accessibility: 'ZON',
  rent: 650_00,
  availableFrom: '2026-03-02',
}
const all = (who: Partial<Seeker>, what: Partial<Home> = {}) =>
  judge({ ...nobody, ...who }, { ...home, ...what }, { rules, norms, today })
const say = (rule: string, who: Partial<Seeker>, what: Partial<Home> = {}) =>
  all(who, what).find((r) => r.rule === rule)

const needing = (need: string) => ({
  profile: { minRooms: null, maxRent: null, groundFloor: false, accessibility: need },
})

describe('accessible', () => {
  /** Need → the labels of homes that answer it (VERA). A rollator home with steps is no nultredenwoning. */
  test.each([
    ['ZON', 'ZON GNV NUL ROG ROA ROL RUI'],
    ['GNV', 'GNV NUL ROG ROA ROL RUI'],
    ['NUL', 'NUL ROA ROL RUI'],
    ['ROG', 'ROG ROA ROL RUI'],
    ['ROA', 'ROA ROL RUI'],
    ['ROL', 'ROL RUI'],
    ['RUI', 'RUI'],
  ])('who needs %s can live in %s, and in nothing less', (need, answers) => {
    const fits = accessibility.filter(
      (label) => say('accessible', needing(need), { accessibility: label })?.verdict === 'pass',
    )
    expect(fits.join(' ')).toBe(answers)
  })

  test('without a profile is unknown', () => {
    expect(say('accessible', {})?.verdict).toBe('unknown')
  })

  test('of a home or a need with a label that nobody knows is not assumed', () => {
    expect(say('accessible', needing('ZON'), { accessibility: '?' })?.verdict).toBe('fail')
    expect(say('accessible', needing('?'), { accessibility: 'RUI' })?.verdict).toBe('fail')
  })
})

describe('location', () => {
  const except = (area: string, value: string, until: string | null = null) => ({
    exclusions: [{ area, value, until }],
  })
  test.each([
    ['the same four digits', except('postcode', '7811'), 'fail'],
    ['the same postcode', except('postcode', '7811 AB'), 'fail'],
    ['another postcode of the same four digits', except('postcode', '7811 AC'), 'pass'],
    ['other digits', except('postcode', '7812'), 'pass'],
    ['the same street, written differently', except('straat', ' hoofdSTRAAT '), 'fail'],
    ['another street', except('straat', 'Hoofdweg'), 'pass'],
    ['the same gemeente', except('gemeente', 'emmen'), 'fail'],
    ['another gemeente', except('gemeente', 'Coevorden'), 'pass'],
    ['the same complex', except('complex', 'de linde'), 'fail'],
    ['another complex', except('complex', 'De Eik'), 'pass'],
    ['the same street, until today', except('straat', 'Hoofdstraat', today), 'fail'],
    ['the same street, until yesterday', except('straat', 'Hoofdstraat', '2026-02-09'), 'pass'],
    ['no exclusions', { exclusions: [] }, 'pass'],
    ['exclusions that are not known', { exclusions: null }, 'unknown'],
  ])('%s', (_what, who, verdict) => {
    expect(say('location', who)?.verdict).toBe(verdict)
  })

  test('a complex is no reason against a home that stands alone', () => {
    expect(say('location', except('complex', 'De Linde'), { complex: null })?.verdict).toBe('pass')
  })

  describe('of a client who must not be found', () => {
    const hidden = (area: string, value: string) => ({ ...except(area, value), shielded: true })
    test.each([
      ['a complex, of a home of which none is known', hidden('complex', 'De Linde'), { complex: null }],
      [
        'a gemeente, of a home of which it is not known',
        hidden('gemeente', 'Emmen'),
        { municipalityName: '' },
      ],
      ['a street, of a home of which it is not known', hidden('straat', 'Hoofdstraat'), { street: ' ' }],
      ['a postcode, of a home of which it is not known', hidden('postcode', '7811'), { postcode: '' }],
    ])('does not fit where it cannot be told: %s', (_what, who, what) => {
      expect(say('location', { ...who, shielded: false }, what)?.verdict).toBe('pass')
      expect(say('location', who, what)).toMatchObject({ verdict: 'fail', shown: {} })
    })

    test('fits where it is known to be another place', () => {
      expect(say('location', hidden('complex', 'De Eik'))?.verdict).toBe('pass')
    })

    test('such a client is no candidate there, with whatever reason; another one stands last', () => {
      const results = all(hidden('straat', 'Hoofdstraat'))
      expect([isCandidate({ ...nobody, shielded: true }, results), isCandidate(nobody, results)]).toEqual([
        false,
        true,
      ])
    })
  })

  test('one exclusion of several is enough', () => {
    const exclusions = [...except('straat', 'Hoofdweg').exclusions, ...except('postcode', '7811').exclusions]
    expect(say('location', { exclusions })?.verdict).toBe('fail')
  })

  test('says that the place does not fit, and nothing of where or why', () => {
    expect(say('location', except('straat', 'Hoofdstraat'))?.shown).toEqual({})
  })
})

describe('all rules together', () => {
  test('come in one fixed order: those that exclude, then those that warn', () => {
    expect(all({}).map((r) => `${r.rule}${r.warns ? ' (warns)' : ''}`)).toEqual([
      'municipality',
      'passendToewijzen',
      'occupancy',
      'accessible',
      'floor',
      'location',
      'age',
      'contract',
      'meantFor',
      'daeb (warns)',
      'affordable (warns)',
      'youthRent (warns)',
      'timing (warns)',
    ])
  })

  test('of someone of whom nothing is known are unknown, never passed, but for what nobody asked of them', () => {
    const known = all({}).filter((r) => r.verdict !== 'unknown')
    expect(known.map((r) => r.rule)).toEqual(['contract', 'meantFor', 'timing'])
  })

  test('show values of the home only, whoever the client is', () => {
    const shown = (who: Partial<Seeker>) => all(who).map((r) => r.shown)
    const someone: Partial<Seeker> = {
      ...needing('ROL'),
      household: { adults: 2, children: 3 },
      incomeClass: 'boven',
      birthDate: '2007-01-01',
      municipality: 'coevorden',
      exclusions: [{ area: 'straat', value: 'Hoofdstraat', until: null }],
      wantedFrom: '2026-12-01',
    }
    expect(shown(someone)).toEqual(shown({}))
    expect(shown({})).toEqual([
      { municipality: 'Emmen' },
      { rent: 650_00 },
      { rooms: 2 },
      { label: 'ZON' },
      { floor: 0 },
      {},
      {},
      {},
      {},
      {},
      { rent: 650_00 },
      { rent: 650_00 },
      { availableFrom: '2026-03-02' },
    ])
  })
})
