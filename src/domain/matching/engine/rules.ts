// The hard rules between one client and one unit, one by one: for the reasons that people read. The edges are built
// another way, by an index (candidates.ts); a test holds the two against each other.
import { type Client, distanceKm, type Pool, type Unit } from './pool'

/** What a rule found. `slack` is how far it is from failing, in the rule's own measure; below 0 it fails by that much. */
type Finding = {
  readonly passes: boolean
  readonly compared: Readonly<Record<string, unknown>>
  readonly slack: number
}

/** Judges one client and one unit of a pool. */
type EngineRule = (client: Client, unit: Unit, pool: Pool) => Finding

/** Rules by their id. The engine takes edges, so another agreement is another pack and the same engine. */
export type RulePack = Readonly<Record<string, EngineRule>>

const within = (slack: number, compared: Finding['compared']): Finding => ({
  passes: slack >= 0,
  compared,
  slack,
})
/** For what is so or not so: there is no "almost". */
const so = (passes: boolean, compared: Finding['compared']): Finding => ({
  passes,
  compared,
  slack: passes ? 0 : -1,
})

const bedrooms: EngineRule = ({ minBedrooms, maxBedrooms }, { bedrooms: found }) =>
  within(Math.min(found - minBedrooms, maxBedrooms - found), { minBedrooms, maxBedrooms, bedrooms: found })

const household: EngineRule = ({ householdSize }, { maxPersons }) =>
  within(maxPersons - householdSize, { householdSize, maxPersons })

const rent: EngineRule = ({ maxRentCents }, { rentCents }) =>
  within(maxRentCents - rentCents, { maxRentCents, rentCents })

const access: EngineRule = ({ access: needed }, { access: found }) =>
  within(found - needed, { needed, access: found })

const municipality: EngineRule = ({ municipalities }, { municipality: found }) =>
  so(municipalities.includes(found), { municipalities, municipality: found })

const neighbourhood: EngineRule = ({ excludedNeighbourhoods }, { neighbourhood: found }) =>
  so(!excludedNeighbourhoods.includes(found), { excludedNeighbourhoods, neighbourhood: found })

/** Strictly outside: the border belongs to the zone. */
const zone: EngineRule = ({ excludedZone }, unit) => {
  if (!excludedZone) return so(true, { zone: null })
  const distance = distanceKm(excludedZone, unit)
  const { radiusKm } = excludedZone
  return { passes: distance > radiusKm, compared: { radiusKm, distance }, slack: distance - radiusKm }
}

const date: EngineRule = ({ fromDay, toDay }, { availableDay }) =>
  within(Math.min(availableDay - fromDay, toDay - availableDay), { fromDay, toDay, availableDay })

const label: EngineRule = ({ group }, { labels }) =>
  so(labels.length === 0 || labels.includes(group), { group, labels })

const ages: EngineRule = ({ age }, { minAge, maxAge }) =>
  within(Math.min(age - minAge, maxAge - age), { age, minAge, maxAge })

const shared: EngineRule = ({ acceptsShared }, { type }) =>
  so(type !== 'shared' || acceptsShared, { acceptsShared, type })

const provider: EngineRule = (
  { providerMustServe, provider: at },
  { municipality: found },
  { providers },
) => {
  const municipalities = providers[at]?.municipalities ?? []
  const compared = { providerMustServe, municipalities, municipality: found }
  return so(!providerMustServe || municipalities.includes(found), compared)
}

/** No distance, or 0, is no limit. */
const distance: EngineRule = ({ maxDistanceKm, anchor }, unit) => {
  if (!maxDistanceKm) return so(true, { maxDistanceKm: null })
  const found = distanceKm(anchor, unit)
  return within(maxDistanceKm - found, { maxDistanceKm, distance: found })
}

/** The rules of the exchange format housing-matching/1. */
export const exchangeRules = {
  'R1-bedrooms': bedrooms,
  'R2-household': household,
  'R3-rent': rent,
  'R4-access': access,
  'R5-municipality': municipality,
  'R6-neighbourhood': neighbourhood,
  'R7-zone': zone,
  'R8-date': date,
  'R9-label': label,
  'R10-age': ages,
  'R11-shared': shared,
  'R12-provider': provider,
  'R13-distance': distance,
} satisfies RulePack

export type Judged = Finding & { readonly rule: string }

/** What every rule of the pack says of this client and this unit, in the order of the pack. */
export const judge = (pack: RulePack, pool: Pool, [client, unit]: readonly [Client, Unit]): Judged[] =>
  Object.entries(pack).map(([rule, judged]) => ({ rule, ...judged(client, unit, pool) }))
