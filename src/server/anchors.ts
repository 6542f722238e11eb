import 'server-only'
// Signs the heads of the chains. The worker remembers outside the database what it signed, and signs nothing that does
// not follow on it: so a history that was written anew gets no anchor, whatever became of the anchors in the database.
import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { statementOf } from '@/domain/privacy/anchor'
import { watchChains } from './alerts'
import type { Client } from './db/client'
import { log } from './log'

export type Seal = {
  readonly client: Client
  /** The private key of the anchors (Ed25519), which no database holds. */
  readonly key: KeyObject
  /** Where each anchor is kept outside the database; one file for each organisation. */
  readonly folder: string
}

type Due = {
  organisation: string
  seq: string
  hash: string
  number: number
  /** The signature of the last anchor in the database, and the hash that stands under it today. */
  previous: string
  under: string
}
type Signed = { statement: string; signature: string }

/** The key of a file; null when none is named. */
export const anchorKeyOf = (file: string | undefined) => (file ? createPrivateKey(readFileSync(file)) : null)

const fileOf = ({ folder }: Seal, { organisation }: Due) => join(folder, `${organisation}.jsonl`)

/** The last anchor that this worker made for a chain; null when there was none. */
function lastOf(file: string): Signed | null {
  const last = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) : ''
  return last ? JSON.parse(last) : null
}

/** Whether what the database says follows on what was signed before. */
function follows(due: Due, last: Signed | null): boolean {
  if (!last) return due.number === 1
  const [, , , , hash] = JSON.parse(last.statement)
  return due.previous === last.signature && due.under === hash
}

async function anchor(seal: Seal, due: Due, now: Date): Promise<boolean> {
  const file = fileOf(seal, due)
  if (!follows(due, lastOf(file))) {
    log('error', { event: 'historyChanged', organisationId: due.organisation })
    await watchChains(seal, [due.organisation])
    return false
  }
  const at = now.toISOString()
  const statement = statementOf({ ...due, at })
  const signature = sign(null, Buffer.from(statement), seal.key).toString('base64')
  return seal.client.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ kept: boolean }[]>`
      SELECT app.keep_anchor(${due.organisation}::uuid, ${due.number}, ${BigInt(due.seq)}, ${at}::timestamptz, ${statement}, ${signature}) AS kept`
    if (row?.kept) appendFileSync(file, `${JSON.stringify({ statement, signature })}\n`, { flush: true })
    return row?.kept ?? false
  })
}

/** Makes every anchor that is due: one a day for each chain, one an hour for those that grew. Returns how many. */
export async function anchorChains(seal: Seal, now = new Date()): Promise<number> {
  mkdirSync(seal.folder, { recursive: true, mode: 0o700 })
  const due = await seal.client.$queryRaw<Due[]>`
    SELECT organisation_id::text AS organisation, seq::text AS seq, hash, number, previous, under FROM app.chains_to_anchor()`
  let made = 0
  for (const one of due) if (await anchor(seal, one, now)) made += 1
  if (made) log('info', { event: 'anchored', count: made })
  return made
}

/** How many chains have no anchor of the last 26 hours. */
export async function unanchoredChains(client: Client): Promise<number> {
  const [row] = await client.$queryRaw<{ n: number }[]>`SELECT app.unanchored() AS n`
  return row?.n ?? 0
}
