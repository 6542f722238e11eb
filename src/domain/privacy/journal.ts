// The journal as a privacy officer reads it: who reads it, what is asked of it, and what of a record comes first.
import type { Role } from '../case/actor'
import { roleNames } from '../case/actor'
import type { Readers } from '../kernel/grants'

/** Whether this role reads the journal of its organisation. The policy of the table says the same. */
export const readsJournal = (role: Role) => role === 'privacyOfficer'

/** A step that was taken, something that was opened, an attempt that was refused. */
export const entryKinds = ['step', 'read', 'denied'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What a record can be about besides a subject: the journal itself, which is read like anything else. */
export const JOURNAL = 'journal'

/** And the link by which a calendar program reads what somebody waits for: whoever has it reads without a session. */
export const CALENDAR = 'calendar'

/** How many roles read a compartment at some time; of one that is not known here, nobody. */
const readersOf = (name: string, tables: readonly Readonly<Record<string, Readers>>[]) =>
  roleNames.filter((role) => tables.some((readers) => readers[name]?.[role] !== undefined)).length

/** The compartments of a record, those first that the fewest roles may read: what was confidential must not hide in a long list. */
export const leastSharedFirst = (
  names: readonly string[],
  tables: readonly Readonly<Record<string, Readers>>[],
): string[] =>
  [...names].sort((a, b) => readersOf(a, tables) - readersOf(b, tables) || (a < b ? -1 : a > b ? 1 : 0))
