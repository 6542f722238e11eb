// A value as a person would have typed it: the other way round from reading a field.
import type { Field, Fields } from '@/domain/kernel/field'
import { inputSchema } from '@/domain/kernel/input'

const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',')

/** One field's value as the texts of a form. */
function asTyped(field: Field, value: unknown): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return [field.kind === 'money' ? euros(Number(value)) : String(value)]
}

/** What the browser would do: every field as text, read back by the step's own schema. */
export function readBack(
  fields: Fields,
  input: Readonly<Record<string, unknown>>,
  today: string,
): Record<string, unknown> {
  const strange = Object.keys(input).filter((name) => !(name in fields))
  if (strange.length) throw new Error(`No such field: ${strange.join(', ')}`)
  const typed = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, asTyped(field, input[name])]),
  )
  const parsed = inputSchema(fields, today).safeParse(typed)
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join(', '))
}
