// What the figures of the tafels are made of, asked row by row of the policies: slow, and without a second place where rights stand.
import { type Decided, undone, type Visit } from '@/domain/report/tafel-figures'
import { Prisma, type Tx } from '@/server/db/client'
import { broughtIn, metIn, type Period, waitingNow } from '@/server/tafel-figures'

const met = Prisma.sql`SELECT t.subject_id AS tafel, s.number, t."on", t.at, s.covenant_version_id FROM tafel_session t JOIN spine s ON s.id = t.subject_id
  WHERE s.covenant_id = (SELECT app.covenant()) AND s.stage IN ('inSession', 'adopted', 'closed')`

type Row = {
  id: string
  visit: string
  outcome: string | null
  ready: string | null
  on: string
  waited: string | null
}

const brought = (tx: Tx, { from, until }: Period) => tx.$queryRaw<Row[]>`
  WITH met AS MATERIALIZED (${met}),
    item AS (SELECT DISTINCT ON (i.subject_id, i."case") i.subject_id AS tafel, i."case", i."on" FROM tafel_items i WHERE i.subject_id IN (SELECT tafel FROM met) ORDER BY i.subject_id, i."case", i.seq DESC),
    counted AS (SELECT m.tafel, m."on", i."case", row_number() OVER (PARTITION BY i."case" ORDER BY m."on", m.at, m.number) AS nth, count(*) OVER (PARTITION BY i."case") AS times
      FROM item i JOIN met m USING (tafel) WHERE i."on"),
    found AS (SELECT k.id, c.nth, c.times, d.outcome, d.adopted_on, coalesce(n.ready_then, r.ready_since) AS ready,
    d.version IS NOT NULL AND EXISTS (SELECT 1 FROM case_decisions x WHERE x.subject_id = k.id AND x.replaces = d.version AND x.adopted_on IS NOT NULL) AS corrected,
    d.version IS NOT NULL AND EXISTS (SELECT 1 FROM case_decisions x WHERE x.subject_id = k.id AND x.version > d.version AND x.replaces IS NULL AND x.adopted_on IS NOT NULL) AS later,
    (SELECT string_agg(w.step || ' ' || w."on", ',' ORDER BY w."on", w.seq) FROM (
        SELECT j.step, j.taken_on AS "on", j.seq FROM journal j WHERE j.subject_id = k.id AND j.kind = 'step' AND j.step IN ('askMore', 'sendIntake', 'supplyForTafel')
        UNION ALL SELECT x.outcome, x.adopted_on, 0 FROM case_decisions x WHERE x.subject_id = k.id AND x.adopted_on IS NOT NULL AND x.replaces IS NULL
          AND (x.outcome = 'backToProvider' OR (x.outcome = 'adjourned' AND x.follow_up_by = 'provider'))) w) AS waited
  FROM counted c JOIN spine k ON k.id = c."case" AND NOT k.shielded
    LEFT JOIN LATERAL (SELECT * FROM case_decisions x WHERE x.subject_id = k.id AND x.tafel = c.tafel AND x.adopted_on IS NOT NULL AND x.replaces IS NULL ORDER BY x.seq DESC LIMIT 1) d ON true
    LEFT JOIN case_decision_notes n ON n.subject_id = k.id AND n.version = d.version AND n.corrects IS NULL AND n.adopted_on IS NOT NULL
    LEFT JOIN case_readiness r ON r.subject_id = k.id
  WHERE c."on" BETWEEN ${from}::date AND ${until}::date)
  SELECT f.id::text, f.outcome, f.ready::text, f.adopted_on::text AS on, f.waited, concat_ws(' ', f.nth = 1, f.times > 1, f.corrected, f.later AND f.outcome = 'escalated', f.outcome) AS visit FROM found f`

const asked = (tx: Tx, { from, until }: Period) => tx.$queryRaw<
  { part: string; asked: number; given: number }[]
