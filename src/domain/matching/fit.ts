// The hard rules between one client and one dwelling: each named, each tested on its own, none decides for people.

import type { RuleSet } from '../covenant/rule-set'
import { ageOn, daysBetween } from '../kernel/days'
import { daebOf, passendOn, type Verdict } from '../norm/letting'
import { type Norms, normOn } from '../norm/norm'

/** `warn` rules never exclude. `shown` are values of the home itself:
 * a landlord who does not know the client yet may see nothing of the other side. */
export type RuleResult = {
  readonly rule: string
  readonly verdict: Verdict
  readonly warns: boolean
  readonly shown: Readonly<Record<string, string | number>>
}

export type Seeker = {
  readonly household: { adults: number; children: number } | null
  readonly incomeClass: 'passend' | 'daeb' | 'boven' | 'onbekend' | null
  readonly birthDate: string | null
  readonly municipality: string | null
  readonly profile: {
    minRooms: number | null
    maxRent: number | null
    groundFloor: boolean
    accessibility: string
    /** Asks for a match with care; of the others it is not looked at what they would like besides. */
    careful?: boolean
    lowStimulus?: string | null
    outdoorSpace?: string | null
  } | null
  readonly exclusions: readonly { area: string; value: string; until: string | null }[] | null
  readonly wantedFrom: string | null
  /** Must not be found: what is not known of a place counts as a reason not to go there. */
  readonly shielded: boolean
}

export type Home = {
  readonly street: string
  readonly postcode: string
  readonly municipality: string
  readonly municipalityName: string
  readonly complex: string | null
  readonly rooms: number
  readonly floor: number
  readonly lift: boolean
  readonly accessibility: string
  readonly rent: number
  readonly availableFrom: string
  readonly situation?: readonly string[] | null
  readonly outdoorSpace?: string | null
}

/** What the rules hold both sides against: agreements, norms and a day. */
export type Ground = {
  readonly rules: Pick<RuleSet, 'occupancy'>
  readonly norms: Norms
  readonly today: string
}

type Rule = (
  seeker: Seeker,
  home: Home,
  context: Ground,
) => { verdict: Verdict; shown?: Record<string, string | number> }

const verdict = (passes: boolean): Verdict => (passes ? 'pass' : 'fail')
/** Which VERA labels answer which need. Not a ladder: a ROG home is fit for a rollator, yet no nultredenwoning. */
const answers: Readonly<Record<string, readonly string[]>> = {
  ZON: ['ZON', 'GNV', 'NUL', 'ROG', 'ROA', 'ROL', 'RUI'],
  GNV: ['GNV', 'NUL', 'ROG', 'ROA', 'ROL', 'RUI'],
  NUL: ['NUL', 'ROA', 'ROL', 'RUI'],
  ROG: ['ROG', 'ROA', 'ROL', 'RUI'],
  ROA: ['ROA', 'ROL', 'RUI'],
  ROL: ['ROL', 'RUI'],
  RUI: ['RUI'],
}

/** The tafel said in which gemeente this person comes to live. */
const municipality: Rule = ({ municipality: wanted }, home) => ({
  verdict: wanted ? verdict(wanted === home.municipality) : 'unknown',
  shown: { municipality: home.municipalityName },
})

/** Woningwet art. 46, by the norms of today. */
const passendToewijzen: Rule = ({ incomeClass, household }, { rent }, { norms, today }) => ({
  verdict: passendOn(today, norms, {
    incomeClass,
    persons: household && household.adults + household.children,
    rent,
  }),
  shown: { rent },
})

/** Above the DAEB limit: it warns, and the corporation decides. */
const daeb: Rule = ({ incomeClass }) => ({ verdict: daebOf(incomeClass) })

