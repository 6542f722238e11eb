// Which questions of a form are asked, and which answers to them are open.

/** The question `field` is answered by a code; each question in `of` is asked only with the codes that stand there. */
export type AskedWith = {
  readonly field: string
  readonly of: Readonly<Record<string, readonly string[]>>
  /** Those that may be left open also where they are asked. */
  readonly open: readonly string[]
}

/** What was answered to the questions that were asked: what stands in one that was not asked is no answer. */
export function answered(asked: AskedWith | null, input: Record<string, unknown>): Record<string, unknown> {
  if (!asked) return input
  const code = String(input[asked.field])
  const counts = (name: string) => asked.of[name]?.includes(code) ?? true
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, counts(name) ? value : null]))
}

/** A code that the field knows, but that is not among those which are open to this actor; null where there is none. */
export function notOpen(
  choices: Readonly<Record<string, readonly string[]>>,
  input: Record<string, unknown>,
): { reason: 'choiceNotOpen'; field: string } | null {
  const shut = Object.entries(choices).find(
    ([field, open]) => input[field] !== null && !open.includes(input[field] as string),
  )
  return shut ? { reason: 'choiceNotOpen', field: shut[0] } : null
}
