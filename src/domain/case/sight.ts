// Who sees what, read out of the tables that decide it: for the document, the pages and the line above each group.
import type { ProcessDefinition, Reading } from '../kernel/grants'
import type { Relation } from '../kernel/subject'
import { type Role, roleNames } from './actor'
import type { CaseCompartment } from './compartments'
import { grants } from './steps'
import { underAlias } from './under-alias'

/** One way in which a role sees a group of facts: always, from a stage on (`from`), or during some stages (`only`). */
export type Sight = {
  readonly as: Relation
  readonly from: string | null
  readonly only: readonly string[]
  /** The category of consent without which it stays closed. */
  readonly needs: string | null
}

export type Right = { readonly sights: readonly Sight[]; readonly writes: boolean }

/** People who read for the same reason. `computed` are not people: only their results reach a screen. */
export const readerGroups = {
  provider: ['mentor', 'zorgLead'],
  gemeente: ['regisseur', 'gemeenteLead'],
  tafel: ['coordinator', 'chair', 'secretary'],
  corporation: ['officer', 'corporatieLead'],
  localTeam: ['localTeam'],
  clients: ['clientCouncil'],
  oversight: ['organisationAdmin', 'privacyOfficer'],
  computed: ['matching', 'reporting', 'terms'],
} as const satisfies Record<string, readonly Role[]>

export type ReaderGroup = keyof typeof readerGroups

/** Whoever sees it in the same way: a whole group, or the roles of it that do. */
export type Audience = {
  readonly group: ReaderGroup
  /** Null: everyone of the group. */
  readonly roles: readonly Role[] | null
  readonly sight: Sight
}

function sightOf({ stages }: ProcessDefinition, { as, during, ...reading }: Reading): Sight {
  const needs = reading.needs ?? null
  const all = stages.slice(1)
  const first = during[0] ?? ''
  const toTheEnd = during.length > 1 && during.join() === all.slice(all.indexOf(first)).join()
  if (during.length === all.length) return { as, from: null, only: [], needs }
  return toTheEnd ? { as, from: first, only: [], needs } : { as, from: null, only: during, needs }
}

/** What a role may do with a group of facts of this process, by the tables. */
export const rightOf = (process: ProcessDefinition, object: string, role: Role): Right => ({
  sights: ([process.readers[object]?.[role] ?? []].flat() as Reading[]).map((r) => sightOf(process, r)),
  writes: writersOf(process, object).includes(role),
})

/** Whether it is closed to this role altogether. */
export const isClosed = ({ sights, writes }: Right) => sights.length === 0 && !writes

const writing = Map.groupBy(
  grants.filter((g) => g.verb === 'write'),
  (g) => `${g.kind} ${g.object}`,
)

/** Who writes a group of facts in some step. */
export const writersOf = ({ kind }: ProcessDefinition, object: string): readonly Role[] => {
  const written = new Set(writing.get(`${kind} ${object}`)?.map((g) => g.role))
  return roleNames.filter((role) => written.has(role))
}

/** The whole matrix of a process: its groups of facts, and the roles for which anything of it is open. */
export function matrixOf(process: ProcessDefinition) {
  const objects = Object.keys(process.readers)
  const rows = objects.map((object) => ({
    object,
    rights: Object.fromEntries(roleNames.map((role) => [role, rightOf(process, object, role)])) as Record<
      Role,
      Right
    >,
  }))
  return { rows, roles: roleNames.filter((role) => rows.some((row) => !isClosed(row.rights[role]))) }
}

/** What an organisation must be to a subject before this role of it reads anything; guests apart. */
export const relationsOf = (process: ProcessDefinition, role: Role): readonly Relation[] => [
  ...new Set(
    Object.keys(process.readers)
      .flatMap((object) => rightOf(process, object, role).sights.map((s) => s.as))
      .filter((as) => as !== 'invited'),
  ),
]

/** Everyone who sees a group of facts, those who see it in the same way together. */
export function audiencesOf(process: ProcessDefinition, object: string): readonly Audience[] {
  return (Object.entries(readerGroups) as [ReaderGroup, readonly Role[]][]).flatMap(([group, members]) => {
    const seen = members.flatMap((role) =>
      rightOf(process, object, role).sights.map((sight) => ({ role, sight })),
    )
    const alike = Map.groupBy(seen, ({ sight }) => JSON.stringify(sight))
    return [...alike.values()].map((list) => {
      const roles = list.map(({ role }) => role)
      const sight = (list[0] as (typeof list)[number]).sight
      return { group, roles: roles.length === members.length ? null : roles, sight }
    })
  })
}

/** Who sees it at one stage: since when, and until when, no longer matters then. */
export function audiencesAt(process: ProcessDefinition, object: string, stage: string): readonly Audience[] {
  const during = process.stages.slice(1)
  const open = Object.entries(process.readers[object] ?? {}).map(([role, readings]) => [
    role,
    ([readings].flat() as Reading[]).filter((r) => r.during.includes(stage)).map((r) => ({ ...r, during })),
  ])
  return audiencesOf({ ...process, readers: { [object]: Object.fromEntries(open) } }, object)
}

/** Whether these roles read it of a shielded case without being named. */
export function openUnderAlias(facts: string, roles: readonly Role[]): boolean {
  const open = underAlias[facts as CaseCompartment] ?? []
  return open === 'all' || roles.every((role) => open.includes(role))
}
