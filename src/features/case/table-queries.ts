import 'server-only'
// A case at the table of a tafel: as each reads it by their own rights, and as all who are there may hear of it.
import { caseProcess } from '@/domain/case/case'
import type { Compartments } from '@/domain/kernel/subject'
import type { Tx } from '@/server/db/client'
import { heardAtTable } from '@/server/heard'
import { type CompartmentScreen, rowsOf } from './file-queries'
import { onCase, type Scene } from './on-case'
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

/** What a reader reads of these groups of facts, as far as it holds something. */
async function tableOf(
  tx: Tx,
  { kase, head, names }: Scene,
  open: readonly string[],
  who: string | null,
): Promise<TableScreen> {
  const shown = Object.entries(caseProcess.compartments as Compartments)
    .filter(([name, c]) => open.includes(name) && !c.forReaders && !beside.includes(name))
    .map(([name]) => ({ name, shared: true, rows: rowsOf(kase, name, names), readers: [] }))
  const lines = open.includes('positions') ? await positionLines(tx, kase) : []
  return {
    id: head.id,
    number: head.number,
    who,
    compartments: shown.filter(({ rows }) =>
      rows.some((row) => row.some(({ value }) => value !== null && value !== '')),
    ),
    positions: lines
      .filter(({ said }) => said !== null)
      .map((line) => ({ ...line, organisation: names.get(line.organisationId)?.name ?? '' })),
  }
}

/** The case in hand as this person reads it: the same door as its own page. Null: it is not there for them. */
export const getOwnAtTable = (id: string): Promise<TableScreen | null> =>
  onCase(
    id,
    (kase) => [...kase.shared],
    (tx, scene) =>
      tableOf(
        tx,
        scene,
        [...scene.kase.shared],
        scene.head.shield?.alias ?? scene.head.name ?? scene.head.initials,
      ),
  )

/** Of the case in hand what everybody at this table may read, and who asks. Of a shielded case that is its alias alone. */
export const getHeardAtTable = (tafel: string, id: string): Promise<TableScreen | null> => {
  let open: readonly string[] = []
  return onCase(
    id,
    () => open,
    async (tx, scene) => {
      const { kase, head } = scene
      const heard = (await heardAtTable(tx, tafel, id)).filter((name) => kase.shared.has(name))
      open = head.shield ? heard.filter((name) => name === 'shield') : heard
      const initials = heard.includes('initials') ? (kase.of.initials?.initials ?? null) : null
      const alias = heard.includes('shield') ? (head.shield?.alias ?? null) : null
      return tableOf(tx, scene, open, head.shield ? alias : initials)
    },
  )
}
