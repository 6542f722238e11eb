import 'server-only'
// What is kept of a file on its way in: its uploader's alone, each row sealed. Nobody else reads it, and it goes by itself.
import { z } from 'zod'
import { columnKeys, type Mapping, recognised, type SheetKind } from '@/domain/import/columns'
import type { Row, Verdict } from '@/domain/import/verdict'
import type { Tx } from '../db/client'
import { open, sealText } from '../db/seal'
import type { FileRead } from './read-file'

const importStates = ['mapping', 'checked', 'running', 'done', 'cancelled', 'stopped'] as const
type ImportState = (typeof importStates)[number]
export const rowStates = ['new', 'good', 'wrong', 'double', 'done', 'refused'] as const
export type RowState = (typeof rowStates)[number]

export type Import = {
  readonly id: string
  readonly kind: SheetKind
  readonly state: ImportState
  readonly format: FileRead['format']
  readonly checksum: string
  readonly headings: readonly string[]
  readonly mapping: Mapping
  readonly rows: number
  /** The day and the time of day. */
  readonly on: string
  readonly at: string
}

const cellsOf = z.array(z.string())
const place = z.int().min(0).max(60)
/** Which column stands where, as it is kept and as a form sends it. */
export const mappingOf = z.partialRecord(z.enum(columnKeys), place)

const sealed = (cells: readonly string[]) => sealText(JSON.stringify(cells))
const opened = (text: string) => cellsOf.parse(JSON.parse(open(text)))

/** So many rows go in one statement. */
const SOME = 1_000

/** Keeps a file that was read; null when this person may enter nothing of this kind, or has three under way. */
export async function keepImport(tx: Tx, file: FileRead, kind: SheetKind = 'case'): Promise<string | null> {
  const { format, checksum, headings, rows } = file
  const asked = {
    kind,
    format,
    checksum,
    headings: sealed(headings),
    mapping: recognised(headings, kind),
    rows: rows.length,
  }
  const [made] = await tx.$queryRaw<
    { id: string | null }[]
  >`SELECT app.open_import(${JSON.stringify(asked)}::jsonb)::text AS id`
  if (!made?.id) return null
  for (let from = 0; from < rows.length; from += SOME) {
    const some = rows.slice(from, from + SOME).map(({ nr, cells }) => ({ nr, sealed: sealed(cells) }))
    await tx.$executeRaw`SELECT app.add_import_rows(${made.id}::uuid, ${JSON.stringify(some)}::jsonb)`
  }
  return made.id
}

type Kept = Omit<Import, 'headings' | 'mapping'> & { headings: string; mapping: unknown }

/** The own imports, the newest first; with an id only that one. */
export async function importsOf(tx: Tx, id: string | null = null): Promise<Import[]> {
  if (id !== null && !z.uuid().safeParse(id).success) return []
  const rows = await tx.$queryRaw<Kept[]>`
    SELECT id::text, kind, state, format, checksum, headings, mapping, rows,
      to_char(made_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "on", to_char(made_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS at
    FROM import WHERE ${id}::uuid IS NULL OR id = ${id}::uuid ORDER BY made_at DESC`
  return rows.map((row) => ({
    ...row,
    headings: opened(row.headings),
    mapping: mappingOf.parse(row.mapping),
  }))
}

export type KeptRow = Row & {
  readonly state: RowState
  readonly twin: number | null
  readonly reason: string | null
}
type Wanted = { readonly states: readonly RowState[]; readonly after?: number; readonly most?: number }

/** Rows in these states, in the order of the file, `most` of them from beyond `after` on. A row whose client came in holds nothing. */
export async function rowsOf(
  tx: Tx,
  id: string,
  { states, after = 0, most = 20_000 }: Wanted,
): Promise<KeptRow[]> {
  const rows = await tx.$queryRaw<(Omit<KeptRow, 'cells'> & { sealed: string | null })[]>`
    SELECT nr, sealed, state, twin, reason FROM import_row
    WHERE import_id = ${id}::uuid AND state = ANY (${states}) AND nr > ${after} ORDER BY nr LIMIT ${most}`
  return rows.map(({ sealed: text, ...row }) => ({ ...row, cells: text ? opened(text) : [] }))
}

/** How many rows there are in each state. */
export async function countsOf(tx: Tx, id: string): Promise<Readonly<Record<RowState, number>>> {
  const rows = await tx.$queryRaw<{ state: RowState; n: number }[]>`
    SELECT state, count(*)::int AS n FROM import_row WHERE import_id = ${id}::uuid GROUP BY state`
  const none = { new: 0, good: 0, wrong: 0, double: 0, done: 0, refused: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) }
}

const yes = async (asked: Promise<{ done: boolean | null }[]>) => (await asked)[0]?.done ?? false

/** Keeps which columns are meant and how the rows were judged by that; false when it is not there to change. */
export const keepVerdicts = (tx: Tx, id: string, mapping: Mapping, verdicts: readonly Verdict[]) =>
  yes(
    tx.$queryRaw`SELECT app.judge_import(${id}::uuid, ${JSON.stringify(mapping)}::jsonb, ${JSON.stringify(verdicts)}::jsonb) AS done`,
  )

/** The good rows come in from now on; false when there are none, or it was agreed to before. */
export const agreeImport = (tx: Tx, id: string) =>
  yes(tx.$queryRaw`SELECT app.agree_import(${id}::uuid) AS done`)

/** Stops one that runs: what came in stays. */
export const cancelImport = (tx: Tx, id: string) =>
  yes(tx.$queryRaw`SELECT app.cancel_import(${id}::uuid) AS done`)

/** Throws one away with all its rows. */
export const endImport = (tx: Tx, id: string) => yes(tx.$queryRaw`SELECT app.end_import(${id}::uuid) AS done`)
