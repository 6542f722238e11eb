// Rows of any compartment, with values that mean nothing.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Field } from '@/domain/kernel/field'
import type { Compartment } from '@/domain/kernel/subject'
import { snake } from '@/server/db/rows'

/** Of rows that say for whom they are, each subject has one that is for this organisation. */
export const named = ({ forReaders, ofRaiser }: Compartment, id: string, organisation: string) => ({
  ...(forReaders && { note_id: id, readers: [organisation] }),
  ...(ofRaiser && { signal: id, raised_by: organisation }),
})

/** What a record tells of such a row: of which note or signal it is. */
export const toldOf = (id: string) => ({ noteId: id, signal: id })

/** A value that any column of this field takes. Texts differ from each other: two people never are one. */
export function sample(field: Field): unknown {
  switch (field.kind) {
    case 'day':
      return '2026-01-01'
    case 'count':
    case 'money':
      return 1
    case 'flag':
      return false
    case 'codes':
    case 'refs':
      return []
    case 'code':
      return field.codes[0]
    case 'email':
      return `${randomUUID()}@voorbeeld.example`
    default:
      return randomUUID()
  }
}

/** A row of a compartment, but for the key that says whose it is. */
export function rowOf(
  c: Compartment,
  covenant: string,
  organisation: string,
  value: (field: Field, name: string) => unknown = (field) =>
    field.kind === 'ref' && field.to === 'organisation' ? organisation : sample(field),
): Record<string, unknown> {
  const values = Object.entries(c.fields).map(([name, field]) => [snake(name), value(field, name)])
  return {
    ...(c.of === 'subject' && { covenant_id: covenant }),
    ...(c.many && { organisation_id: organisation, recorded_on: '2026-01-01' }),
    ...Object.fromEntries(values),
  }
}

/** Adds these rows to a table: all have the same columns. */
export const insertInto = async (
  client: pg.ClientBase,
  table: string,
  rows: readonly Record<string, unknown>[],
) => {
  if (!rows.length) return
  const names = Object.keys(rows[0] ?? {})
    .map((n) => `"${n}"`)
    .join(', ')
  const sql = `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(null::${table}, $1)`
  await client.query(sql, [JSON.stringify(rows)])
}

/** What is kept apart is shown once its tafel has begun: then its readers can be compared. */
export const showTogether = (client: pg.ClientBase) =>
  client.query(
    `UPDATE case_positions SET tafel = (SELECT id FROM spine WHERE kind = 'tafel' AND stage = 'inSession' LIMIT 1)`,
  )
