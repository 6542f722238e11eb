import 'server-only'
// The days on which the terms of a selection of cases end, for one month of a calendar.
import type { CaseFilter } from '@/domain/worklist/case-filter'
import { Prisma, type Tx } from '@/server/db/client'
import { INITIALS, NAME } from '@/server/whom'
import { inOrder } from './case-lines'

export type Term = {
  id: string
  caseId: string
  number: string
  stage: string
  name: string | null
  initials: string | null
  task: string
  holder: string
  dueOn: string
  overdue: boolean
}

/** `more`: there are more than were looked at, so days can miss some. */
export type Terms = { readonly terms: Term[]; readonly more: boolean }
type Days = { readonly from: string; readonly until: string }

/** So many cases are looked at for one month, and so many of their terms are shown. */
const LOOKED_AT = 500
const SHOWN = 400

const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * The cases of a selection that can have a term in these days: those whose first term ends earliest, and those whose
 * first term ends from the first of these days on. Each is a range of one index, however large the region is.
 */
async function candidates(tx: Tx, filter: CaseFilter, { from }: Days, day: string) {
  const byDue = { ...filter, sort: 'due' } as const
  const earliest = inOrder(byDue, null, day, LOOKED_AT + 1)
  const onwards = inOrder(byDue, { way: 'after', place: from, id: FIRST }, day, LOOKED_AT + 1)
  const found = await tx.$queryRaw<{ id: string; place: string; earliest: boolean }[]>`
    SELECT id::text, place, true AS earliest FROM ${earliest} UNION ALL SELECT id::text, place, false FROM ${onwards}`
  return found
}

/** The running terms of a selection that end within these days, the first on top. */
export async function termsWithin(tx: Tx, filter: CaseFilter, days: Days, day: string): Promise<Terms> {
  const found = await candidates(tx, filter, days, day)
  const asked = found.filter(({ place }) => place <= days.until)
  const task = filter.task ? Prisma.sql`AND t.task = ${filter.task}` : Prisma.empty
  const late = filter.late ? Prisma.sql`AND t.due_on < ${day}::date` : Prisma.empty
  const terms = await tx.$queryRaw<Term[]>`
    SELECT t.id::text, t.subject_id::text AS "caseId", l.number, l.stage, ${NAME}, ${INITIALS}, t.task, coalesce(o.name, '') AS holder, t.due_on::text AS "dueOn", t.due_on < ${day}::date AS overdue
    FROM (SELECT * FROM turn t WHERE t.subject_id = ANY (${[...new Set(asked.map(({ id }) => id))]}::uuid[]) AND t.paused_on IS NULL
      AND t.due_on BETWEEN ${days.from}::date AND ${days.until}::date ${task} ${late} ORDER BY t.due_on, t.id LIMIT ${SHOWN + 1}) t
    JOIN LATERAL (SELECT l.subject_id, l.number, l.stage, l.person_id, l.shielded FROM relation l WHERE l.subject_id = t.subject_id LIMIT 1) l ON true
    LEFT JOIN organisation o ON o.id = t.holder_id LEFT JOIN case_identity i ON i.person_id = l.person_id
    ORDER BY t.due_on, t.id`
  const full = [true, false].some((part) => asked.filter((c) => c.earliest === part).length > LOOKED_AT)
  return { terms: terms.slice(0, SHOWN), more: full || terms.length > SHOWN }
}
