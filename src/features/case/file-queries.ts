import 'server-only'
// The file of a case by compartment: what is shared, what it holds, and who else reads it.
import type { Role } from '@/domain/case/actor'
import { type Case, caseProcess } from '@/domain/case/case'
import { audiencesAt, openUnderAlias, readerGroups } from '@/domain/case/sight'
import type { Field } from '@/domain/kernel/field'
import { type Compartments, subjectKinds } from '@/domain/kernel/subject'
import type { Named } from '@/server/directory'
import { type Recipient, recipientsOf } from './consent-queries'
import { type CaseHead, onCase } from './on-case'
import { type VersionScreen, versionsOf } from './plan-queries'

export type Shown = { name: string; value: unknown }
/** `roles` is empty where everyone of the group reads it. */
export type Reader = {
  group: string
  roles: readonly Role[]
  needsConsent: boolean
  onceAssigned: boolean
  /** Of a shielded case: not everyone of these, but who was named. */
  namedOnly: boolean
}
export type CompartmentScreen = {
  name: string
  shared: boolean
  rows: Shown[][]
  readers: Reader[]
}
export type FileScreen = {
  head: CaseHead
  compartments: CompartmentScreen[]
  /** What was agreed with whom, where the reader may see the consents. */
  ledger: readonly Recipient[]
  /** The support plan, version beside version. */
  plan: readonly VersionScreen[]
}

/** The part of who was asked to take over: as long as nobody is, that is no reader. */
const asked: Readonly<Record<string, string>> = { provider: 'nextProvider', gemeente: 'nextGemeente' }

const unconditional = { needsConsent: false, onceAssigned: false, namedOnly: false }

/** Who reads this group at this stage, by the table that decides it: people only, guests of the tafel as one. */
export function readersOf(name: string, stage: string, head: CaseHead): Reader[] {
  const people = audiencesAt(caseProcess, name, stage).filter(({ group }) => group !== 'computed')
  const guests = people.some(({ sight }) => sight.as === 'invited')
  const isAsked = (part: string | undefined) => head.parts.some((p) => p.part === part)
  const waits = (group: string, as: string) =>
    as === 'assigned' && !(group in asked) && !head.parts.some((p) => p.part === group)
  return [
    ...people
      .filter(
        ({ group, sight }) =>
          sight.as !== 'invited' && !(sight.as === 'assigned' && group in asked && !isAsked(asked[group])),
      )
      .map(({ group, roles, sight }) => ({
        group,
        // A party has a name of its own; what computes is named by what it does.
        roles: roles ?? (group === 'computed' ? readerGroups.computed : []),
        needsConsent: sight.needs !== null,
        onceAssigned: waits(group, sight.as),
        namedOnly: !!head.shield && !openUnderAlias(name, roles ?? readerGroups[group]),
      })),
    ...(guests ? [{ group: 'guest', roles: [], ...unconditional }] : []),
  ]
}

const resolve = (names: ReadonlyMap<string, Named>, value: unknown) =>
  typeof value === 'string' ? (names.get(value)?.name ?? value) : value

/** Where something else is found: it has a page of its own, and an id says nothing to a reader. */
const elsewhere: readonly string[] = [
  ...subjectKinds,
  'row',
  'note',
  'signal',
  'condition',
  'addressee',
  'timeOutPlace',
]
const leads = (field: Field) =>
  field.kind === 'refs' || (field.kind === 'ref' && elsewhere.includes(field.to))

/** What a group of facts holds, row by row, with names for references. */
export function rowsOf(kase: Case, name: string, names: ReadonlyMap<string, Named>): Shown[][] {
  const c = (caseProcess.compartments as Compartments)[name]
  const held = kase.of[name as keyof Case['of']] as unknown
  if (!c || !held) return []
  const rows = (Array.isArray(held) ? held : [held]) as Record<string, unknown>[]
  return rows.map((row) =>
    Object.entries(c.fields)
      .filter(([, field]) => !leads(field))
      .map(([name, field]) => ({
        name,
        value: field.kind === 'ref' ? resolve(names, row[name]) : row[name],
      })),
  )
}

/** The whole file by compartment: what is shared, what is not, and who else sees it. */
export const getFileScreen = (id: string): Promise<FileScreen | null> =>
  onCase(
    id,
    (kase) => [...kase.shared],
    async (tx, scene) => ({
      head: scene.head,
      ledger: scene.kase.of.consents?.length ? await recipientsOf(tx, scene) : [],
      plan: versionsOf(scene.kase),
      compartments: Object.keys(caseProcess.compartments).map((name) => ({
        name,
        shared: scene.kase.shared.has(name),
        rows: rowsOf(scene.kase, name, scene.names),
        readers: readersOf(name, scene.kase.spine.stage, scene.head),
      })),
    }),
    { inEmergency: true },
  )
