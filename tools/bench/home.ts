// A case in a home of its own, and a statement about one such case made to be about another.
import { randomUUID } from 'node:crypto'
import type { Statement } from './caught'

export type Home = {
  readonly id: string
  readonly personId: string
  readonly householdId: string
  readonly version: number
}

/** The same statement for another home; a record gets the version and a form key of its own. */
export function forHome({ text, values }: Statement, from: Home, to: Home): Statement {
  const moved = values.map((value) => {
    if (typeof value !== 'string') return value
    const text = value
      .replaceAll(from.id, to.id)
      .replaceAll(from.personId, to.personId)
      .replaceAll(from.householdId, to.householdId)
    if (!text.includes('"payloadHash"')) return text
    return JSON.stringify({ ...JSON.parse(text), version: to.version, actionKey: randomUUID() })
  })
  return { text, values: moved }
}
