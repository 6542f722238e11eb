// What happened before a journey begins: steps of the demo's people, taken in its database without a browser.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { keptSecret } from '../../../tools/secret.mjs'
import type { Confirmed } from '../../support/confirmed-case'

export const DATA = '.data/pg-e2e'

/** The database of the website under test, as this role. */
export function databaseAs(role: string, data = DATA) {
  const [, , , port] = readFileSync(`${data}/postmaster.pid`, 'utf8').split('\n')
  return `postgresql://${role}@127.0.0.1:${port}/thuistafel`
}

/** Takes the steps of a script of `tests/support`, and gives what came of them. */
export async function takenBefore<T>(script: string, more: readonly string[], data = DATA): Promise<T> {
  const args = ['--conditions=react-server', '--import', 'tsx', `tests/support/${script}.ts`]
  const env = {
    ...process.env,
    DATABASE_OWNER_URL: databaseAs('postgres', data),
    DATABASE_URL: databaseAs('thuistafel_app', data),
    BASE_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: keptSecret(),
    LOG_LEVEL: 'silent',
  }
  const { stdout } = await promisify(execFile)(process.execPath, [...args, ...more], { env })
  return JSON.parse(stdout)
}

/** A client who was promised a home, of whom nothing is signed yet; `hidden`: a mother of two whose address is secret. */
export const confirmedCase = (mark: string, hidden = false) =>
  takenBefore<Confirmed>('confirmed-case', [mark, ...(hidden ? ['hidden'] : [])])
