import 'server-only'
// The file of a case by compartment: what is shared, what it holds, and who else reads it.
import { type Case, caseProcess } from '@/domain/case/case'
import { grants } from '@/domain/case/steps'
import type { Compartments } from '@/domain/kernel/subject'
import type { Named } from '@/server/directory'
import { type CaseHead, onCase } from './queries'

export type Shown = { name: string; value: unknown }
export type CompartmentScreen = {
  name: string
  shared: boolean
  rows: Shown[][]
  readers: string[]
  needsConsent: boolean
}
export type FileScreen = { head: CaseHead; compartments: CompartmentScreen[] }

/** Which kinds of party read this compartment at this stage, by the table that decides it. */
function readersOf(name: string, stage: string) {
  const found = grants.filter(
    (g) =>
      g.kind === 'case' &&
      g.verb === 'read' &&
      g.object === name &&
      g.stage === stage &&
      g.role !== 'matching' &&
      g.role !== 'reporting',
  )
  const party = (role: string) =>
    role === 'mentor' || role === 'zorgLead'
      ? 'provider'
      : role === 'officer' || role === 'corporatieLead'
        ? 'corporation'
        : role === 'localTeam'
          ? 'localTeam'
          : role === 'regisseur' || role === 'gemeenteLead'
            ? 'gemeente'
            : 'tafel'
  return { readers: [...new Set(found.map((g) => party(g.role)))], needsConsent: found.some((g) => g.needs) }
}

const resolve = (names: ReadonlyMap<string, Named>, value: unknown) =>
  typeof value === 'string' ? (names.get(value)?.name ?? value) : value

function rowsOf(kase: Case, name: string, names: ReadonlyMap<string, Named>): Shown[][] {
  const c = (caseProcess.compartments as Compartments)[name]
  const held = kase.of[name as keyof Case['of']] as unknown
  if (!c || !held) return []
  const rows = (Array.isArray(held) ? held : [held]) as Record<string, unknown>[]
  return rows.map((row) =>
    Object.keys(c.fields).map((field) => ({
      name: field,
      value: c.fields[field]?.kind === 'ref' ? resolve(names, row[field]) : row[field],
    })),
  )
}

/** The whole file by compartment: what is shared, what is not, and who else sees it. */
export const getFileScreen = (id: string): Promise<FileScreen | null> =>
  onCase(
    id,
    (kase) => [...kase.shared],
    async (_tx, { kase, head, names }) => ({
      head,
      compartments: Object.keys(caseProcess.compartments).map((name) => ({
        name,
        shared: kase.shared.has(name),
        rows: rowsOf(kase, name, names),
        ...readersOf(name, kase.spine.stage),
      })),
    }),
  )
