// The hard rules between one client and one dwelling: each passed, failed or unknown, to the cent, the room and the day.
import { describe, expect, test } from 'vitest'
import { type Home, fit as judge, type RuleResult, type Seeker } from '@/domain/matching/fit'
import type { Norms } from '@/domain/norm/norm'
import { organisations } from '../../support/actors'
import { centsOf, norms, normsWithout, rules, rulesWith } from '../../support/rules'

const [emmen, coevorden] = organisations.gemeente
const today = '2026-02-10'
const profile = { minRooms: null, maxRent: null, groundFloor: false, accessibility: 'ZON' }
const seeker: Seeker = {
  household: { adults: 1, children: 0 },
  incomeClass: 'passend',
  birthDate: '1996-03-14',
  municipality: emmen.id,
  profile,
  exclusions: [],
  wantedFrom: null,
  shielded: false,
}
const home: Home = {
  street: 'Hoofdstraat',
  postcode: '7811 AB',
  municipality: emmen.id,
  municipalityName: 'Emmen',
  complex: 'De Linde',
  rooms: 2,
  floor: 0,
  lift: false,
  accessibility: 'ZON',
  rent: 498_20,
  availableFrom: '2026-03-02',
}
type Change = {
  who?: Partial<Seeker>
  what?: Partial<Home>
  norms?: Norms
  on?: string
  rules?: typeof rules
}

const results = ({ who, what, on = today, ...context }: Change): RuleResult[] =>
  judge({ ...seeker, ...who }, { ...home, ...what }, { rules, norms, today: on, ...context })
const say = (rule: string, change: Change) => results(change).find((r) => r.rule === rule)?.verdict

const persons = (adults: number, children = 0) => ({ household: { adults, children } })
const laag = centsOf('aftoppingsgrens_laag', 2026)
const hoog = centsOf('aftoppingsgrens_hoog', 2026)
const youth = centsOf('youth_rent_cap', 2026)

