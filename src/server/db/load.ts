import 'server-only'
import { z } from 'zod'
import { isPerson, type Role } from '@/domain/case/actor'
// Loads a subject as one actor may see it: its head, and then only the compartments that the actor may read.
import { consentCategories } from '@/domain/case/consent-table'
import { grants, processes } from '@/domain/case/steps'
import { takeBackLists } from '@/domain/intake/take-back'
import { may } from '@/domain/kernel/grants'
import {
  type Compartment,
  type Compartments,
  type Loaded,
  type Relation,
  type Spine,
  type SubjectKind,
  subjectKinds,
  type Turn,
} from '@/domain/kernel/subject'
import { Prisma, type Tx } from './client'
import { fromRow, keyOf, snake, tableOf } from './rows'

type Head = { spine: Spine; relations: Relation[]; turns: Turn[]; consents: string[]; unnamed: boolean }
type SqlRow = Record<string, unknown>

async function headOf(tx: Tx, kind: SubjectKind, id: string): Promise<Head | null> {
  const [row] = await tx.$queryRaw<Head[]>`/* head of a subject */
    SELECT jsonb_build_object('id', s.id, 'kind', s.kind, 'number', s.number, 'covenantId', s.covenant_id, 'covenantVersionId', s.covenant_version_id,
        'personId', s.person_id, 'householdId', s.household_id, 'stage', s.stage, 'version', s.version, 'openedOn', s.opened_on) AS spine,
      (SELECT coalesce(jsonb_agg(DISTINCT r.relation), '[]') FROM relation r WHERE r.subject_id = s.id) AS relations,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('task', t.task, 'role', t.role, 'holderId', t.holder_id, 'since', t.since, 'dueOn', t.due_on, 'pausedOn', t.paused_on) ORDER BY t.due_on, t.task), '[]')
        FROM turn t WHERE t.subject_id = s.id) AS turns,
      (SELECT coalesce(jsonb_agg(c), '[]') FROM unnest(${[...consentCategories]}::text[]) c WHERE app.consented(s.person_id, c)) AS consents,
      s.shielded AND app.outside(s.id) AS unnamed
    FROM spine s WHERE s.id = ${id}::uuid AND s.kind = ${kind}`
  return row ?? null
}

/** Of a list of which rows can be taken back, those that still count. */
const counting = (kind: SubjectKind, name: string) =>
  kind === 'case' && name in takeBackLists
    ? 'AND NOT EXISTS (SELECT 1 FROM row_taken_back b WHERE b.row_id = x.id)'
    : ''

/** The row of an offer: for whom it is only for who may know that; to others the database gives a handle of this offer. */
const termsOfOffers = () => {
  const others = Object.keys(processes.offer.compartments.terms.fields).filter((name) => name !== 'case')
  return `(SELECT subject_id, ${others.map(snake).join(', ')}, app.offered_case(subject_id) AS "case" FROM offer_terms)`
}
const rowsOf = (kind: SubjectKind, name: string) =>
  kind === 'offer' && name === 'terms' ? termsOfOffers() : tableOf(kind, name)

const column = (kind: SubjectKind, name: string, c: Compartment) => {
  const from = `FROM ${rowsOf(kind, name)} x WHERE x.${keyOf(c)} = asked.${keyOf(c)} ${counting(kind, name)}`
  const found = c.many ? `coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.seq), '[]')` : 'to_jsonb(x)'
  return `CASE WHEN '${name}' = ANY (asked.names) THEN (SELECT ${found} ${from}) END AS "${name}"`
}

const columnsOf = (kind: SubjectKind): Prisma.Sql =>
  Prisma.raw(
    Object.entries<Compartment>(processes[kind].compartments)
      .map(([name, c]) => column(kind, name, c))
      .join(', '),
  )

/** One text for a kind of subject, whatever is asked: Postgres plans it once, and that takes as long as to run it. */
const columns = Object.fromEntries(subjectKinds.map((kind) => [kind, columnsOf(kind)]))

const compartmentsOf = (tx: Tx, { id, kind, personId, householdId }: Spine, names: readonly string[]) =>
  tx.$queryRaw<
    SqlRow[]
  >`/* compartments of ${Prisma.raw(kind)} */ SELECT ${columns[kind]} FROM (SELECT ${names}::text[] AS names,
    ${id}::uuid AS subject_id, ${personId}::uuid AS person_id, ${householdId}::uuid AS household_id) asked`

const valuesOf = (c: Compartment, found: unknown): unknown => {
  if (c.many) return (found as SqlRow[]).map((row) => fromRow(c, row))
  return found ? fromRow(c, found as SqlRow) : null
}

/** The subject, or null when it is not there for this actor. `role` is the actor's. */
export const load = (tx: Tx, role: Role, kind: SubjectKind, id: string) =>
  loadOnly(tx, role, { kind, id }, null)

/** As `load`, with only these compartments: of the others it says that they may be read, and not what stands in them. */
export async function loadOnly(
  tx: Tx,
  role: Role,
  { kind, id }: { readonly kind: SubjectKind; readonly id: string },
  only: readonly string[] | null,
): Promise<Loaded<Compartments> | null> {
  // Ids come from addresses too: what is no id is simply not there.
  if (!z.uuid().safeParse(id).success) return null
  const head = await headOf(tx, kind, id)
  if (!head) return null
  const compartments: Compartments = processes[kind].compartments
  const { relations, consents, unnamed } = head
  // What only computes is named for nothing, and needs it for nothing.
  const outside = unnamed && isPerson(role)
  const standing = { role, relations, stage: head.spine.stage, consents, outside }
  const shared = Object.keys(compartments).filter((name) => may(grants, kind, standing, 'read', name))
  const of: Record<string, unknown> = Object.fromEntries(
    Object.keys(compartments).map((name) => [name, null]),
  )
  const opened = only ? shared.filter((name) => only.includes(name)) : shared
  if (opened.length) {
    const [row] = await compartmentsOf(tx, head.spine, opened)
    for (const name of opened) of[name] = valuesOf(compartments[name] as Compartment, row?.[name])
  }
  return {
    spine: head.spine,
    relations: head.relations,
    turns: head.turns,
    shared: new Set(shared),
    outside,
    of,
  } as Loaded<Compartments>
}
