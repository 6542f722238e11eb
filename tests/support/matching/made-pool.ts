// Pools made from a seed, for tests and benchmarks: the same seed is the same pool, everybody in it is a number.
import {
  type Client,
  groups,
  type Neighbourhood,
  type Pool,
  type Provider,
  pointsOf,
  type Unit,
  unitKinds,
} from '@/domain/matching/engine/pool'

/** mulberry32: a small generator of numbers from 0 to 1, good enough to make pools and not for secrets. */
export function numbersFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T
  return { next, whole, pick, chance: (share: number) => next() < share }
}

const ANY_AGE = { minAge: 18, maxAge: 120 }
const AGES = [ANY_AGE, ANY_AGE, ANY_AGE, ANY_AGE, { minAge: 18, maxAge: 27 }, { minAge: 55, maxAge: 120 }]

type Numbers = ReturnType<typeof numbersFrom>
type Ground = Pick<Pool, 'municipalities' | 'neighbourhoods' | 'providers' | 'corporations'>

/** How wide clients look: in a thin region somebody fits few homes, in an open one, where most would go anywhere, many. */
export type Region = 'thin' | 'open'
type Width = {
  readonly sought: number
  readonly limits: number
  readonly municipalities: (units: number) => number
}
const widths: Readonly<Record<Region, Width>> = {
  thin: { sought: 3, limits: 1, municipalities: (units) => Math.sqrt(units) / 2 },
  open: { sought: 7, limits: 0.1, municipalities: (units) => units / 110 },
}

const list = <T>(count: number, make: (id: number) => T): T[] =>
  Array.from({ length: count }, (_, id) => make(id))

function someOf(numbers: Numbers, count: number, most: number): number[] {
  const chosen = new Set(list(numbers.whole(1, most), () => numbers.whole(0, count - 1)))
  return [...chosen]
}

function madeUnit(id: number, numbers: Numbers, ground: Ground): Unit {
  const neighbourhood = numbers.pick(ground.neighbourhoods) as Neighbourhood
  const type = numbers.pick(unitKinds)
  const bedrooms = type === 'studio' || type === 'shared' ? 1 : numbers.pick([1, 2, 2, 3, 3, 4])
  const { next, whole, chance } = numbers
  return {
    id,
    municipality: neighbourhood.municipality,
    neighbourhood: neighbourhood.id,
    corporation: whole(0, ground.corporations.length - 1),
    x: (neighbourhood.municipality % 5) * 12 + next() * 8,
    y: Math.floor(neighbourhood.municipality / 5) * 12 + next() * 8,
    bedrooms,
    maxPersons: bedrooms + whole(0, 2),
    rentCents: 40_000 + bedrooms * 6_000 + whole(0, 22_000),
    type,
    access: numbers.pick([0, 0, 0, 1, 1, 2]),
    availableDay: whole(0, 90),
    labels: chance(0.8) ? [] : [numbers.pick(groups), numbers.pick(groups)],
    ...numbers.pick(AGES),
    calm: chance(0.3),
  }
}

function wishes(numbers: Numbers, ground: Ground, home: number, region: Region) {
  const { next, whole, chance } = numbers
  const count = ground.municipalities.length
  const { sought, limits } = widths[region]
  return {
    homeMunicipality: home,
    municipalities: [...new Set([home, ...someOf(numbers, count, sought)])],
    excludedNeighbourhoods: chance(0.3) ? someOf(numbers, ground.neighbourhoods.length, 3) : [],
    excludedZone: chance(0.05) ? { x: next() * 40, y: next() * 40, radiusKm: 1 + next() * 4 } : null,
    anchor: { x: (home % 5) * 12 + next() * 8, y: Math.floor(home / 5) * 12 + next() * 8 },
    maxDistanceKm: chance(0.2 * limits) ? 5 + next() * 20 : null,
    fromDay: whole(-60, Math.round(20 * limits)),
    toDay: whole(30, 180),
    preferredType: numbers.pick(unitKinds),
  }
}

function madeClient(id: number, numbers: Numbers, ground: Ground, region: Region): Client {
  const { whole, chance } = numbers
  const householdSize = numbers.pick([1, 1, 1, 1, 2, 3])
  const tier = numbers.pick([1, 2, 2, 3, 3, 3, 4, 4])
  const waitDays = whole(0, 700)
  return {
    id,
    group: numbers.pick(groups),
    householdSize,
    age: whole(18, 75),
    minBedrooms: householdSize > 2 ? 2 : 1,
    maxBedrooms: householdSize + 1,
    maxRentCents: numbers.pick([48_000, 69_307, 69_307, 74_277, 90_007]),
    access: numbers.pick([0, 0, 0, 0, 0, 1, 2]),
    ...wishes(numbers, ground, whole(0, ground.municipalities.length - 1), region),
    acceptsShared: chance(0.3),
    needsCalm: chance(0.3),
    provider: whole(0, ground.providers.length - 1),
    providerMustServe: chance(0.3 * widths[region].limits),
    intensive: chance(0.35),
    tier,
    waitDays,
    points: pointsOf(tier, waitDays),
  }
}

/** A pool of so many clients and units. The caps are tight: some bind, none decides everything. */
export function madePool(seed: number, clients: number, units: number, region: Region = 'thin'): Pool {
  const numbers = numbersFrom(seed * 7919 + clients)
  const municipalities = list(Math.max(3, Math.round(widths[region].municipalities(units))), (id) => ({ id }))
  const corporations = Math.max(3, Math.round(units / 60))
  const providers = Math.max(4, Math.round(clients / 250))
  const place = () => numbers.whole(0, municipalities.length - 1)
  const ground: Ground = {
    municipalities,
    neighbourhoods: list(Math.max(6, Math.round(units / 6)), (id) => ({
      id,
      municipality: id < municipalities.length ? id : place(),
      intensiveCap: numbers.whole(1, 2),
    })),
    corporations: list(corporations, (id) => ({ id, cap: Math.ceil((0.95 * units) / corporations) })),
    providers: list(
      providers,
      (id): Provider => ({
        id,
        cap: Math.ceil((1.05 * units) / providers),
        municipalities: someOf(numbers, municipalities.length, 4),
      }),
    ),
  }
  return {
    ...ground,
    units: list(units, (id) => madeUnit(id, numbers, ground)),
    clients: list(clients, (id) => madeClient(id, numbers, ground, region)),
  }
}
