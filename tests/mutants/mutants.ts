// Policies that are wrong on purpose: one row, one policy, one condition. Each with who would notice, and its way back.
import type pg from 'pg'
import { type Role, roleNames } from '@/domain/case/actor'
import { grants, processes, stepOf } from '@/domain/case/steps'
import type { Grant } from '@/domain/kernel/grants'
import { type Row, byHand as takenByHand } from '@/domain/kernel/step'
import { relations, type SubjectKind, subjectKinds } from '@/domain/kernel/subject'
import { tableOf } from '@/server/db/rows'
import type { Cell } from '../policy/standings'

export type Mutant = {
  readonly name: string
  readonly apply: string
  readonly undo: string
  /** Whose rights are walked while it is in force. */
  readonly watched: readonly Role[]
  /** What alone can have changed, where that is known. */
  readonly of?: { readonly kind: SubjectKind; readonly object: string }
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const valuesOf = ({ kind, role, verb, object, stage, relation, needs }: Grant) =>
  [kind, role, verb, object, stage, relation, needs ?? ''].map(quoted).join(', ')
const insert = (g: Grant) =>
  `INSERT INTO policy_grant (kind, role, verb, object, stage, relation, needs) VALUES (${valuesOf(g)})`
const remove = (g: Grant) =>
  `DELETE FROM policy_grant WHERE (kind, role, verb, object, stage, relation, needs) = (${valuesOf(g)})`
const nameOf = (g: Grant) =>
  `${g.role} ${g.verb}s ${g.kind}.${g.object} at ${g.stage} as ${g.relation}${g.needs ? ` with ${g.needs}` : ''}`

/** What a step brings about is refused without its cause, whoever asks: the walk takes steps by hand. */
const byHand = grants.filter((g) => g.verb !== 'take' || takenByHand(stepOf(g.object)?.row as Row))
const known = new Set(grants.map(valuesOf))
const spread = <T>(all: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, n) => all[Math.floor((n * all.length) / count)] as T)

const missing = (g: Grant): Mutant => ({
  name: `no longer: ${nameOf(g)}`,
  apply: remove(g),
  undo: insert(g),
  watched: [g.role],
})

/** The same right for another role, at another stage, by another relation, without the consent. */
function tooMany(g: Grant, n: number): Mutant[] {
  const stages = processes[g.kind].stages.slice(1)
  const next = <T>(all: readonly T[], one: T) => all[(all.indexOf(one) + 1 + (n % 3)) % all.length] as T
  const wider = [
    { ...g, role: next(roleNames, g.role) },
    { ...g, stage: next(stages, g.stage as never) },
    { ...g, relation: next(relations, g.relation) },
    { ...g, needs: null },
  ][n % 4] as Grant
  const covered = grants.some((other) => valuesOf(other) === valuesOf({ ...wider, needs: null }))
  if (covered || known.has(valuesOf(wider))) return []
  return [
    { name: `too much: ${nameOf(wider)}`, apply: insert(wider), undo: remove(wider), watched: [wider.role] },
  ]
}

/** Rows of the policy: a few of every role, verb and kind go; as many come that nobody decided on. */
export const rowMutants = (count: number): Mutant[] => [
  ...spread(byHand, count).map(missing),
  ...spread(byHand, count * 2)
    .flatMap(tooMany)
    .slice(0, count),
]

type Policy = { table: string; name: string; cmd: string; qual: string | null; check: string | null }

const policies = async (client: pg.ClientBase): Promise<Policy[]> => {
  const { rows } = await client.query<Policy>(
    `SELECT tablename AS "table", policyname AS name, cmd, qual, with_check AS "check" FROM pg_policies
      WHERE roles = '{thuistafel_app}' ORDER BY 1, 2`,
  )
  return rows
}

const made = (p: Policy, qual = p.qual, check = p.check) =>
  `CREATE POLICY ${p.name} ON ${p.table} FOR ${p.cmd} TO thuistafel_app${qual ? ` USING (${qual})` : ''}${check ? ` WITH CHECK (${check})` : ''}`
const gone = (p: Policy) => `DROP POLICY ${p.name} ON ${p.table}`

const objects = subjectKinds.flatMap((kind: SubjectKind) =>
  Object.keys(processes[kind].compartments).map((object) => ({ kind, object, table: tableOf(kind, object) })),
)

/** The verb of the cells in which a policy shows. */
const VERBS: Readonly<Record<string, string>> = { SELECT: 'read', INSERT: 'insert', UPDATE: 'update' }

/** A role that would miss this policy if there is one, and one that would gain by its absence. */
function watchers(p: Policy, cells: readonly Cell[]): { has: Role | undefined; lacks: Role } {
  const of = objects.find(({ table }) => table === p.table)
  if (!of) return { has: 'mentor', lacks: p.table === 'journal' ? 'officer' : 'boardMember' }
  const rolesOf = (verb: string | undefined) => {
    const theirs = cells.filter(
      (cell) => cell.yes && cell.verb === verb && cell.at.kind === of.kind && cell.object === of.object,
    )
    return roleNames.filter((role) => theirs.some((cell) => cell.role === role))
  }
  const having = rolesOf(VERBS[p.cmd])
  // An update finds its rows by reading them: only a reader can gain by it.
  const readers = rolesOf('read')
  const reader = readers.find((role) => !having.includes(role)) ?? readers[0] ?? 'mentor'
  return { has: having[0], lacks: p.cmd === 'UPDATE' ? reader : 'boardMember' }
}

/**
 * A policy that lets nobody do anything, so that nobody misses it. The parties are written when a case is opened, by
 * who may not read them before it is, and so are the earlier case that it begins with and the file that it came from; an
 * update finds its rows by reading them.
 */
const IDLE = ['writable on case_parties', 'writable on case_earlier', 'writable on case_imported']
/** An opening in an emergency stays as it was: a trigger refuses what this policy would let through. */
const BEHIND_A_TRIGGER = ['writable on emergency_opening']

/** Each policy of a table that the walk asks about: once dropped, once for everybody. */
export async function policyMutants(client: pg.ClientBase, cells: readonly Cell[]): Promise<Mutant[]> {
  const asked = new Set([
    'spine',
    'relation',
    'turn',
    'party',
    'journal',
    ...objects.map(({ table }) => table),
  ])
  const found = (await policies(client)).filter(
    ({ table, name }) => asked.has(table) && !BEHIND_A_TRIGGER.includes(`${name} on ${table}`),
  )
  return found.flatMap((p) => {
    const { has, lacks } = watchers(p, cells)
    const widened = made(p, p.qual && 'true', p.check && 'true')
    if (!has && !IDLE.includes(`${p.name} on ${p.table}`))
      throw new Error(`Nobody uses ${p.name} on ${p.table}`)
    const of = objects.find(({ table }) => table === p.table)
    const own = of ? { of } : {}
    const dropped = { ...own, name: `dropped: ${p.name} on ${p.table}`, apply: gone(p), undo: made(p) }
    return [
      ...(has ? [{ ...dropped, watched: [has] }] : []),
      {
        ...own,
        name: `for everybody: ${p.name} on ${p.table}`,
        apply: `${gone(p)}; ${widened}`,
        undo: `${gone(p)}; ${made(p)}`,
        watched: [lacks],
      },
    ]
  })
}
