import 'server-only'
// Files that go out: the template, and the rows that stayed behind with what is wrong. No cell of them can act as a formula.
import { getTranslations } from 'next-intl/server'
import writeXlsxFile from 'write-excel-file/node'
import { openingStep } from '@/domain/case/steps'
import { exampleClient } from '@/domain/import/client-columns'
import { columnOf, keysOf, type SheetKind } from '@/domain/import/columns'
import { exampleDwelling } from '@/domain/import/dwelling-columns'
import { csvOf, harmless } from '@/domain/report/csv'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { organisationsOf } from '@/server/directory'
import { env } from '@/server/env'
import { groundFor } from '@/server/imports/ground'
import { importsOf, type RowState, rowsOf } from '@/server/imports/keep'
import { currentActor } from '@/server/session'
import { columnsExplained } from './explained'
import { seenBy } from './queries'
import { tellers } from './said'
import { sampleRows } from './sample'

type Format = 'csv' | 'xlsx'
export type GivenFile = { readonly name: string; readonly type: string; readonly bytes: Buffer }
type Table = readonly (readonly string[])[]

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Every cell a text: a spreadsheet then shows what stands there and computes nothing. */
const sheetOf = (table: Table) => ({
  data: table.map((row, at) =>
    row.map((cell) => ({
      value: harmless(cell),
      type: String,
      wrap: false,
      ...(at === 0 && { fontWeight: 'bold' as const }),
    })),
  ),
  columns: (table[0] ?? []).map((_, at) => ({
    width: Math.min(50, Math.max(12, ...table.map((row) => (row[at] ?? '').length + 2))),
  })),
  stickyRowsCount: 1,
})

/** The first sheet is the one that is read back; a text has that one only. */
const fileOf = async (name: string, format: Format, ...tables: readonly Table[]): Promise<GivenFile> => ({
  name: `${name}.${format}`,
  type: TYPES[format],
  bytes:
    format === 'xlsx'
      ? await writeXlsxFile(tables.map(sheetOf)).toBuffer()
      : Buffer.from(csvOf(tables[0] ?? [])),
})

/** An invented client and an invented dwelling, to show how a cell is meant. */
const example: Readonly<Record<string, string>> = {
  ...exampleClient,
  birthDate: '31-12-1990',
  setting: 'BW',
  facility: 'Naam van de voorziening',
  law: 'Wmo',
  readySince: '1-9-2026',
  gemeente: 'Naam van de gemeente',
  mentorName: 'Naam van de begeleider',
  agreedOn: '1-10-2026',
  agreedHow: 'schriftelijk',
  stated: 'tafel',
  statedSince: '1-11-2026',
  threat: 'nee',
  secrecy: 'nee',
  ...exampleDwelling,
  unitNumber: '12-3456',
  postcode: '7811 QX',
  municipality: 'Naam van de gemeente',
  type: 'Portiekflat',
  rooms: '2',
  floor: '1',
  lift: 'nee',
  accessibility: 'ZON',
  energyLabel: 'B',
  rent: '612,50',
  availableFrom: '1-2-2027',
}
const headingsOf = (kind: SheetKind) => keysOf(kind).map((key) => columnOf(key).names[0] ?? key)

/** The headings and one invented row, in a workbook with what each column means; null for who may not import. */
export async function templateFile(format: Format, kind: SheetKind): Promise<GivenFile | null> {
  const { role } = await currentActor()
  if (!openingStep(kind, role)) return null
  const t = await getTranslations('import')
  const explained = (await columnsExplained(kind)).map(({ label, needed, help, holds }) => [
    label,
    needed ? t('explain.yes') : t('explain.no'),
    [holds, help].filter(Boolean).join('. '),
  ])
  return fileOf(
    t(`of.${kind}.template`),
    format,
    [headingsOf(kind), keysOf(kind).map((key) => example[key] ?? '')],
    [[t('explain.column'), t('explain.needed'), t('explain.holds')], ...explained],
  )
}

/** Invented clients to try it with, of a gemeente of this covenant; null on any other installation than a demo. */
export async function sampleFile(): Promise<GivenFile | null> {
  const actor = await currentActor()
  if (env().DEMO !== '1' || !openingStep('case', actor.role)) return null
  const t = await getTranslations('import.template')
  const rows = await asActor(actor, async (tx) => {
    const { rules } = await groundFor(tx, actor, today())
    const gemeente = [...(await organisationsOf(tx)).values()].find(({ kind }) => kind === 'gemeente')
    return sampleRows(today(), gemeente?.name ?? '', rules.origins[0] ?? '')
  })
  return fileOf(t('sampleName'), 'csv', [headingsOf('case'), ...rows])
}

const stayed: readonly RowState[] = ['wrong', 'double', 'refused']

/** The same columns, of the rows that stayed behind, with one more that says what to do; null when it is not there for who asks. */
export async function errorFile(id: string): Promise<GivenFile | null> {
  const actor = await currentActor()
  const t = await getTranslations('import')
  const tell = await tellers()
  const found = await asActor(actor, async (tx) => {
    const [its] = await importsOf(tx, id)
    if (!its || its.id !== id) return null
    const left: readonly RowState[] = its.state === 'cancelled' ? ['good'] : []
    const rows = await rowsOf(tx, id, { states: [...stayed, ...left] })
    return { its, rows, seen: await seenBy(tx, actor, { its, rows }) }
  })
  if (!found) return null
  const { its, rows, seen } = found
  const width = Math.max(its.headings.length, ...rows.map(({ cells }) => cells.length))
  const filled = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  const lines = rows.map((row) => [
    ...filled(row.cells),
    row.state === 'good' ? t('errors.left') : tell(row, seen).join(' '),
  ])
  return fileOf(t('errors.name'), its.format, [[...filled(its.headings), t('errors.heading')], ...lines])
}
