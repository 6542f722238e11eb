// What the tables of truth hold the rules against: one client, one home, the norms as they are published, and every year.
import { ruleSet } from '@/domain/covenant/rule-set'
import { explain, type Home, type Seeker } from '@/domain/matching/fit'
import type { Verdict } from '@/domain/norm/letting'
import type { Norms } from '@/domain/norm/norm'
import given from '../../../prisma/data/norms.json'

export const norms = given as Norms
export const rules = ruleSet.parse({
  origins: ['BW'],
  terms: {},
  contractForms: ['driepartijen', 'jongeren'],
})
export const years = [2023, 2024, 2025, 2026, 2027]

/** A home and a client of whom every rule is fine; a test changes what it is about. */
export const home: Home = {
  street: 'Weiersstraat',
  postcode: '7811 AB',
  municipality: 'emmen',
  municipalityName: 'Emmen',
  complex: null,
  rooms: 2,
  floor: 0,
  lift: false,
  accessibility: 'ZON',
  rent: 60_000,
  availableFrom: '2026-07-01',
}
export const seeker: Seeker = {
  household: { adults: 1, children: 0 },
  incomeClass: 'passend',
  birthDate: '1980-01-01',
  municipality: 'emmen',
  profile: { minRooms: null, maxRent: null, groundFloor: false, accessibility: 'ZON' },
  exclusions: [],
  wantedFrom: null,
  shielded: false,
}

type Row = { seeker?: Partial<Seeker>; home?: Partial<Home>; today: string }
/** What a rule says of this client and home on this day. */
export const ruleOn = (rule: string, row: Row) => {
  const ground = { rules, norms, today: row.today }
  return explain({ ...seeker, ...row.seeker }, { ...home, ...row.home }, ground).find(
    (one) => one.rule === rule,
  )
}
/** Its verdict alone. */
export const verdictOn = (rule: string, row: Row): Verdict | undefined => ruleOn(rule, row)?.verdict
/** The published norm of this kind in a year. */
export const normIn = (kind: string, year: number) =>
  norms.find((norm) => norm.kind === kind && norm.validFrom.startsWith(String(year))) ?? null
