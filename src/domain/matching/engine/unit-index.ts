// The free units laid out for quick asking: in drawers of one municipality and one number of bedrooms, the cheapest
// first, with what is yes or no about a unit as bits of one number.
import { type Client, groups, type Pool, type Unit, unitKinds } from './pool'

const ACCESS_AT = groups.length
const NOT_SHARED = 1 << (ACCESS_AT + 3)
const ALL_GROUPS = (1 << groups.length) - 1
const SHARED = unitKinds.indexOf('shared')

/** Columns of units by their id, and the drawers: `order` holds ids, drawer d from start[d] to start[d + 1]. */
export type UnitIndex = {
  readonly mostBedrooms: number
  readonly start: Int32Array
  readonly order: Int32Array
  readonly rent: Int32Array
  readonly offers: Int32Array
  readonly persons: Int32Array
  readonly day: Int32Array
  readonly minAge: Int32Array
  readonly maxAge: Int32Array
  readonly neighbourhood: Int32Array
  readonly municipality: Int32Array
  readonly bedrooms: Int32Array
  readonly kind: Int32Array
  readonly calm: Uint8Array
  readonly x: Float64Array
  readonly y: Float64Array
}

/** What a unit offers: the groups it is for, the levels of access it reaches, and whether it is one's own. */
function offersOf({ labels, access, type }: Unit): number {
  const forGroups = labels.reduce((bits, label) => bits | (1 << groups.indexOf(label)), 0) || ALL_GROUPS
  const reached = (1 << (access + 1)) - 1
  return forGroups | (reached << ACCESS_AT) | (unitKinds.indexOf(type) === SHARED ? 0 : NOT_SHARED)
}

/** What a client needs of those bits: all of them must be offered. */
export const needsOf = ({ group, access, acceptsShared }: Client): number =>
  (1 << groups.indexOf(group)) | (1 << (ACCESS_AT + access)) | (acceptsShared ? 0 : NOT_SHARED)

export const drawer = (municipality: number, bedrooms: number, mostBedrooms: number): number =>
  municipality * (mostBedrooms + 1) + bedrooms

/** The index of the units of a pool. */
export function indexUnits({ units, municipalities }: Pool): UnitIndex {
  const mostBedrooms = units.reduce((most, { bedrooms }) => Math.max(most, bedrooms), 0)
  const drawerOf = (unit: Unit) => drawer(unit.municipality, unit.bedrooms, mostBedrooms)
  const sorted = [...units].sort(
    (a, b) => drawerOf(a) - drawerOf(b) || a.rentCents - b.rentCents || a.id - b.id,
  )
  const start = new Int32Array(municipalities.length * (mostBedrooms + 1) + 1)
  for (const unit of units) start[drawerOf(unit) + 1] = (start[drawerOf(unit) + 1] as number) + 1
  for (let d = 1; d < start.length; d++) start[d] = (start[d] as number) + (start[d - 1] as number)
  const column = (of: (unit: Unit) => number) => Int32Array.from(units, of)
  return {
    mostBedrooms,
    start,
    order: Int32Array.from(sorted, ({ id }) => id),
    rent: column(({ rentCents }) => rentCents),
    offers: column(offersOf),
    persons: column(({ maxPersons }) => maxPersons),
    day: column(({ availableDay }) => availableDay),
    minAge: column(({ minAge }) => minAge),
    maxAge: column(({ maxAge }) => maxAge),
    neighbourhood: column(({ neighbourhood }) => neighbourhood),
    municipality: column(({ municipality }) => municipality),
    bedrooms: column(({ bedrooms }) => bedrooms),
    kind: column(({ type }) => unitKinds.indexOf(type)),
    calm: Uint8Array.from(units, ({ calm }) => Number(calm)),
    x: Float64Array.from(units, ({ x }) => x),
    y: Float64Array.from(units, ({ y }) => y),
  }
}
