import 'server-only'
// From an input to what a run found: the same bits each time. Nothing here reads or writes.
import { createHash, createHmac } from 'node:crypto'
import type { Lots } from '@/domain/matching/engine/lottery'
import type { RunInput } from '@/domain/matching/run/input'
import { type Row, type RunResult, rowOf, runOf } from '@/domain/matching/run/solve'
import { proven } from './highs'

/** Raised when rules or engine give other results for the same input: a run says by which it was made. */
export const versions = { engine: 1, rules: 2 } as const

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The lots of a seed. */
export const lotsOf =
  (seed: string): Lots =>
  (about) =>
    createHmac('sha256', seed).update(about).digest().readUInt32BE(0)

/** What is published before a run: whoever sees the seed afterwards makes the same of it. */
export const commitmentOf = sha256

/** One text for one input or result, and its print: the lists in them have one order, and so have their fields. */
export const textOf = (value: RunInput | RunResult): string => JSON.stringify(value)
export const printOf = sha256

/** So many clients are held against all homes before anybody else gets a turn. */
const SOME = 25

/** Asked between: how many of all are done. False ends it. */
export type GoesOn = (done: number) => Promise<boolean>

/** The edges of all clients; null when it was stopped. */
async function rowsOf(input: RunInput, goesOn: GoesOn): Promise<Row[] | null> {
  const rows: Row[] = []
  for (const client of input.clients) {
    rows.push(rowOf(input, client))
    if (rows.length % SOME === 0 && !(await goesOn(rows.length))) return null
  }
  return rows
}

/** Runs it; null when it was stopped. */
export async function compute(
  input: RunInput,
  seed: string,
  goesOn: GoesOn = async () => true,
): Promise<RunResult | null> {
  const rows = await rowsOf(input, goesOn)
  if (!rows) return null
  return runOf(input, rows, { lots: lotsOf(seed), solve: proven })
}