/** The region's own occupancy agreement: rooms by number of persons. */
const occupancy: Rule = ({ household, profile }, { rooms }, { rules }) => {
  if (!household) return { verdict: 'unknown', shown: { rooms } }
  const persons = household.adults + household.children
  const row = [...rules.occupancy].sort((a, b) => b.persons - a.persons).find((r) => r.persons <= persons)
  if (!row) return { verdict: 'unknown', shown: { rooms } }
  const min = Math.max(row.minRooms, profile?.minRooms ?? 0)
  return { verdict: verdict(rooms >= min && rooms <= Math.max(row.maxRooms, min)), shown: { rooms } }
}

const accessible: Rule = ({ profile }, home) => ({
  verdict: profile
    ? verdict(answers[profile.accessibility]?.includes(home.accessibility) ?? false)
    : 'unknown',
  shown: { label: home.accessibility },
})

const floor: Rule = ({ profile }, home) => ({
  verdict: profile ? verdict(!profile.groundFloor || home.floor === 0 || home.lift) : 'unknown',
  shown: { floor: home.floor },
})

const affordable: Rule = ({ profile }, { rent }) => ({
  verdict: !profile ? 'unknown' : verdict(profile.maxRent === null || rent <= profile.maxRent),
  shown: { rent },
})

/** Huurtoeslag for the young counts up to a lower rent; above it the home may be too dear for them. */
const youthRent: Rule = ({ birthDate, household }, { rent }, { norms, today }) => {
  const cap = normOn(norms, 'youth_rent_cap', today)
  if (!birthDate || !cap?.belowAge) return { verdict: 'unknown', shown: { rent } }
  const young = ageOn(birthDate, today) < cap.belowAge && !household?.children
  return { verdict: verdict(!young || rent <= cap.value), shown: { rent } }
}

/** Of age on the day the home can be let: when it is free, or today when it is free already. */
const age: Rule = ({ birthDate }, { availableFrom }, { today }) => {
  const from = availableFrom > today ? availableFrom : today
  return { verdict: birthDate ? verdict(ageOn(birthDate, from) >= 18) : 'unknown' }
}

/** Says that the place does not fit, never why: the reason of an exclusion is nobody's here. */
const location: Rule = ({ exclusions, shielded }, home, { today }) => {
  if (!exclusions) return { verdict: 'unknown' }
  const valid = exclusions.filter((e) => !e.until || e.until >= today)
  return { verdict: verdict(!valid.some((e) => (shielded && !isKnown(e, home)) || excludes(e, home))) }
}

/** What of the home an exclusion of this kind is held against. */
const placeOf = (area: string, home: Home): string | null =>
  ({ postcode: home.postcode, straat: home.street, gemeente: home.municipalityName })[area] ?? home.complex

const isKnown = ({ area }: { area: string }, home: Home) => !!placeOf(area, home)?.trim()

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
function excludes({ area, value }: { area: string; value: string }, home: Home): boolean {
  const place = placeOf(area, home)
  if (place === null) return false
  return area === 'postcode' ? place.startsWith(value) : same(value, place)
}

/** Vacant months before a client can come cost a home; it warns from two months on. */
const timing: Rule = ({ wantedFrom }, { availableFrom }) => ({
  verdict: wantedFrom ? verdict(daysBetween(availableFrom, wantedFrom) <= 61) : 'pass',
  shown: { availableFrom },
})

const blocking: Record<string, Rule> = {
  municipality,
  passendToewijzen,
  occupancy,
  accessible,
  floor,
  location,
  age,
}
const warning: Record<string, Rule> = { daeb, affordable, youthRent, timing }

/** Every rule's verdict for one client and one dwelling, in a fixed order. Rents in euro cents. */
export function fit(seeker: Seeker, home: Home, context: Ground): RuleResult[] {
  const results = (rules: Record<string, Rule>, warns: boolean) =>
    Object.entries(rules).map(([rule, judge]) => {
      const { verdict: found, shown = {} } = judge(seeker, home, context)
      return { rule, verdict: found, warns, shown }
    })
  return [...results(blocking, false), ...results(warning, true)]
}
