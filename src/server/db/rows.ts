import 'server-only'
// Between a compartment and its row: names of columns, and fields that are sealed.
import type { Compartment } from '@/domain/kernel/subject'
import { open, seal } from './seal'

export const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/** The table of a compartment, and the column that says whose row it is. */
export const tableOf = (kind: string, name: string) => snake(`${kind}_${name}`)
export const keyOf = (c: Compartment) =>
  c.of === 'subject' ? 'subject_id' : c.of === 'person' ? 'person_id' : 'household_id'

type Row = Record<string, unknown>

/** The values of a compartment from its row, as the domain knows them. */
export function fromRow(c: Compartment, row: Row): Row {
  const values: Row = c.many
    ? { id: row.id, organisationId: row.organisation_id, recordedOn: row.recorded_on }
    : {}
  for (const [name, field] of Object.entries(c.fields)) {
    const value = row[snake(name)] ?? null
    values[name] = field.kind === 'bsn' && typeof value === 'string' ? open(value) : value
  }
  return values
}

/** The columns of values that a step writes; only fields that the compartment has. */
export function toRow(c: Compartment, values: Row): Row {
  const row: Row = {}
  for (const [name, value] of Object.entries(values)) {
    const field = c.fields[name]
    if (!field) throw new Error(`No field ${name} in this compartment`)
    row[snake(name)] = field.kind === 'bsn' && typeof value === 'string' ? seal(value) : value
  }
  return row
}
