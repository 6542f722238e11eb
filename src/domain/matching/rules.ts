// The hard rules between one client and one dwelling: each named, each tested on its own. Each says what it compared, by how
// much it passes or fails, and by which norm.
import { daysBetween } from '../kernel/days'
import { daebOf, passendOn } from '../norm/letting'
import { normOn } from '../norm/norm'
import { age, contract, meantFor, youthRent } from './age-rules'
import { type Judged, type Rule, verdict } from './judged'
import type { Home, Seeker } from './sides'

const personsIn = ({ adults, children }: NonNullable<Seeker['household']>) => adults + children

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

/** Whether the tafel said another gemeente than that of the home: this alone bars it, whatever the other rules say. */
export const elsewhere = (
  { municipality: wanted }: Pick<Seeker, 'municipality'>,
  home: Pick<Home, 'municipality'>,
): boolean => !!wanted && wanted !== home.municipality

/** R10. The tafel said in which gemeente this person comes to live. */
const municipality: Rule = (seeker, home) => ({
  verdict: seeker.municipality ? verdict(!elsewhere(seeker, home)) : 'unknown',
  shown: { municipality: home.municipalityName },
})

/** R2. Woningwet art. 46, by the norms of today. */
const passendToewijzen: Rule = ({ incomeClass, household }, { rent }, { norms, today }) => {
  const persons = household && personsIn(household)
  const judged: Judged = { verdict: passendOn(today, norms, { incomeClass, persons, rent }), shown: { rent } }
  if (judged.verdict === 'unknown' || !incomeClass || persons === null) return judged
  if (incomeClass !== 'passend') return { ...judged, compared: { rent, incomeClass } }
  const norm = normOn(norms, persons >= 3 ? 'aftoppingsgrens_hoog' : 'aftoppingsgrens_laag', today)
  if (!norm) return judged
  return {
    ...judged,
    compared: { rent, limit: norm.value, persons, incomeClass },
    slack: norm.value - rent,
    norm,
  }
}

/** R1. DAEB: above the income limit only in the free space of the corporation; it warns, and the corporation decides. */
const daeb: Rule = ({ incomeClass, household }, _home, { norms, today }) => {
  const verdict = daebOf(incomeClass)
  if (verdict === 'unknown' || !incomeClass) return { verdict }
  const several = household && personsIn(household) > 1
  const norm = normOn(norms, several ? 'daeb_income_limit_2p' : 'daeb_income_limit_1p', today)
  return { verdict, compared: { incomeClass }, ...(norm && { norm }) }
}

/** R6. The region's own occupancy agreement: rooms by number of persons. */
const occupancy: Rule = ({ household, profile }, { rooms }, { rules }) => {
  if (!household) return { verdict: 'unknown', shown: { rooms } }
  const persons = personsIn(household)
  const row = [...rules.occupancy].sort((a, b) => b.persons - a.persons).find((r) => r.persons <= persons)
  if (!row) return { verdict: 'unknown', shown: { rooms } }
  const min = Math.max(row.minRooms, profile?.minRooms ?? 0)
  const max = Math.max(row.maxRooms, min)
  const slack = Math.min(rooms - min, max - rooms)
  return { verdict: verdict(slack >= 0), shown: { rooms }, compared: { rooms, min, max, persons }, slack }
}

/** R7. */
const accessible: Rule = ({ profile }, home) => {
  const shown = { label: home.accessibility }
  if (!profile) return { verdict: 'unknown', shown }
  const { accessibility: needed } = profile
  return {
    verdict: verdict(answers[needed]?.includes(home.accessibility) ?? false),
    shown,
    compared: { ...shown, needed },
  }
}

/** R7. Who needs the ground floor can do with a lift. */
const floor: Rule = ({ profile }, home) => ({
  verdict: profile ? verdict(!profile.groundFloor || home.floor === 0 || home.lift) : 'unknown',
  shown: { floor: home.floor },
})

/** R4. Advice, no gate. */
const affordable: Rule = ({ profile }, { rent }) => {
  if (!profile) return { verdict: 'unknown', shown: { rent } }
  if (profile.maxRent === null) return { verdict: 'pass', shown: { rent } }
  const slack = profile.maxRent - rent
  return { verdict: verdict(slack >= 0), shown: { rent }, compared: { rent, limit: profile.maxRent }, slack }
}

/** R8. Says that the place does not fit, never why: the reason of an exclusion is nobody's here. */
export const location: Rule = ({ exclusions, shielded }, home, { today }) => {
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

/** So many days a home may stand empty for somebody. */
const MOST_DAYS_EMPTY = 61

/** R12. Vacant months before a client can come cost a home; it warns from two months on. */
const timing: Rule = ({ wantedFrom }, { availableFrom }) => {
  if (!wantedFrom) return { verdict: 'pass', shown: { availableFrom } }
  const slack = MOST_DAYS_EMPTY - daysBetween(availableFrom, wantedFrom)
  return {
    verdict: verdict(slack >= 0),
    shown: { availableFrom },
    compared: { availableFrom, wantedFrom },
    slack,
  }
}

/**
 * R11. The provider guides in the gemeente of the home, by day and by night where the support asked for it; what it did not say
 * yet is not known. Of the way to a day activity no fact exists, so nothing is said of it. A covenant switches the rule on.
 */
export const support: Rule = ({ support: known }, { municipality: there }) => {
  const said = known?.areas[there]
  if (!known || !said) return { verdict: 'unknown' }
  const { guides, always } = said
  return {
    verdict: verdict(guides && (always || known.asked !== 'altijd')),
    compared: {
      guides: guides ? 'yes' : 'no',
      always: always ? 'yes' : 'no',
      ...(known.asked && { asked: known.asked }),
    },
  }
}

/** Who fails one of these is not proposed without a reason of the officer, and never by a run. */
export const blocking: Readonly<Record<string, Rule>> = {
  municipality,
  passendToewijzen,
  occupancy,
  accessible,
  floor,
  location,
  age,
  contract,
  meantFor,
}
/** These say what to look at, and exclude nobody. */
export const warning: Readonly<Record<string, Rule>> = { daeb, affordable, youthRent, timing }
