// A pool as it comes from a file, or the first thing that is wrong with it: which row, which field, what.
import { z } from 'zod'
import { groups, type Pool, unitKinds } from './pool'

/** What cannot be read, as one line for whoever wrote the file. */
export class PoolFault extends Error {}

const MOST_ROWS = 1_000_000
const whole = (min: number, max: number) => z.int().min(min).max(max)
const id = whole(0, MOST_ROWS)
const cap = whole(0, 10_000_000)
const km = z.number().min(-10_000).max(10_000)
const day = whole(-100_000, 100_000)
const age = whole(0, 999)
const bedrooms = whole(0, 99)
const rows = <S extends z.ZodType>(row: S) => z.array(row).min(1).max(MOST_ROWS)

const unit = z.object({
  id,
  municipality: id,
  neighbourhood: id,
  corporation: id,
  x: km,
  y: km,
  bedrooms,
  maxPersons: whole(0, 99),
  rentCents: whole(1, 10_000_000),
  type: z.enum(unitKinds),
  access: whole(0, 2),
  availableDay: day,
  labels: z.array(z.enum(groups)),
  minAge: age,
  maxAge: age,
  calm: z.boolean(),
})

const client = z.object({
  id,
  group: z.enum(groups),
  householdSize: whole(1, 99),
  age,
  minBedrooms: bedrooms,
  maxBedrooms: bedrooms,
  maxRentCents: whole(0, 1_000_000_000),
  access: whole(0, 2),
  homeMunicipality: id,
  municipalities: z.array(id),
  excludedNeighbourhoods: z.array(id),
  excludedZone: z.object({ x: km, y: km, radiusKm: z.number().min(0).max(10_000) }).nullable(),
  fromDay: day,
  toDay: day,
  acceptsShared: z.boolean(),
  needsCalm: z.boolean(),
  provider: id,
  providerMustServe: z.boolean(),
  intensive: z.boolean(),
  tier: whole(1, 4),
  waitDays: whole(0, 100_000),
  points: whole(0, 1_000_000_000),
  anchor: z.object({ x: km, y: km }),
  maxDistanceKm: z.number().min(0).max(10_000).nullable(),
  preferredType: z.enum(unitKinds),
})

const pool = z.object({
  corporations: rows(z.object({ id, cap })),
  providers: rows(z.object({ id, cap, municipalities: z.array(id) })),
  municipalities: rows(z.object({ id })),
  neighbourhoods: rows(z.object({ id, municipality: id, intensiveCap: cap })),
  units: rows(unit),
  clients: rows(client),
})

/** clients, 3, maxRentCents → clients[3].maxRentCents */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at ? '.' : ''}${String(part)}`))
    .join('')

const kindOf = (value: unknown) => (Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value)

const sayings: Partial<Record<z.core.$ZodIssueCode, (issue: z.core.$ZodRawIssue) => string>> = {
  too_small: ({ minimum, origin }) => (origin === 'array' ? 'is an empty list' : `is less than ${minimum}`),
  too_big: ({ maximum, origin }) =>
    origin === 'array' ? `has more than ${maximum} rows` : `is more than ${maximum}`,
  invalid_value: ({ values, input }) =>
    `${JSON.stringify(input)} is none of ${(values as string[]).join(', ')}`,
}

const saying = (issue: z.core.$ZodRawIssue): string => {
  if (issue.input === undefined) return 'is missing'
  const expected = issue.format === 'safeint' ? 'a whole number' : String(issue.expected ?? 'something else')
  return (
    sayings[issue.code as z.core.$ZodIssueCode]?.(issue) ?? `is ${kindOf(issue.input)}, expected ${expected}`
  )
}

/** What `data` is by `schema`. @throws PoolFault at the first thing that is wrong, with its row and field. */
export function readAs<S extends z.ZodType>(schema: S, data: unknown): z.output<S> {
  const read = schema.safeParse(data, { error: saying })
  if (read.success) return read.data
  const [first] = read.error.issues
  const place = placeOf(first?.path ?? [])
  throw new PoolFault(`${place ? `${place}: ` : 'the file '}${first?.message}`)
}

type Rows = readonly { readonly id: number }[]
type Found = { readonly place: string; readonly fault: string } | null

function idFault(name: string, list: Rows): Found {
  const seen = new Set<number>()
  for (const [at, row] of list.entries()) {
    const place = `${name}[${at}].id`
    if (seen.has(row.id)) return { place, fault: `${row.id} stands in the list twice` }
    if (row.id !== at) return { place, fault: `is ${row.id}, but ids are places in the list: ${at} expected` }
    seen.add(row.id)
  }
  return null
}

/** The first reference in these rows that leads nowhere: field → the list it points into. */
function lostIn(name: string, list: readonly object[], fields: Readonly<Record<string, Rows>>): Found {
  for (const [at, row] of list.entries())
    for (const [field, target] of Object.entries(fields)) {
      const found: unknown = Reflect.get(row, field)
      const lost = (Array.isArray(found) ? found : [found]).find((to) => !target[to])
      if (lost !== undefined) return { place: `${name}[${at}].${field}`, fault: `there is no ${lost}` }
    }
  return null
}

function crossed(name: string, list: readonly object[], pairs: readonly [string, string][]): Found {
  for (const [at, row] of list.entries())
    for (const [low, high] of pairs)
      if (Reflect.get(row, low) > Reflect.get(row, high))
        return { place: `${name}[${at}].${low}`, fault: `is more than ${high}: nothing can fit` }
  return null
}

const lists = ['corporations', 'providers', 'municipalities', 'neighbourhoods', 'units', 'clients'] as const

function firstFault(p: Pool): Found {
  const { municipalities, neighbourhoods: excludedNeighbourhoods } = p
  const places = {
    municipality: municipalities,
    neighbourhood: p.neighbourhoods,
    corporation: p.corporations,
  }
  const wishes = {
    homeMunicipality: municipalities,
    municipalities,
    excludedNeighbourhoods,
    provider: p.providers,
  }
  return (
    lists.map((name) => idFault(name, p[name])).find((fault) => fault) ??
    lostIn('providers', p.providers, { municipalities }) ??
    lostIn('neighbourhoods', p.neighbourhoods, { municipality: municipalities }) ??
    lostIn('units', p.units, places) ??
    lostIn('clients', p.clients, wishes) ??
    crossed('units', p.units, [['minAge', 'maxAge']]) ??
    crossed('clients', p.clients, [
      ['minBedrooms', 'maxBedrooms'],
      ['fromDay', 'toDay'],
    ])
  )
}

/** The pool in `data` (the exchange format, housing-matching/1). @throws PoolFault, with row and field. */
export function readPool(data: unknown): Pool {
  const read = readAs(pool, data)
  const found = firstFault(read)
  if (found) throw new PoolFault(`${found.place}: ${found.fault}`)
  return read
}
