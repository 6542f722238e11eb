import 'server-only'
// The subjects that this person sees, by number: the beginning of every list. It reads a range of one index, no more.
import type { Actor } from '@/domain/case/actor'
import type { SubjectKind } from '@/domain/kernel/subject'
import { Prisma, type Tx } from './db/client'

export type Range = {
  readonly kind: SubjectKind
  readonly stages: readonly string[]
  /** The number after which it goes on, in the order of the list; null: from the beginning. */
  readonly beyond?: string | null
  /** The highest number first. */
  readonly newest?: boolean
  readonly limit: number
  /** Dwellings of this gemeente alone. */
  readonly municipality?: string | null
}

/** Whatever stands in an address: only what looks like a number goes to the database. */
export const numberIn = (asked: unknown): string | null =>
  typeof asked === 'string' && /^[\w-]{1,40}$/.test(asked) ? asked : null

/** The first of each stage. The grants are those by which the database decides; its own policies answer as well. */
function firstOfEach(actor: Actor, range: Range): Prisma.Sql {
  const { kind, stages, beyond, newest, limit, municipality } = range
  const order = newest ? Prisma.sql`r.number DESC, r.subject_id DESC` : Prisma.sql`r.number, r.subject_id`
  const further = newest ? Prisma.sql`AND r.number < ${beyond}` : Prisma.sql`AND r.number > ${beyond}`
  const there = municipality
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM dwelling_facts h WHERE h.subject_id = r.subject_id AND h.municipality = ${municipality}::uuid)`
    : Prisma.empty
  // An organisation can relate to a subject in the same way by two parts: DISTINCT comes before LIMIT.
  return Prisma.sql`policy_grant g CROSS JOIN LATERAL (
      SELECT DISTINCT ON (r.number, r.subject_id) r.subject_id, r.number, r.stage, r.person_id, r.shielded FROM relation r
      WHERE r.holder_id = CASE g.relation WHEN 'any' THEN ${actor.covenantId}::uuid ELSE ${actor.organisationId}::uuid END
        AND r.covenant_id = ${actor.covenantId}::uuid AND r.subject_kind = ${kind} AND r.relation = g.relation AND r.stage = g.stage ${beyond ? further : Prisma.empty} ${there}
      ORDER BY ${order} LIMIT ${limit}) f
    WHERE g.kind = ${kind} AND g.role = ${actor.role} AND g.verb = 'read' AND g.object = 'spine' AND g.stage = ANY (${[...stages]})`
}

/** SQL of the first subjects of these stages together: subject_id, number, stage, person_id, shielded. */
export function listed(actor: Actor, range: Range): Prisma.Sql {
  const order = range.newest ? Prisma.sql`number DESC` : Prisma.sql`number`
  return Prisma.sql`SELECT DISTINCT f.* FROM ${firstOfEach(actor, range)} ORDER BY ${order} LIMIT ${range.limit}`
}

/** How many subjects there are of each stage that this person sees, counted no further than `limit`. */
export async function countByStage(
  tx: Tx,
  { kind, stages, limit }: Pick<Range, 'kind' | 'stages' | 'limit'>,
): Promise<Record<string, number>> {
  const counted = await tx.$queryRaw<{ stage: string; n: number }[]>`
    SELECT stage, n FROM app.count_by_stage(${kind}, ${[...stages]}, ${limit}::int)`
  return Object.fromEntries(counted.map(({ stage, n }) => [stage, n]))
}
