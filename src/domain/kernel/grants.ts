// From the process table and the readers to grants: the rows by which both TypeScript and Postgres decide.
import { type Role, roleNames } from '../case/actor'
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
}

/** By which relation a role reads a compartment, during which stages, and whether only with a live consent. */
export type Reading = { readonly as: Relation; readonly during: readonly string[]; readonly needs?: string }
export type Readers = Readonly<Partial<Record<Role, Reading | readonly Reading[]>>>

export type ProcessDefinition = {
  readonly kind: SubjectKind
  readonly stages: readonly string[]
  readonly compartments: Compartments
  readonly readers: Readonly<Record<string, Readers>>
  readonly rows: Readonly<Record<string, Row>>
}

/** All grants of one process, each once. */
export function grantsOf(process: ProcessDefinition): Grant[] {
  const found = new Map<string, Grant>()
  const add = (grant: Grant) => found.set(JSON.stringify(Object.values(grant)), grant)
  const { kind } = process
  for (const [object, readers] of Object.entries(process.readers))
    for (const role of roleNames)
      for (const reading of [readers[role] ?? []].flat() as Reading[])
        for (const stage of reading.during)
          add({ kind, role, verb: 'read', object, stage, relation: reading.as, needs: reading.needs ?? null })
  for (const [step, row] of Object.entries(process.rows))
    for (const [role, relation] of Object.entries(row.by) as [Role, Relation][])
      for (const stage of row.from) {
        add({ kind, role, verb: 'take', object: step, stage, relation, needs: null })
        for (const object of row.writes ?? [])
          add({ kind, role, verb: 'write', object, stage, relation, needs: null })
      }
  return [...found.values()]
}

/** What one membership is to one subject, as both interpreters see it. */
export type Standing = {
  readonly role: Role
  readonly relations: readonly Relation[]
  readonly stage: string
  readonly consents: readonly string[]
}

/** Whether someone of this standing may do this. The same question is answered in SQL; a test compares every cell. */
export const may = (
  grants: readonly Grant[],
  kind: SubjectKind,
  who: Standing,
  verb: Grant['verb'],
  object: string,
): boolean =>
  grants.some(
    (g) =>
      g.kind === kind &&
      g.role === who.role &&
      g.verb === verb &&
      g.object === object &&
      g.stage === who.stage &&
      who.relations.includes(g.relation) &&
      (g.needs === null || who.consents.includes(g.needs)),
  )
