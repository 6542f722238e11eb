// The texts that are read to the client before a choice: kept by version, so that later can be seen what was asked.
import type { ConsentCategory, TextLanguage } from '../case/consent-table'
import kept from './consent-texts.json'

export type ConsentText = {
  /** What is said before, of every category; and what is said after. */
  readonly before: string
  readonly after: string
  readonly of: Readonly<Record<ConsentCategory, string>>
}
type Version = {
  readonly version: number
  readonly since: string
  readonly texts: Readonly<Record<TextLanguage, ConsentText>>
}

const versions: readonly Version[] = kept.versions

/** The version that was read on a day: the last that there was then. */
export const textOn = (day: string): Version | null => versions.findLast((v) => v.since <= day) ?? null

/** Whether this version could be read to a client on that day: an older paper that was signed later counts. */
export const wasThere = (version: number, day: string): boolean =>
  versions.some((v) => v.version === version && v.since <= day)
