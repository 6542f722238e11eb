// `npm run setup` on a database of the test's own, with files in a folder of its own.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { connect, database } from '@/server/db/client'
import { asKernel } from '../../prisma/load-covenant'
import { setup } from '../../tools/setup'
import { testDatabase } from './database'

const BASE = 'https://thuistafel.example.nl'
const TABLES = [
  'covenant',
  'organisation',
  'covenant_party',
  'norm',
  'code',
  'account',
  'membership',
  'invitation',
]

export const REGION = new URL('../../prisma/data/covenants/zuidoost-drenthe.json', import.meta.url).pathname
export const SECOND = new URL('../../prisma/data/covenants/flevoland.json', import.meta.url).pathname
export const PASSWORD = 'a password of more than fifteen characters'
export const ADMIN = [
  'admin',
  '--name',
  'Ans Bos',
  '--email',
  'Ans.Bos@emmen.example',
  '--organisation',
  'emmen',
]
export const HERE = ['--covenant', 'zuidoost-drenthe']

type Changes = Record<string, string | undefined>

/** The token of the first link in this text. */
export const tokenIn = (text: string) =>
  new RegExp(`${BASE}/login/invitation/([\\w-]{43})\\b`).exec(text)?.[1] ?? ''

/** The commands, signed in as these addresses say. */
function commands(ownerUrl: string, appUrl: string) {
  /** Runs one command; the lines it printed. */
  async function run(args: string[], changes: Changes = {}): Promise<string> {
    const said: string[] = []
    const env = { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl, BASE_URL: `${BASE}/`, ...changes }
    await setup({ args, env, say: (line) => said.push(line) })
    return said.join('\n')
  }

  /** Runs a command that must be refused: what is wrong and what to do. */
  const refused = (args: string[], changes?: Changes): Promise<string> =>
    run(args, changes).then(
      (said) => expect.fail(`this was not refused: ${args.join(' ')}\n${said}`),
      (error: Error & { whatToDo?: string }) => {
        expect(error.whatToDo, error.stack).toBeTruthy()
        return `${error.message}\n${error.whatToDo}`
      },
    )
  return { run, refused }
}

/** Writes what a region would bring. */
function files(folder: string) {
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  return {
    file,
    /** The covenant of REGION with these changes. */
    region: (name: string, change: (json: Record<string, Record<string, unknown>[]>) => void) => {
      const json = JSON.parse(readFileSync(REGION, 'utf8'))
      change(json)
      return file(name, JSON.stringify(json))
    },
    people: (name: string, ...lines: string[]) =>
      file(name, ['name;email;organisation;covenant;role', ...lines].join('\r\n')),
  }
}

export async function firstDay() {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-'))
  const db = await testDatabase()
  const client = connect(db.appUrl, 2)
  database.use(client)

  /** Asks or changes something as the owner of the rights. */
  const kernel = async <T extends Record<string, unknown>>(
    sql: string,
    values: unknown[] = [],
  ): Promise<T[]> => asKernel(db.ownerUrl, async (owner) => (await owner.query<T>(sql, values)).rows)

  /** How many rows there are of everything that a first day writes. */
  const written = async () =>
    (await kernel(`SELECT ${TABLES.map((t) => `(SELECT count(*)::int FROM ${t}) AS ${t}`).join()}`))[0]

  const close = async () => {
    await client.$disconnect()
    await db.close()
    rmSync(folder, { recursive: true })
  }
  return { ...commands(db.ownerUrl, db.appUrl), ...files(folder), folder, db, client, kernel, written, close }
}

export type FirstDay = Awaited<ReturnType<typeof firstDay>>
