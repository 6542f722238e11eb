import 'server-only'
// The next tafels: when, where, how full, and what they ask of this person now.
import type { Actor } from '@/domain/case/actor'
import { grants } from '@/domain/case/steps'
import { roomOn, tafelWork } from '@/domain/worklist/tafel-work'
import { Prisma } from '@/server/db/client'
import { listed } from '@/server/listed'
import { rulesAsked, rulesFrom } from '@/server/rules'

export type NextTafel = {
  id: string
  on: string
  at: string
  place: string
  /** How many cases are on the agenda and for how many there is room; null for whoever does not read the agenda. */
  agenda: { items: number; room: number } | null
  step: string | null
}

/** What is found of one, as JSON has it too. */
export type TafelRow = {
  id: string
  stage: string
  on: string
  at: string
  place: string
  items: number
  waiting: string[]
  rules: unknown
}

const has = ({ role }: Actor, verb: 'read' | 'take', object: string) =>
  grants.some((g) => g.kind === 'tafel' && g.role === role && g.verb === verb && g.object === object)

/** More are not planned ahead in any region. */
const PLANNED = 60

/** Those that were adopted, and that this person is waited for to close. */
const toClose = ({ organisationId, role }: Actor) => Prisma.sql`
    SELECT t.subject_id, s.number, s.stage FROM turn t JOIN spine s ON s.id = t.subject_id
    WHERE t.task = 'closeTafel' AND t.holder_id = ${organisationId}::uuid AND t.role = ${role} AND t.covenant_id = (SELECT app.covenant())`

/** SQL of the tafels that are planned, going on, or to be closed by this person, the first on top; at most `limit`. */
export function tafelsAsked(actor: Actor, today: string, limit: number): Prisma.Sql {
  const coming = listed(actor, { kind: 'tafel', stages: ['planned', 'inSession'], limit: PLANNED })
  return Prisma.sql`
    SELECT l.subject_id::text AS id, l.stage, m."on"::text AS "on", m.at, m.place,
      app.agenda_size(l.subject_id) AS items,
      ARRAY(SELECT t.task FROM turn t WHERE t.subject_id = l.subject_id AND t.holder_id = ${actor.organisationId}::uuid AND t.role = ${actor.role}) AS waiting,
      (${rulesAsked(today)}) AS rules
    FROM (SELECT subject_id, number, stage FROM (${coming}) c UNION ALL ${toClose(actor)}) l JOIN tafel_session m ON m.subject_id = l.subject_id
    ORDER BY m."on", m.at, l.number LIMIT ${limit}`
}

/** What was found, with what it asks of this person now. */
export function tafelsFrom(found: readonly TafelRow[], actor: Actor, today: string): NextTafel[] {
  // They all go by the agreements of today.
  const mostCases = found[0] ? rulesFrom(found[0].rules).tafel.mostCases : 0
  const reads = has(actor, 'read', 'items')
  return found.map(({ id, stage, on, at, place, items, waiting }) => {
    const step = tafelWork({ stage, on, waiting }, today)
    return {
      id,
      on,
      at,
      place,
      agenda: reads ? { items, room: roomOn(items, mostCases) } : null,
      step: step && has(actor, 'take', step) ? step : null,
    }
  })
}