const tables: Record<string, [string, Change, string][]> = {
  municipality: [
    ['the gemeente of the decision', {}, 'pass'],
    ['another gemeente', { what: { municipality: coevorden.id } }, 'fail'],
    ['no decision', { who: { municipality: null } }, 'unknown'],
  ],
  passendToewijzen: [
    ['one person, rent at the low limit', { what: { rent: laag } }, 'pass'],
    ['one person, a cent above it', { what: { rent: laag + 1 } }, 'fail'],
    ['two persons, a cent above it', { who: persons(1, 1), what: { rent: laag + 1 } }, 'fail'],
    ['three persons, a cent above it', { who: persons(2, 1), what: { rent: laag + 1 } }, 'pass'],
    ['three persons, rent at the high limit', { who: persons(1, 2), what: { rent: hoog } }, 'pass'],
    ['three persons, a cent above it', { who: persons(3), what: { rent: hoog + 1 } }, 'fail'],
    ['a daeb income, any rent', { who: { incomeClass: 'daeb' }, what: { rent: 900_00 } }, 'pass'],
    ['an income above it, any rent', { who: { incomeClass: 'boven' }, what: { rent: 900_00 } }, 'pass'],
    ['an unknown income', { who: { incomeClass: 'onbekend' } }, 'unknown'],
    ['no income', { who: { incomeClass: null } }, 'unknown'],
    ['no household', { who: { household: null } }, 'unknown'],
    ['no norm', { norms: normsWithout('aftoppingsgrens_laag') }, 'unknown'],
    ['no norm, a daeb income', { who: { incomeClass: 'daeb' }, norms: [] }, 'unknown'],
    ['a year without norms', { on: '2027-01-02' }, 'unknown'],
  ],
  daeb: [
    ['passend', {}, 'pass'],
    ['at or below the limit', { who: { incomeClass: 'daeb' } }, 'pass'],
    ['above the limit', { who: { incomeClass: 'boven' } }, 'fail'],
    ['unknown', { who: { incomeClass: 'onbekend' } }, 'unknown'],
    ['not filled in', { who: { incomeClass: null } }, 'unknown'],
  ],
  occupancy: [
    ['one person, one room', { what: { rooms: 1 } }, 'pass'],
    ['one person, three rooms', { what: { rooms: 3 } }, 'pass'],
    ['one person, four rooms', { what: { rooms: 4 } }, 'fail'],
    ['two persons, one room', { who: persons(2), what: { rooms: 1 } }, 'fail'],
    ['two persons, two rooms', { who: persons(1, 1), what: { rooms: 2 } }, 'pass'],
    ['three persons, two rooms', { who: persons(1, 2), what: { rooms: 2 } }, 'fail'],
    ['six persons count as the largest row', { who: persons(2, 4), what: { rooms: 4 } }, 'pass'],
    ['six persons, nine rooms', { who: persons(2, 4), what: { rooms: 9 } }, 'fail'],
    [
      'one person who needs four, four rooms',
      { who: { profile: { ...profile, minRooms: 4 } }, what: { rooms: 4 } },
      'pass',
    ],
    [
      'one person who needs four, three rooms',
      { who: { profile: { ...profile, minRooms: 4 } }, what: { rooms: 3 } },
      'fail',
    ],
    [
      'one person who needs four, five rooms',
      { who: { profile: { ...profile, minRooms: 4 } }, what: { rooms: 5 } },
      'fail',
    ],
    ['no profile, by the household alone', { who: { profile: null }, what: { rooms: 3 } }, 'pass'],
    ['no household', { who: { household: null } }, 'unknown'],
    [
      'fewer persons than any row speaks of',
      { rules: rulesWith({ occupancy: [{ persons: 2, minRooms: 2, maxRooms: 4 }] }) },
      'unknown',
    ],
  ],
  floor: [
    ['the ground floor, when needed', { who: { profile: { ...profile, groundFloor: true } } }, 'pass'],
    [
      'the first floor, when needed',
      { who: { profile: { ...profile, groundFloor: true } }, what: { floor: 1 } },
      'fail',
    ],
    [
      'the first floor with a lift',
      { who: { profile: { ...profile, groundFloor: true } }, what: { floor: 1, lift: true } },
      'pass',
    ],
    ['the first floor, when not needed', { what: { floor: 1 } }, 'pass'],
    ['no profile', { who: { profile: null } }, 'unknown'],
  ],
  age: [
    ['18 on the day the home is free', { who: { birthDate: '2008-03-02' } }, 'pass'],
    ['17 on that day', { who: { birthDate: '2008-03-03' } }, 'fail'],
    [
      '18 by now, where the home has been free for long',
      { who: { birthDate: '2008-02-10' }, what: { availableFrom: '2025-12-01' } },
      'pass',
    ],
    ['no birth date', { who: { birthDate: null } }, 'unknown'],
  ],
  affordable: [
    ['no highest rent', {}, 'pass'],
    ['the highest rent', { who: { profile: { ...profile, maxRent: 498_20 } } }, 'pass'],
    ['a cent above it', { who: { profile: { ...profile, maxRent: 498_19 } } }, 'fail'],
    ['no profile', { who: { profile: null } }, 'unknown'],
  ],
  youthRent: [
    ['20 years, rent at the cap', { who: { birthDate: '2005-02-11' }, what: { rent: youth } }, 'pass'],
    ['20 years, a cent above it', { who: { birthDate: '2005-02-11' }, what: { rent: youth + 1 } }, 'fail'],
    ['21 today, a cent above it', { who: { birthDate: '2005-02-10' }, what: { rent: youth + 1 } }, 'pass'],
    [
      '20 years with a child, a cent above it',
      { who: { birthDate: '2005-02-11', ...persons(1, 1) }, what: { rent: youth + 1 } },
      'pass',
    ],
    [
      '22 years in 2025, when the age was 23',
      { who: { birthDate: '2002-06-02' }, what: { rent: 477_21 }, on: '2025-06-01' },
      'fail',
    ],
    ['no birth date', { who: { birthDate: null } }, 'unknown'],
    ['no norm', { norms: normsWithout('youth_rent_cap') }, 'unknown'],
    ['a norm without its age', { norms: norms.map((n) => ({ ...n, belowAge: null })) }, 'unknown'],
  ],
  timing: [
    ['no wish', {}, 'pass'],
    ['sixty-one days empty', { who: { wantedFrom: '2026-05-02' } }, 'pass'],
    ['sixty-two days empty', { who: { wantedFrom: '2026-05-03' } }, 'fail'],
    ['wanted before it is free', { who: { wantedFrom: '2026-02-01' } }, 'pass'],
  ],
}

describe.each(Object.entries(tables))('%s', (rule, cases) => {
  test.each(cases)('%s', (_what, change, verdict) => {
    expect(say(rule, change)).toBe(verdict)
  })
})
