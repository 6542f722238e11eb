import 'server-only'
// A case at the table of a tafel: as each reads it by their own rights, and as all who are there may hear of it.
import { type Case, caseProcess } from '@/domain/case/case'
import { isShielded } from '@/domain/intake/shield'
import type { Compartments } from '@/domain/kernel/subject'
import type { Tx } from '@/server/db/client'
import { heardAtTable } from '@/server/heard'
import { type CompartmentScreen, rowsOf } from './file-queries'
import { type Opened, openCase, personName } from './on-case'
import { type PositionLine, positionLines } from './positions'

export type TableScreen = {
  readonly id: string
  readonly number: string
  /** The name, the initials, or the alias of a shielded case; null where none of them is shared. */
  readonly who: string | null
  readonly compartments: readonly CompartmentScreen[]
  readonly positions: readonly (PositionLine & { readonly organisation: string })[]
}

/** What is shown in another way, or says nothing about the client. */
const beside: readonly string[] = [
  'identity',
  'initials',
  'shield',
  'agenda',
  'positions',
  'notes',
  'consents',
]

/** What the table decided stands before all that it rested on. */
const first: readonly string[] = ['decision', 'tafelNotes', 'conditions']
const byWeight = (a: { name: string }, b: { name: string }) =>
  Number(first.includes(b.name)) - Number(first.includes(a.name))

/** To which decision a condition belongs says nothing at a table: there is one. */
const ofDecision: readonly string[] = ['version', 'begins']

/** What a reader reads of these groups of facts, as far as it holds something. */
async function tableOf(
  tx: Tx,
  { kase, names }: Opened,
  open: readonly string[],
  who: string | null,
): Promise<TableScreen> {
  const shown = Object.entries(caseProcess.compartments as Compartments)
    .filter(([name, c]) => open.includes(name) && !c.forReaders && !beside.includes(name))
    .map(([name]) => ({
      name,
      shared: true,
      rows: rowsOf(kase, name, names).map((row) => row.filter((fact) => !ofDecision.includes(fact.name))),
      readers: [],
    }))
    .sort(byWeight)
  const lines = open.includes('positions') ? await positionLines(tx, kase) : []
  return {
    id: kase.spine.id,
    number: kase.spine.number,
    who,
    compartments: shown.filter(({ rows }) =>
      rows.some((row) => row.some(({ value }) => value !== null && value !== '')),
    ),
    positions: lines
      .filter(({ said }) => said !== null)
      .map((line) => ({ ...line, organisation: names.get(line.organisationId)?.name ?? '' })),
  }
}

/** The alias of a case that is shielded; null for any other. */
const aliasOf = (kase: Case) => (isShielded(kase) ? (kase.of.shield?.alias ?? null) : null)

const initialsOf = ({ of }: Case) => of.initials?.initials ?? null

/** The case in hand as this person reads it: the same door as its own page. Null: it is not there for them. */
export const getOwnAtTable = (id: string): Promise<TableScreen | null> =>
  openCase(
    id,
    (kase) => [...kase.shared],
    (tx, opened) => {
      const { kase } = opened
      return tableOf(tx, opened, [...kase.shared], aliasOf(kase) ?? personName(kase) ?? initialsOf(kase))
    },
  )

/** Of the case in hand what everybody at this table may read, and who asks. Of a shielded case that is its alias alone. */
export const getHeardAtTable = (tafel: string, id: string): Promise<TableScreen | null> => {
  let open: readonly string[] = []
  return openCase(
    id,
    () => open,
    async (tx, opened) => {
      const { kase } = opened
      const heard = (await heardAtTable(tx, tafel, id)).filter((name) => kase.shared.has(name))
      const shielded = isShielded(kase)
      open = shielded ? heard.filter((name) => name === 'shield') : heard
      const from = shielded ? 'shield' : 'initials'
      const name = shielded ? aliasOf(kase) : initialsOf(kase)
      return tableOf(tx, opened, open, heard.includes(from) ? name : null)
    },
  )
}