>`
  SELECT a.part, count(*)::int AS asked, count(a.by)::int AS given FROM (${met}) m
    JOIN (SELECT DISTINCT ON (i.subject_id, i."case") i.subject_id, i."case", i."on" FROM tafel_items i ORDER BY i.subject_id, i."case", i.seq DESC) i ON i.subject_id = m.tafel AND i."on"
    JOIN spine k ON k.id = i."case" AND NOT k.shielded CROSS JOIN LATERAL app.positions_asked(k.id, m.tafel) a
  WHERE m."on" BETWEEN ${from}::date AND ${until}::date GROUP BY a.part ORDER BY a.part`

const meetings = (tx: Tx, { from, until }: Period) => tx.$queryRaw<
  { items: number; presence: { here: boolean }[] }[]
>`
  SELECT app.agenda_size(m.tafel) AS items, m.covenant_version_id::text AS version, (SELECT coalesce(jsonb_agg(jsonb_build_object('seat', p.seat, 'delegate', p.delegate, 'here', p.here, 'at', p.at) ORDER BY p.seq), '[]')
    FROM tafel_presence p WHERE p.subject_id = m.tafel) AS presence FROM (${met}) m WHERE m."on" BETWEEN ${from}::date AND ${until}::date ORDER BY m."on", m.at, m.number`

const waiting = (tx: Tx) => tx.$queryRaw<{ since: string; n: number }[]>`
  SELECT t.since::text, count(*)::int AS n FROM turn t JOIN spine k ON k.id = t.subject_id AND NOT k.shielded
  WHERE t.covenant_id = (SELECT app.covenant()) AND t.task = 'putOnTafel' AND t.paused_on IS NULL GROUP BY 1 ORDER BY 1`

/** How often each text is there. */
const tally = (keys: readonly string[]) => {
  const found = new Map<string, number>()
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1)
  return [...found].sort()
}

/** Asked one by one: which visits cases had together, which days decisions had, who spoke, which tafels met, and who waits. */
export async function oneByOne(tx: Tx, period: Period) {
  const rows = await brought(tx, period)
  const visits = new Map<string, string[]>()
  for (const { id, visit } of rows) visits.set(id, [...(visits.get(id) ?? []), visit])
  const last = rows.filter(({ outcome }) => outcome && !undone.includes(outcome))
  return {
    courses: tally([...visits.values()].map((all) => all.sort().join(','))),
    decided: tally(last.map(({ ready, on, waited }) => JSON.stringify([ready, on, pauses(waited ?? '')]))),
    positions: await asked(tx, period),
    met: (await meetings(tx, period)).map(({ presence, ...met }) => ({
      ...met,
      presence: presence.some(({ here }) => !here) ? presence : [],
    })),
    waiting: await waiting(tx),
  }
}

/** What ends a pause pauses nothing by itself. */
const pauses = (waited: string) => (/askMore|adjourned|backToProvider/.test(waited) ? waited : '')

/** The same from sets, as the website asks it. */
export async function inSets(tx: Tx, period: Period) {
  const { courses, decided, positions } = await broughtIn(tx, period)
  const said = (visit: Visit) =>
    [
      ...[visit.first, visit.again, visit.corrected, visit.decidedLater].map((is) => (is ? 't' : 'f')),
      ...(visit.outcome ? [visit.outcome] : []),
    ].join(' ')
  const whole = (visits: readonly Visit[]) => visits.map(said).sort().join(',')
  const days = ({ readySince, adoptedOn, waited }: Decided) =>
    JSON.stringify([readySince, adoptedOn, pauses(waited.map(({ step, on }) => `${step} ${on}`).join(','))])
  return {
    courses: tally(courses.flatMap(({ visits, n }) => Array<string>(n).fill(whole(visits)))),
    decided: tally(decided.flatMap((one) => Array<string>(one.n).fill(days(one)))),
    positions,
    met: await metIn(tx, period),
    waiting: [...(await waitingNow(tx))].sort((a, b) => (a.since < b.since ? -1 : 1)),
  }
}
