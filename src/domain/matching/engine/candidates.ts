// The edges of a pool, by the index: the same as asking every rule of every pair, in the time that the edges are many.
import type { Edges } from './edges'
import { MOST_FIT } from './fit-points'
import { type Client, type Pool, unitKinds } from './pool'
import { drawer, indexUnits, needsOf, type UnitIndex } from './unit-index'

const SHARED = unitKinds.indexOf('shared')

/** What grows while clients are asked one after the other; the room doubles when it is full. */
type Growing = { count: number; unit: Int32Array; fit: Int16Array }
/** One bit for each unit: units found in any order are read back in ascending order. */
type Found = { readonly bits: Int32Array; first: number; last: number }
type Bench = {
  readonly pool: Pool
  readonly index: UnitIndex
  readonly found: Found
  /** The last client, plus one, who excludes this neighbourhood: nothing to wipe between clients. */
  readonly excludedBy: Int32Array
  readonly served: readonly Uint8Array[]
}

function makeRoom(edges: Growing, more: number): void {
  if (edges.count + more <= edges.unit.length) return
  const size = Math.max(edges.unit.length * 2, edges.count + more)
  const unit = new Int32Array(size)
  const fit = new Int16Array(size)
  unit.set(edges.unit)
  fit.set(edges.fit)
  edges.unit = unit
  edges.fit = fit
}

function isNear(client: Client, x: number, y: number): boolean {
  const { excludedZone, maxDistanceKm, anchor } = client
  if (excludedZone) {
    const dx = excludedZone.x - x
    const dy = excludedZone.y - y
    if (Math.sqrt(dx * dx + dy * dy) <= excludedZone.radiusKm) return false
  }
  if (!maxDistanceKm) return true
  const dx = anchor.x - x
  const dy = anchor.y - y
  return Math.sqrt(dx * dx + dy * dy) <= maxDistanceKm
}

/** Marks the units of one drawer that pass; the cheapest come first, so the first that is too dear ends it. */
function searchDrawer(bench: Bench, client: Client, at: number): number {
  const { index, found, excludedBy } = bench
  const { order, rent, offers, persons, day, minAge, maxAge, neighbourhood, x, y } = index
  const needs = needsOf(client)
  const { maxRentCents, householdSize, age, fromDay, toDay } = client
  const near = !client.excludedZone && !client.maxDistanceKm
  const end = index.start[at + 1] as number
  let hits = 0
  for (let o = index.start[at] as number; o < end; o++) {
    const u = order[o] as number
    if ((rent[u] as number) > maxRentCents) break
    if (((offers[u] as number) & needs) !== needs || (persons[u] as number) < householdSize) continue
    if ((day[u] as number) < fromDay || (day[u] as number) > toDay) continue
    if ((minAge[u] as number) > age || (maxAge[u] as number) < age) continue
    if ((excludedBy[neighbourhood[u] as number] as number) === client.id + 1) continue
    if (!near && !isNear(client, x[u] as number, y[u] as number)) continue
    const word = u >>> 5
    found.bits[word] = (found.bits[word] as number) | (1 << (u & 31))
    if (word < found.first) found.first = word
    if (word > found.last) found.last = word
    hits++
  }
  return hits
}

function search(bench: Bench, client: Client): number {
  const { index, excludedBy, served } = bench
  const area = served[client.provider]
  for (const neighbourhood of client.excludedNeighbourhoods) excludedBy[neighbourhood] = client.id + 1
  const most = Math.min(client.maxBedrooms, index.mostBedrooms)
  const asked = client.municipalities
  let hits = 0
  for (let m = 0; m < asked.length; m++) {
    const municipality = asked[m] as number
    if (asked.indexOf(municipality) < m || (client.providerMustServe && !area?.[municipality])) continue
    for (let bedrooms = client.minBedrooms; bedrooms <= most; bedrooms++)
      hits += searchDrawer(bench, client, drawer(municipality, bedrooms, index.mostBedrooms))
  }
  return hits
}

/** fitPoints of a unit by its columns; the sum has the same order, to the last digit. */
function fitAt(bench: Bench, client: Client, u: number): number {
  const { index, served } = bench
  const municipality = index.municipality[u] as number
  const dx = client.anchor.x - (index.x[u] as number)
  const dy = client.anchor.y - (index.y[u] as number)
  const kind = index.kind[u] as number
  let sum = Math.max(0, 400 - 16 * Math.sqrt(dx * dx + dy * dy))
  if (unitKinds[kind] === client.preferredType) sum += 150
  else if (kind !== SHARED) sum += 60
  if (municipality === client.homeMunicipality) sum += 150
  if (served[client.provider]?.[municipality]) sum += 120
  if (client.needsCalm && index.calm[u]) sum += 40
  if (index.bedrooms[u] === client.minBedrooms) sum += 40
  sum += Math.min(60, (client.maxRentCents - (index.rent[u] as number)) / 300)
  sum += Math.max(0, 40 - Math.abs((index.day[u] as number) - Math.max(0, client.fromDay)) / 3)
  return Math.min(MOST_FIT, Math.floor(sum + 0.5))
}

/** Reads the marked units back in ascending order, and wipes the marks. */
function collect(bench: Bench, client: Client, edges: Growing): void {
  const { found } = bench
  for (let word = found.first; word <= found.last; word++) {
    let bits = found.bits[word] as number
    found.bits[word] = 0
    while (bits) {
      const u = (word << 5) | (31 - Math.clz32(bits & -bits))
      bits &= bits - 1
      edges.unit[edges.count] = u
      edges.fit[edges.count++] = fitAt(bench, client, u)
    }
  }
  found.first = found.bits.length
  found.last = -1
}

function benchOf(pool: Pool): Bench {
  const words = (pool.units.length + 31) >>> 5
  const served = pool.providers.map(({ municipalities }) => {
    const area = new Uint8Array(pool.municipalities.length)
    for (const municipality of municipalities) area[municipality] = 1
    return area
  })
  return {
    pool,
    index: indexUnits(pool),
    found: { bits: new Int32Array(words), first: words, last: -1 },
    excludedBy: new Int32Array(pool.neighbourhoods.length),
    served,
  }
}

/** All edges of a pool by the rules of the exchange format. */
export function candidateEdges(pool: Pool): Edges {
  const bench = benchOf(pool)
  const clientStart = new Int32Array(pool.clients.length + 1)
  const edges: Growing = { count: 0, unit: new Int32Array(1024), fit: new Int16Array(1024) }
  for (const client of pool.clients) {
    const hits = search(bench, client)
    makeRoom(edges, hits)
    collect(bench, client, edges)
    clientStart[client.id + 1] = edges.count
  }
  return {
    clientStart,
    unit: edges.unit.slice(0, edges.count),
    fit: edges.fit.slice(0, edges.count),
  }
}
