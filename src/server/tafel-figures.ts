import 'server-only'
// What the figures of the tafels are made of, by the rights of who asks: equals are counted together, so that few rows leave the database.
import { type Course, type Decided, undone, type Waits } from '@/domain/report/tafel-figures'
import type { Presence } from '@/domain/tafel/quorum'
import { Prisma, type Tx } from './db/client'

/** The first and the last day on which tafels met that are counted: 'yyyy-mm-dd'. */
export type Period = { readonly from: string; readonly until: string }

/** Of each kind of party, how often it was asked for a position before a tafel, and gave it: after that it cannot be given. */
export type Asked = { readonly part: string; readonly asked: number; readonly given: number }

export type Brought = {
  readonly courses: readonly Course[]
  /** The first cases of each course, by its key. */
  readonly cases: ReadonlyMap<string, readonly CaseBehind[]>
  readonly decided: readonly Decided[]
  readonly positions: readonly Asked[]
}

export type CaseBehind = { readonly id: string; readonly number: string }

const visit = Prisma.sql`concat_ws(' ', b.first, b.again, b.corrected, b.decided_later, b.outcome)`

/** What a case did in the period, as a text that is the same for cases that did the same. Most were on one tafel. */
const courses = Prisma.sql`SELECT b.id, b.number, ${visit} AS key FROM brought b WHERE NOT b.again
  UNION ALL SELECT b.id, b.number, string_agg(${visit}, ',' ORDER BY b.first DESC, ${visit}) FROM brought b WHERE b.again GROUP BY 1, 2`

type CourseRow = readonly [key: string, n: number, first: readonly CaseBehind[] | null]

const courseOf = ([key, n]: CourseRow): Course => {
  const visits = key.split(',').map((visit) => {
    const [first, again, corrected, decidedLater, outcome] = visit.split(' ')
    return {
      first: first === 't',
      again: again === 't',
      corrected: corrected === 't',
      decidedLater: decidedLater === 't',
      outcome: outcome ?? null,
    }
  })
  return { key, n, visits }
}

type Row = readonly [readySince: string | null, adoptedOn: string, waited: string, n: number]

/** In the order of their days; of one day, what a tafel decided is first. */
const decidedOf = ([readySince, adoptedOn, waited, n]: Row): Decided => {
  const events = waited ? waited.split(',') : []
  const told = events.map((event) => {
    const [step, on] = event.split(' ') as [string, string]
    return { step, on }
  })
  return { readySince, adoptedOn, n, waited: told.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) }
}

/** What became of the cases on the tafels that met in the period, and who spoke beforehand; of each course the `first` cases by their number. */
export async function broughtIn(tx: Tx, { from, until }: Period, first = 0): Promise<Brought> {
  type Found = { courses: CourseRow[]; decided: Row[]; positions: Asked[] }
  const named = first
    ? Prisma.sql`(array_agg(jsonb_build_object('id', c.id, 'number', c.number) ORDER BY c.number))[1:${first}::int]`
    : Prisma.sql`NULL::jsonb[]`
  const [found] = await tx.$queryRaw<Found[]>`/* brought to a tafel */
  WITH brought AS MATERIALIZED (SELECT * FROM app.brought_to_tafels(${from}::date, ${until}::date)), asked AS (SELECT p.part, sum(p.asked)::int AS asked, sum(p.given)::int AS given FROM (
      SELECT count(*) FILTER (WHERE provider) AS provider, count(*) FILTER (WHERE provider AND provider_spoke) AS provider_spoke, count(*) FILTER (WHERE gemeente) AS gemeente,
        count(*) FILTER (WHERE gemeente AND gemeente_spoke) AS gemeente_spoke, sum(guests) AS guests, sum(guests_spoke) FILTER (WHERE guests > 0) AS guests_spoke FROM brought) b
    CROSS JOIN LATERAL (VALUES ('gemeente', b.gemeente, b.gemeente_spoke), ('guest', b.guests, coalesce(b.guests_spoke, 0)), ('provider', b.provider, b.provider_spoke)) p(part, asked, given) WHERE p.asked > 0 GROUP BY 1)
  SELECT coalesce((SELECT json_agg(json_build_array(x.key, x.n, to_json(x.first))) FROM (SELECT c.key, count(*) AS n, ${named} AS first FROM (${courses}) c GROUP BY 1) x), '[]') AS courses,
    coalesce((SELECT json_agg(json_build_array(d.ready_since, d.adopted_on, d.waited, d.n)) FROM (SELECT b.ready_since, b.adopted_on, concat_ws(',', b.held, b.waited) AS waited, count(*) AS n
      FROM brought b WHERE b.outcome <> ALL (${[...undone]}) GROUP BY 1, 2, 3) d), '[]') AS decided,
    coalesce((SELECT json_agg(a ORDER BY a.part) FROM asked a), '[]') AS positions`
  const { courses: all, decided, positions } = found as Found
  const cases = new Map(all.map(([key, , named]) => [key, named ?? []]))
  return { courses: all.map(courseOf), cases, decided: decided.map(decidedOf), positions }
}

/** How many cases wait for a tafel now and on nobody else, by the day since when. */
export const waitingNow = (tx: Tx) => tx.$queryRaw<Waits[]>`/* waiting for a tafel */
  SELECT w.since::text, count(*)::int AS n FROM app.waiting_for_tafel() w GROUP BY 1`

/** The first cases that wait for a tafel since these days, by their number. */
export const waitingSince = (tx: Tx, days: readonly string[], limit: number) => tx.$queryRaw<
  CaseBehind[]
>`/* behind aged */
  SELECT w.id::text, w.number FROM app.waiting_for_tafel() w WHERE w.since::text = ANY (${[...days]}) ORDER BY w.number LIMIT ${limit}`

/** A tafel that met; who came and went is known where somebody left. */
export type Met = { readonly version: string; readonly items: number; readonly presence: Presence[] }

/** The tafels that met in the period, in their order. */
export const metIn = (tx: Tx, { from, until }: Period) => tx.$queryRaw<Met[]>`/* tafels that met */
  SELECT m.version::text, m.items, m.presence FROM app.tafels_met(${from}::date, ${until}::date) m`
