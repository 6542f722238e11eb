// The pool that is matched in one run: who seeks, what is free, and how much each party can carry. Ids are places in
// the lists. The engine knows pseudonyms and derived facts only: no name, no address, no reason of anything.

/** Groups of the covenant, as the exchange format writes them. */
export const groups = ['MO', 'BW', 'JZ', 'VO', 'EXD', 'ST', 'GGZ'] as const
export const unitKinds = ['studio', 'apartment', 'house', 'shared'] as const

type Group = (typeof groups)[number]
type UnitKind = (typeof unitKinds)[number]

/** `cap`: matches on units of this corporation, at most. */
type Corporation = { readonly id: number; readonly cap: number }
/** `cap`: clients whose support can start, at most; `municipalities`: where it works. */
export type Provider = {
  readonly id: number
  readonly cap: number
  readonly municipalities: readonly number[]
}
type Municipality = { readonly id: number }
/** `intensiveCap`: matches of clients with intensive support in it, at most. */
export type Neighbourhood = {
  readonly id: number
  readonly municipality: number
  readonly intensiveCap: number
}

/** `x`, `y` in km; rents in euro cents; days counted from the day of the run; no labels is a unit for every group. */
export type Unit = {
  readonly id: number
  readonly municipality: number
  readonly neighbourhood: number
  readonly corporation: number
  readonly x: number
  readonly y: number
  readonly bedrooms: number
  readonly maxPersons: number
  readonly rentCents: number
  readonly type: UnitKind
  readonly access: number
  readonly availableDay: number
  readonly labels: readonly Group[]
  readonly minAge: number
  readonly maxAge: number
  readonly calm: boolean
}

export type Client = {
  readonly id: number
  readonly group: Group
  readonly householdSize: number
  readonly age: number
  readonly minBedrooms: number
  readonly maxBedrooms: number
  readonly maxRentCents: number
  readonly access: number
  readonly homeMunicipality: number
  readonly municipalities: readonly number[]
  readonly excludedNeighbourhoods: readonly number[]
  readonly excludedZone: { readonly x: number; readonly y: number; readonly radiusKm: number } | null
  readonly fromDay: number
  readonly toDay: number
  readonly acceptsShared: boolean
  readonly needsCalm: boolean
  readonly provider: number
  readonly providerMustServe: boolean
  readonly intensive: boolean
  readonly tier: number
  readonly waitDays: number
  readonly points: number
  readonly anchor: { readonly x: number; readonly y: number }
  readonly maxDistanceKm: number | null
  readonly preferredType: UnitKind
}

export type Pool = {
  readonly corporations: readonly Corporation[]
  readonly providers: readonly Provider[]
  readonly municipalities: readonly Municipality[]
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly units: readonly Unit[]
  readonly clients: readonly Client[]
}

/** Priority of a tier in points; a day of waiting is one point more, up to `MOST_WAITING_POINTS`. */
const tierPoints: Readonly<Record<number, number>> = { 1: 8000, 2: 4000, 3: 2000, 4: 1000 }
const MOST_WAITING_POINTS = 999

/** Points of priority: the tier, then the days waited. */
export const pointsOf = (tier: number, waitDays: number): number =>
  (tierPoints[tier] ?? 0) + Math.min(MOST_WAITING_POINTS, waitDays)

/** Straight distance in km. Not Math.hypot: it is many times slower, and these are no astronomical numbers. */
export function distanceKm(a: { x: number; y: number }, b: { x: number; y: number }): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  return Math.sqrt(dx * dx + dy * dy)
}
