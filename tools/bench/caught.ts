// The statements that a website sends for one page or step, written down by tools/bench/catch-sql.mjs while it is asked.
import { readFileSync, rmSync } from 'node:fs'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** Where the website writes them, and what has to be in its environment for that. */
const CAUGHT = '.data/caught.jsonl'
export const catching = {
  CAUGHT_SQL: CAUGHT,
  NODE_OPTIONS: '--import ./tools/bench/catch-sql.mjs',
}

/** What was sent while `work` was done, one after the other. */
export async function caughtDuring(work: () => Promise<unknown>): Promise<Statement[]> {
  rmSync(CAUGHT, { force: true })
  await work()
  const lines = readFileSync(CAUGHT, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Statement)
}
