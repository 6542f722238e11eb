import 'server-only'
// What the figures of the tafels are made of, by the rights of who asks. A shielded case is in none of it.
import type { Brought, Waits } from '@/domain/report/tafel-figures'
import type { Presence } from '@/domain/tafel/quorum'
import { Prisma, type Tx } from './db/client'

/** The first and the last day on which tafels met that are counted: 'yyyy-mm-dd'. */
export type Period = { readonly from: string; readonly until: string }

const met = Prisma.sql`SELECT t.subject_id AS tafel, s.number, t."on", t.at, s.covenant_version_id FROM tafel_session t JOIN spine s ON s.id = t.subject_id
  WHERE s.covenant_id = (SELECT app.covenant()) AND s.stage IN ('inSession', 'adopted', 'closed')`

/** What begins and ends the time in which a case waits on its provider. */
const begins = ['askMore']
const ends = ['sendIntake', 'supplyForTafel']

/** Each case on each tafel that met in the period, with what was adopted there. */
export const broughtIn = (tx: Tx, { from, until }: Period) => tx.$queryRaw<Brought[]>`/* brought to a tafel */
  WITH met AS MATERIALIZED (${met}),
    item AS (SELECT DISTINCT ON (i.subject_id, i."case") i.subject_id AS tafel, i."case", i."on" FROM tafel_items i WHERE i.subject_id IN (SELECT tafel FROM met) ORDER BY i.subject_id, i."case", i.seq DESC),
    counted AS (SELECT m.tafel, m."on", i."case", row_number() OVER (PARTITION BY i."case" ORDER BY m."on", m.at, m.number) AS nth, count(*) OVER (PARTITION BY i."case") AS times
      FROM item i JOIN met m USING (tafel) WHERE i."on")
  SELECT k.id::text, k.number, c.tafel::text, c.nth::int, c.times::int, d.outcome, d.adopted_on::text AS "adoptedOn", coalesce(n.ready_then, r.ready_since)::text AS "readySince",
    d.version IS NOT NULL AND EXISTS (SELECT 1 FROM case_decisions x WHERE x.subject_id = k.id AND x.replaces = d.version AND x.adopted_on IS NOT NULL) AS corrected,
    d.version IS NOT NULL AND EXISTS (SELECT 1 FROM case_decisions x WHERE x.subject_id = k.id AND x.version > d.version AND x.replaces IS NULL AND x.adopted_on IS NOT NULL) AS "decidedLater",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('step', w.step, 'on', w."on") ORDER BY w."on", w.seq), '[]') FROM (
        SELECT j.step, j.taken_on AS "on", j.seq FROM journal j WHERE j.subject_id = k.id AND j.kind = 'step' AND j.step = ANY (${[...begins, ...ends]})
        UNION ALL SELECT x.outcome, x.adopted_on, 0 FROM case_decisions x WHERE x.subject_id = k.id AND x.adopted_on IS NOT NULL AND x.replaces IS NULL
          AND (x.outcome = 'backToProvider' OR (x.outcome = 'adjourned' AND x.follow_up_by = 'provider'))) w) AS waited
  FROM counted c JOIN spine k ON k.id = c."case" AND NOT k.shielded
    LEFT JOIN LATERAL (SELECT * FROM case_decisions x WHERE x.subject_id = k.id AND x.tafel = c.tafel AND x.adopted_on IS NOT NULL AND x.replaces IS NULL ORDER BY x.seq DESC LIMIT 1) d ON true
    LEFT JOIN case_decision_notes n ON n.subject_id = k.id AND n.version = d.version AND n.corrects IS NULL AND n.adopted_on IS NOT NULL
    LEFT JOIN case_readiness r ON r.subject_id = k.id
  WHERE c."on" BETWEEN ${from}::date AND ${until}::date ORDER BY c."on", k.number`

/** The cases that wait for a tafel now, and on nobody else. */
export const waitingNow = (tx: Tx) => tx.$queryRaw<Waits[]>`/* waiting for a tafel */
  SELECT k.id::text, k.number, t.since::text FROM turn t JOIN spine k ON k.id = t.subject_id AND NOT k.shielded
  WHERE t.covenant_id = (SELECT app.covenant()) AND t.task = 'putOnTafel' AND t.paused_on IS NULL ORDER BY k.number`

export type Met = {
  readonly tafel: string
  readonly version: string
  readonly items: number
  readonly presence: Presence[]
}

/** The tafels that met in the period, with who came and went. */
export const metIn = (tx: Tx, { from, until }: Period) => tx.$queryRaw<Met[]>`/* tafels that met */
  SELECT m.tafel::text, m.covenant_version_id::text AS version, app.agenda_size(m.tafel) AS items, (SELECT coalesce(jsonb_agg(jsonb_build_object('seat', p.seat, 'delegate', p.delegate, 'here', p.here, 'at', p.at) ORDER BY p.seq), '[]')
    FROM tafel_presence p WHERE p.subject_id = m.tafel) AS presence
  FROM (${met}) m WHERE m."on" BETWEEN ${from}::date AND ${until}::date ORDER BY m."on"`

/** Of each kind of party, how often it was asked for a position before a tafel, and gave it: after that it cannot be given. */
export type Asked = { readonly part: string; readonly asked: number; readonly given: number }

export const positionsIn = (tx: Tx, { from, until }: Period) => tx.$queryRaw<Asked[]>`/* positions asked */
  SELECT a.part, count(*)::int AS asked, count(a.by)::int AS given FROM (${met}) m
    JOIN (SELECT DISTINCT ON (i.subject_id, i."case") i.subject_id, i."case", i."on" FROM tafel_items i ORDER BY i.subject_id, i."case", i.seq DESC) i ON i.subject_id = m.tafel AND i."on"
    JOIN spine k ON k.id = i."case" AND NOT k.shielded CROSS JOIN LATERAL app.positions_asked(k.id, m.tafel) a
  WHERE m."on" BETWEEN ${from}::date AND ${until}::date GROUP BY a.part ORDER BY a.part`
