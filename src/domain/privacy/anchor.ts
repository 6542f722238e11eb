// An anchor: the head of one organisation's chain at one moment, as a text that is signed outside the database.

/** The name of the form, so that a later one can be told from it. */
const FORM = 'thuistafel-anchor-1'

export type Statement = {
  readonly organisation: string
  /** The place of this anchor among those of the organisation, from 1 on. */
  readonly number: number
  /** The last record that it covers, and the hash of that record. */
  readonly seq: string
  readonly hash: string
  /** When it was made, in UTC. */
  readonly at: string
  /** The signature of the anchor before it; empty for the first. */
  readonly previous: string
}

/** The text that is signed. Whoever checks it reads the same places: tools/audit/check.mjs. */
export const statementOf = ({ organisation, number, seq, hash, at, previous }: Statement): string =>
  JSON.stringify([FORM, organisation, number, seq, hash, at, previous])
