import 'server-only'
// The work of a whole organisation, and what stands still in a region; from rows that the asker may read.
import type { Actor } from '@/domain/case/actor'
import { agesOf, loadOf, type Opened } from '@/domain/worklist/load'
import { byGemeente, byHolder, type StalledIn, type StalledWith } from '@/domain/worklist/standstill'
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

type Group = StalledIn &
  Omit<StalledWith, 'holderId'> & { readonly holderId: string | null; readonly more: boolean }

/** The overdue tasks about cases of the region, by gemeente and by whom they wait for. */
export async function standstillOf(tx: Tx, today: string, most = MOST_STALLED): Promise<Standstill> {
  const stalled = await tx.$queryRaw<Group[]>`/* standstill */
    SELECT s.holder::text AS "holderId", coalesce(h.name, '') AS holder, s.task, coalesce(g.id::text, '') AS "gemeenteId", coalesce(g.name, '') AS gemeente, s.cases, s.tasks, s.since::text, s.more
    FROM app.standstill(${today}::date, ${most}::int) s LEFT JOIN organisation h ON h.id = s.holder LEFT JOIN organisation g ON g.id = s.gemeente`
  const isParty = (group: Group): group is Group & StalledWith => group.holderId !== null
  return {
    gemeenten: byGemeente(
      stalled.filter((group) => !isParty(group)),
      today,
    ),
    holders: byHolder(stalled.filter(isParty), today),
    more: stalled.some(({ more }) => more),
  }
}
