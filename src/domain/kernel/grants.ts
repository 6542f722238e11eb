// From the process table and the readers to grants: the rows by which both TypeScript and Postgres decide.
import { isPerson, type Role, roleNames } from '../case/actor'
import type { Row } from './step'
import type { Compartments, Relation, SubjectKind } from './subject'

/** `read` and `write` are of a compartment, `take` is of a step. */
export type Grant = {
  readonly kind: SubjectKind
  readonly role: Role
  readonly verb: 'read' | 'write' | 'take'
  readonly object: string
  readonly stage: string
  readonly relation: Relation
  /** The category of consent that the reader's organisation must have. */
  readonly needs: string | null
  /** Of a shielded subject it is for the people who were named, and for nobody else. */
  readonly guarded: boolean
}

/** By which relation a role reads a compartment, during which stages, and whether only with a live consent. */
export type Reading = { readonly as: Relation; readonly during: readonly string[]; readonly needs?: string }
export type Readers = Readonly<Partial<Record<Role, Reading | readonly Reading[]>>>

export type ProcessDefinition = {
  readonly kind: SubjectKind
  readonly stages: readonly string[]
  readonly compartments: Compartments
  readonly readers: Readonly<Record<string, Readers>>
  /** What stays open of a shielded subject: to all its readers, or to these roles. The rest is for named people only. */
  readonly underAlias?: Readonly<Record<string, 'all' | readonly Role[]>>
  /** What an emergency opens, besides what is opened to these roles by their work. */
  readonly inEmergency?: { readonly roles: readonly Role[]; readonly opens: readonly string[] }
  readonly rows: Readonly<Record<string, Row>>
}

/** What an emergency opens: to each of its roles, at every stage, and nothing of it once the subject is shielded. */
const emergencyGrants = ({ kind, stages, inEmergency }: ProcessDefinition): Grant[] =>
  (inEmergency?.opens ?? []).flatMap((object) =>
    (inEmergency?.roles ?? []).flatMap((role) =>
      stages.slice(1).map((stage) => ({
        kind,
        role,
        verb: 'read' as const,
        object,
        stage,
        relation: 'emergency' as const,
        needs: null,
        guarded: true,
      })),
    ),
  )

/** All grants of one process, each once. */
export function grantsOf(process: ProcessDefinition): Grant[] {
  const found = new Map<string, Grant>()
  const { kind, underAlias = {} } = process
  const open = (role: Role, roles: 'all' | readonly Role[] = []) =>
    !isPerson(role) || roles === 'all' || roles.includes(role)
  /** Two steps can give the same right: it is guarded only when both are. */
  const add = ({ guarded, ...right }: Grant) => {
    const key = JSON.stringify(Object.values(right))
    found.set(key, { ...right, guarded: guarded && (found.get(key)?.guarded ?? true) })
  }
  for (const [object, readers] of Object.entries(process.readers))
    for (const role of roleNames)
      for (const reading of [readers[role] ?? []].flat() as Reading[])
        for (const stage of reading.during)
          add({
            kind,
            role,
            verb: 'read',
            object,
            stage,
            relation: reading.as,
            needs: reading.needs ?? null,
            guarded: !open(role, underAlias[object]),
          })
  /** Nobody does anything in a subject while it is not there for them. */
  const sees = (role: Role, relation: Relation, stage: string) =>
    stage === 'new' || found.has(JSON.stringify([kind, role, 'read', 'spine', stage, relation, null]))
  for (const [step, row] of Object.entries(process.rows))
    for (const [role, relation] of Object.entries(row.by) as [Role, Relation][])
      for (const stage of row.from.filter((one) => sees(role, relation, one))) {
        const guarded = stage !== 'new' && !open(role, row.underAlias)
        const right = { kind, role, stage, relation, needs: null, guarded }
        add({ ...right, verb: 'take', object: step })
        for (const object of row.writes ?? []) add({ ...right, verb: 'write', object })
      }
  for (const grant of emergencyGrants(process)) add(grant)
  return [...found.values()]
}

/** What one membership is to one subject, as both interpreters see it. */
export type Standing = {
  readonly role: Role
  readonly relations: readonly Relation[]
  readonly stage: string
  readonly consents: readonly string[]
  /** The subject is shielded, and this person was not named for it. */
  readonly outside: boolean
}

type Right = Pick<Grant, 'kind' | 'role' | 'verb' | 'object' | 'stage'>
const keyOf = ({ kind, role, verb, object, stage }: Right) => `${kind} ${role} ${verb} ${object} ${stage}`

/** Thousands of grants, asked some eighty times for one page: found by what they are for. */
const found = new WeakMap<readonly Grant[], ReadonlyMap<string, readonly Grant[]>>()
function byRight(grants: readonly Grant[]) {
  const known = found.get(grants) ?? Map.groupBy(grants, keyOf)
  found.set(grants, known)
  return known
}

/** Whether someone of this standing may do this. The same question is answered in SQL; a test compares every cell. */
export const may = (
  grants: readonly Grant[],
  kind: SubjectKind,
  who: Standing,
  verb: Grant['verb'],
  object: string,
): boolean =>
  (byRight(grants).get(keyOf({ kind, role: who.role, verb, object, stage: who.stage })) ?? []).some(
    (g) =>
      who.relations.includes(g.relation) &&
      !(g.guarded && who.outside) &&
      (g.needs === null || who.consents.includes(g.needs)),
  )
