import 'server-only'
// What the pages of "who sees what" need: the tables of the domain, and for whom, when and under which agreement.
import { createHash } from 'node:crypto'
import { type Role, roleNames } from '@/domain/case/actor'
import { type Audience, matrixOf, type Right, readerGroups, relationsOf } from '@/domain/case/sight'
import { grants } from '@/domain/case/steps'
import type { Relation, SubjectKind } from '@/domain/kernel/subject'
import { today } from '@/server/clock'
import { inForce, versionsOf } from '@/server/covenant'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { all, type Block, blocksOf } from './who-sees'

/** Roles of people: what computes by itself has no screen. */
const people = roleNames.filter((role) => !(readerGroups.computed as readonly Role[]).includes(role))

export type Part = {
  readonly kind: SubjectKind
  readonly relations: readonly Relation[]
  readonly blocks: readonly Block[]
}

export type RightsScreen = {
  readonly covenant: string
  readonly role: Role
  readonly own: Role
  readonly roles: readonly Role[]
  readonly group: Audience['group'] | null
  readonly parts: readonly Part[]
}

const groupOf = (role: Role) =>
  (Object.keys(readerGroups) as Audience['group'][]).find((group) =>
    (readerGroups[group] as readonly Role[]).includes(role),
  ) ?? null

/** What one role sees and does not see: the role asked for, or that of who asks. */
export async function getRightsScreen(asked?: string): Promise<RightsScreen> {
  const actor = await currentActor()
  const role = people.find((name) => name === asked) ?? actor.role
  const parts = all.map((process) => ({
    kind: process.kind,
    relations: relationsOf(process, role),
    blocks: blocksOf(process, role),
  }))
  return {
    covenant: actor.covenantName,
    role,
    own: actor.role,
    roles: people,
    group: groupOf(role),
    parts,
  }
}

export type Matrix = {
  readonly kind: SubjectKind
  readonly roles: readonly Role[]
  readonly rows: readonly {
    readonly object: string
    readonly fields: readonly string[]
    readonly rights: Readonly<Record<Role, Right>>
  }[]
}

export type TableScreen = {
  readonly covenant: string
  readonly organisation: string
  readonly version: { readonly number: number; readonly validFrom: string } | null
  readonly on: string
  /** Changes when any right changes: what was signed can be compared with what holds now. */
  readonly mark: string
  readonly matrices: readonly Matrix[]
  readonly none: readonly Role[]
}

const markOf = () => createHash('sha256').update(JSON.stringify(grants)).digest('hex').slice(0, 12)

/** The whole matrix, with what a signature under it needs. */
export async function getTableScreen(): Promise<TableScreen> {
  const actor = await currentActor()
  const day = today()
  const version = await asActor(actor, async (tx) => inForce(await versionsOf(tx), day))
  const matrices = all.map((process) => {
    const { rows, roles } = matrixOf(process)
    const withFields = rows.map((row) => ({
      ...row,
      fields: Object.keys(process.compartments[row.object]?.fields ?? {}),
    }))
    return { kind: process.kind, roles, rows: withFields }
  })
  return {
    covenant: actor.covenantName,
    organisation: actor.organisationName,
    version: version && { number: version.number, validFrom: version.validFrom },
    on: day,
    mark: markOf(),
    matrices,
    none: people.filter((role) => !matrices.some(({ roles }) => roles.includes(role))),
  }
}
