import 'server-only'
// What stands there already for the fields of a step, as a person would have typed it.
import { processes } from '@/domain/case/steps'
import type { Field } from '@/domain/kernel/field'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'

/** How a value stands in a form, as a person would have typed it. */
export function typed(field: Field, value: unknown): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.map(String)
  if (field.kind === 'flag') return [value ? 'yes' : 'no']
  if (field.kind === 'money') return [(Number(value) / 100).toFixed(2).replace('.', ',')]
  if (field.kind === 'day') return [String(value).split('-').reverse().join('-')]
  return [String(value)]
}

type Row = Readonly<Record<string, unknown>>

/**
 * Where the value of this field stands, among the compartments that the step writes and the actor may read; with the
 * value. Of a list it is the last row about what is asked, where something is asked.
 */
export function standing(step: Step, subject: Loaded<Compartments> | null, name: string, asked: Row) {
  const compartments: Compartments = processes[step.kind].compartments
  const about = Object.entries(asked)
  const rowOf = (at: string): Row | null | undefined => {
    const found = subject?.of[at] as Row | readonly Row[] | null
    if (!compartments[at]?.many) return found as Row | null
    return (found as readonly Row[] | null)?.findLast((row) =>
      about.every(([key, code]) => row[key] === code),
    )
  }
  const readable = (step.row.writes ?? []).filter((written) => {
    const c = compartments[written]
    return c && name in c.fields && (!c.many || about.length > 0) && subject?.shared.has(written)
  })
  const at = readable.find(rowOf) ?? readable[0] ?? null
  return { at, value: (at && rowOf(at)?.[name]) ?? null }
}
