import 'server-only'
// The work of a whole organisation, and what stands still in a region; from rows that the asker may read.
import type { Actor } from '@/domain/case/actor'
import { agesOf, loadOf, type Opened } from '@/domain/worklist/load'
import { byGemeente, byHolder, type Stalled } from '@/domain/worklist/standstill'
import type { Tx } from '@/server/db/client'

export type Load = { tasks: ReturnType<typeof loadOf>; ages: ReturnType<typeof agesOf> }

/** Every open task that the organisation holds, counted. */
export async function teamLoad(tx: Tx, actor: Actor, today: string): Promise<Load> {
  const opened = await tx.$queryRaw<Opened[]>`
    SELECT t.task, t.role, t.since::text, (t.due_on < ${today}::date AND t.paused_on IS NULL) AS overdue, count(*)::int AS n
    FROM turn t WHERE t.covenant_id = ${actor.covenantId}::uuid AND t.holder_id = ${actor.organisationId}::uuid GROUP BY 1, 2, 3, 4`
  return { tasks: loadOf(opened, today), ages: agesOf(opened, today) }
}

/** Nobody looks at more than so many overdue tasks at once; the oldest are the ones to know. */
const MOST_STALLED = 2000

export type Standstill = {
  gemeenten: ReturnType<typeof byGemeente>
  holders: ReturnType<typeof byHolder>
  /** There are more than were counted. */
  more: boolean
}

/** The overdue tasks about cases of the region, by gemeente and by whom they wait for. */
export async function standstillOf(tx: Tx, actor: Actor, today: string): Promise<Standstill> {
  const stalled = await tx.$queryRaw<Stalled[]>`
    SELECT t.subject_id::text AS "subjectId", t.task, t.due_on::text AS "dueOn", t.holder_id::text AS "holderId", coalesce(h.name, '') AS holder, coalesce(g.id::text, '') AS "gemeenteId", coalesce(g.name, '') AS gemeente
    FROM (SELECT * FROM turn t WHERE t.covenant_id = ${actor.covenantId}::uuid AND t.subject_kind = 'case' AND t.due_on < ${today}::date AND t.paused_on IS NULL
      ORDER BY t.due_on, t.id LIMIT ${MOST_STALLED + 1}) t
    LEFT JOIN organisation h ON h.id = t.holder_id LEFT JOIN party p ON p.subject_id = t.subject_id AND p.part = 'gemeente' LEFT JOIN organisation g ON g.id = p.organisation_id`
  const counted = stalled.slice(0, MOST_STALLED)
  return {
    gemeenten: byGemeente(counted, today),
    holders: byHolder(counted, today),
    more: stalled.length > MOST_STALLED,
  }
}
