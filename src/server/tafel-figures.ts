import 'server-only'
// What the figures of the tafels are made of, by the rights of who asks: equals are counted together, so that few rows leave the database.
import { type Course, type Decided, type Figure, undone, type Waits } from '@/domain/report/tafel-figures'
import type { Presence } from '@/domain/tafel/quorum'
import { Prisma, type Tx } from './db/client'

/** The first and the last day on which tafels met that are counted: 'yyyy-mm-dd'. */
export type Period = { readonly from: string; readonly until: string }

/** Of each kind of party, how often it was asked for a position before a tafel, and gave it: after that it cannot be given. */
export type Asked = { readonly part: string; readonly asked: number; readonly given: number }

export type Brought = {
  readonly courses: readonly Course[]
  readonly decided: readonly Decided[]
  readonly positions: readonly Asked[]
}

/** What a case did in the period, as a text that is the same for cases that did the same. */
const courses = ({
  from,
  until,
}: Period) => Prisma.sql`brought AS MATERIALIZED (SELECT * FROM app.brought_to_tafels(${from}::date, ${until}::date)),
  course AS (SELECT b.id, b.number, string_agg(concat_ws(' ', b.first, b.again, b.corrected, b.decided_later, b.outcome), ',' ORDER BY b.first DESC, b.outcome, b.corrected, b.decided_later) AS key FROM brought b GROUP BY 1, 2)`

const courseOf = ([key, n]: readonly [string, number]): Course => {
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

/** What became of the cases on the tafels that met in the period, and who spoke beforehand. */
export async function broughtIn(tx: Tx, period: Period): Promise<Brought> {
  type Found = { courses: [string, number][]; decided: Row[]; positions: Asked[] }
  const [found] = await tx.$queryRaw<Found[]>`/* brought to a tafel */
  WITH ${courses(period)}, asked AS (SELECT p.part, sum(p.asked)::int AS asked, sum(p.given)::int AS given FROM (
      SELECT count(*) FILTER (WHERE provider) AS provider, count(*) FILTER (WHERE provider AND provider_spoke) AS provider_spoke, count(*) FILTER (WHERE gemeente) AS gemeente,
        count(*) FILTER (WHERE gemeente AND gemeente_spoke) AS gemeente_spoke, sum(guests) AS guests, sum(guests_spoke) FILTER (WHERE guests > 0) AS guests_spoke FROM brought) b
    CROSS JOIN LATERAL (VALUES ('gemeente', b.gemeente, b.gemeente_spoke), ('guest', b.guests, coalesce(b.guests_spoke, 0)), ('provider', b.provider, b.provider_spoke)) p(part, asked, given) WHERE p.asked > 0 GROUP BY 1)
  SELECT coalesce((SELECT json_agg(json_build_array(c.key, c.n)) FROM (SELECT key, count(*) AS n FROM course GROUP BY 1) c), '[]') AS courses,
    coalesce((SELECT json_agg(json_build_array(d.ready_since, d.adopted_on, d.waited, d.n)) FROM (SELECT b.ready_since, b.adopted_on, concat_ws(',', b.held, b.waited) AS waited, count(*) AS n
      FROM brought b WHERE b.outcome <> ALL (${[...undone]}) GROUP BY 1, 2, 3) d), '[]') AS decided,
    coalesce((SELECT json_agg(a ORDER BY a.part) FROM asked a), '[]') AS positions`
  const { courses: all, decided, positions } = found as Found
  return { courses: all.map(courseOf), decided: decided.map(decidedOf), positions }
}

/** How many cases wait for a tafel now and on nobody else, by the day since when. */
export const waitingNow = (tx: Tx) => tx.$queryRaw<Waits[]>`/* waiting for a tafel */
  SELECT w.since::text, count(*)::int AS n FROM app.waiting_for_tafel() w GROUP BY 1`

export type CaseBehind = { readonly id: string; readonly number: string }

/** The first cases behind a figure, at most so many, by their number. */
export const casesBehind = (tx: Tx, period: Period, { key, which }: Figure, limit: number) =>
  key === 'aged'
    ? tx.$queryRaw<CaseBehind[]>`/* behind aged */
      SELECT w.id::text, w.number FROM app.waiting_for_tafel() w WHERE w.since::text = ANY (${[...which]}) ORDER BY w.number LIMIT ${limit}`
    : tx.$queryRaw<CaseBehind[]>`/* behind a figure of tafels */
      WITH ${courses(period)} SELECT c.id::text, c.number FROM course c WHERE c.key = ANY (${[...which]}) ORDER BY c.number LIMIT ${limit}`

/** A tafel that met; who came and went is known where somebody left. */
export type Met = { readonly version: string; readonly items: number; readonly presence: Presence[] }

/** The tafels that met in the period, in their order. */
export const metIn = (tx: Tx, { from, until }: Period) => tx.$queryRaw<Met[]>`/* tafels that met */
  SELECT m.version::text, m.items, m.presence FROM app.tafels_met(${from}::date, ${until}::date) m`
