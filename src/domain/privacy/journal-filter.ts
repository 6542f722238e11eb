// Which records of the journal are asked for. It stands in addresses, so it holds codes and days only.
import { z } from 'zod'
import { isDay } from '../kernel/days'
import { type EntryKind, entryKinds } from './journal'
import { type Purpose, purposeNames } from './purposes'

export type JournalFilter = {
  readonly kind: EntryKind | null
  /** The account of whoever looked or acted. */
  readonly person: string | null
  readonly subject: string | null
  readonly purpose: Purpose | null
  /** One visit: what was recorded under one session. */
  readonly session: string | null
  /** Days on which it was recorded, both included. */
  readonly from: string | null
  readonly until: string | null
}

/** Where a page begins: after this record of the chain, or before it on the way back. */
export type Cursor = { readonly way: 'after' | 'before'; readonly seq: string } | null

export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>

const one = (value: Asked[string]) => (typeof value === 'string' ? value : undefined)
const id = (value: Asked[string]) => (z.uuid().safeParse(value).success ? (one(value) ?? null) : null)
const day = (value: Asked[string]) => (isDay(one(value) ?? '') ? (one(value) ?? null) : null)
const visit = (value: Asked[string]) =>
  /^[0-9a-f]{16}$/.test(one(value) ?? '') ? (one(value) ?? null) : null
const seq = (value: Asked[string]) => (/^\d{1,18}$/.test(one(value) ?? '') ? one(value) : undefined)

/** The filter of an address; whatever is no code or day is not asked. */
export const journalFilter = (asked: Asked): JournalFilter => ({
  kind: entryKinds.find((kind) => kind === asked.kind) ?? null,
  person: id(asked.person),
  subject: id(asked.subject),
  purpose: purposeNames.find((purpose) => purpose === asked.purpose) ?? null,
  session: visit(asked.session),
  from: day(asked.from),
  until: day(asked.until),
})

/** Where the page of an address begins. */
export function journalCursor(asked: Asked): Cursor {
  const [after, before] = [seq(asked.after), seq(asked.before)]
  if (after) return { way: 'after', seq: after }
  return before ? { way: 'before', seq: before } : null
}

/** The filter as it stands in an address again. */
export const askedBy = (filter: JournalFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])))

/** Whether everything is asked for. */
export const asksAll = (filter: JournalFilter) => Object.values(filter).every((value) => value === null)
