import 'server-only'
import type { Actor } from '@/domain/case/actor'
import { openingStep } from '@/domain/case/steps'
import type { Mapping, SheetKind } from '@/domain/import/columns'
import type { Cells } from '@/domain/import/judge'
import { judgeAll, judgeRow } from '@/domain/import/verdict'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { env } from '@/server/env'
import { groundFor, knownFor } from '@/server/imports/ground'
import { countsOf, type Import, importsOf, type KeptRow, type RowState, rowsOf } from '@/server/imports/keep'
import { currentActor } from '@/server/session'
import { type Asked, askedOf, type ShownState, shownStates } from './asked'
import { type Seen, tellers } from './said'

/** So many rows are shown at a time. */
const PAGE = 50

export type Line = {
  readonly nr: number
  readonly who: string
  readonly stated: string | null
  readonly said: readonly string[]
}
export type Rows = {
  readonly show: ShownState
  readonly lines: readonly Line[]
  readonly next: number | null
  readonly after: number
}
export type ImportScreen = {
  readonly its: Import
  readonly counts: Readonly<Record<RowState, number>>
  readonly asked: ReturnType<typeof askedOf>
  /** The rows of one kind, while nobody has agreed. */
  readonly rows: Rows | null
}

/** Whether this person may enter one by hand, and so bring in a file. */
const mayImport = ({ role }: Actor, kind: SheetKind) => !!openingStep(kind, role)

/** The own imports; null for who may not import. */
export async function getImportsScreen(asked: Asked, kind: SheetKind) {
  const actor = await currentActor()
  if (!mayImport(actor, kind)) return null
  const all = await asActor(actor, (tx) => importsOf(tx))
  const imports = all.filter((its) => its.kind === kind)
  return { kind, imports, asked: askedOf(asked), sample: env().DEMO === '1' && kind === 'case' }
}

/** By what these rows are judged now. */
export async function seenBy(
  tx: Tx,
  actor: Actor,
  { its, rows }: { its: Import; rows: readonly KeptRow[] },
): Promise<Seen> {
  const ground = await groundFor(tx, actor, today(), its.kind)
  const known = await knownFor(tx, its.kind, judgeAll(rows, its.mapping, ground, its.kind))
  return { its, ground, known }
}

/** What a person knows the row by: a name, or an address. */
const whoIn = (cells: Cells, { givenName, familyName, street, houseNumber }: Mapping) =>
  [givenName, familyName, street, houseNumber]
    .map((place) => (place === undefined ? '' : (cells[place] ?? '').slice(0, 60)))
    .join(' ')
    .trim()

async function rowsShown(
  tx: Tx,
  actor: Actor,
  its: Import,
  { show, after }: { show: ShownState; after: number },
): Promise<Rows> {
  const found = await rowsOf(tx, its.id, { states: [show], after, most: PAGE + 1 })
  const rows = found.slice(0, PAGE)
  const seen = await seenBy(tx, actor, { its, rows })
  const tell = await tellers()
  const lines = rows.map((row): Line => {
    const judged = judgeRow(its.kind, row.cells, its.mapping, seen.ground)
    const stated = 'client' in judged ? judged.client.way.stated : null
    return { nr: row.nr, who: whoIn(row.cells, its.mapping), stated, said: tell(row, seen) }
  })
  return { show, lines, after, next: found.length > PAGE ? (rows.at(-1)?.nr ?? null) : null }
}

/** One import of who asks; null when it is not there for them. */
export async function getImportScreen(
  id: string,
  address: Asked,
  kind: SheetKind,
): Promise<ImportScreen | null> {
  const actor = await currentActor()
  const asked = askedOf(address)
  return asActor(actor, async (tx) => {
    const [its] = await importsOf(tx, id)
    if (its?.id !== id || its.kind !== kind) return null
    const counts = await countsOf(tx, id)
    if (its.state !== 'checked') return { its, counts, asked, rows: null }
    const show = asked.show ?? shownStates.find((state) => counts[state] > 0) ?? 'good'
    return { its, counts, asked, rows: await rowsShown(tx, actor, its, { show, after: asked.after }) }
  })
}
