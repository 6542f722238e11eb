// What `npm run demo` does with the database: rights in line with the code, and on an empty one the demo world,
// played through the real steps. A database with real data is left alone.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { processes } from '../src/domain/case/steps'
import { readCovenantFile } from '../src/domain/covenant/covenant-file'
import type { Norm } from '../src/domain/norm/norm'
import { addMember, asKernel, loadCodes, loadCovenant, loadNorms } from './load-covenant'
import { syncGrants } from './sync-grants'
import { loadLargeWorld } from './world/large/load'
import { lendAndWord } from './world/lent'
import { provisionalFor } from './world/norms'
import { playWorld } from './world/play'

type Person = {
  key: string
  name: string
  email: string
  memberships: { organisation: string; covenant: string; role: string }[]
}

const read = (path: string) => readFileSync(new URL(`./data/${path}`, import.meta.url), 'utf8')
const json = <T>(path: string): T => JSON.parse(read(path)) as T
const REGIONS = ['zuidoost-drenthe', 'flevoland'] as const

async function loadRegions(client: pg.Client, today: string) {
  const known = Object.values(processes).flatMap((p) => Object.keys(p.rows))
  for (const region of REGIONS) {
    const found = readCovenantFile(json(`covenants/${region}.json`), known)
    if ('mistakes' in found)
      throw new Error(found.mistakes.map((m) => `${region}: ${m.at}: ${m.wrong}`).join('\n'))
    await loadCovenant(client, found.file)
  }
  const norms = json<Norm[]>('norms.json')
  await loadNorms(client, [...norms, ...provisionalFor(norms, Number(today.slice(0, 4)) + 1)])
  await loadCodes(client, read('codes.csv'))
}

/** Everyone of the demo. */
async function loadPeople(client: pg.Client) {
  for (const { name, email, memberships } of json<Person[]>('people.json'))
    for (const m of memberships)
      await addMember(client, { name, email, fictional: true, ...m, from: '2020-01-01' })
}

/** empty: nothing there · started: a demo that was cut off while loading · demo: ready · real: not ours to touch. */
async function stateOf(client: pg.Client): Promise<'empty' | 'started' | 'demo' | 'real'> {
  const { rows } = await client.query<{ covenants: number; demo: boolean | null }>(
    'SELECT (SELECT count(*)::int FROM covenant) AS covenants, (SELECT demo FROM installation) AS demo',
  )
  const [row] = rows
  if (row?.demo) return 'demo'
  if (row?.demo === false) return 'real'
  if (!row?.covenants) return 'empty'
  return (
    await client.query('SELECT 1 FROM account WHERE NOT fictional AND email NOT LIKE $1 LIMIT 1', [
      '%@thuistafel.invalid',
    ])
  ).rowCount
    ? 'real'
    : 'started'
}

/** A demo that was cut off while loading starts anew: nothing in it was anybody's work. */
async function clear(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ names: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS names FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'policy_grant', 'policy_cause', 'policy_role', 'policy_weighed')`,
  )
  await client.query(`TRUNCATE ${rows[0]?.names} CASCADE`)
  await client.end()
}

/** --cases N: so many cases more, told in memory and copied in. */
function casesAsked(): number {
  const { values } = parseArgs({ options: { cases: { type: 'string', default: '0' } } })
  const cases = Number(values.cases)
  if (!Number.isInteger(cases) || cases < 0) throw new Error(`--cases ${values.cases} is no number of cases`)
  return cases
}

const say = (line: string) => console.log(line)

async function addLargeWorld(ownerUrl: string, today: string, cases: number) {
  const began = performance.now()
  const { rows } = await loadLargeWorld({ ownerUrl, today, cases, say })
  const seconds = (performance.now() - began) / 1000
  say(
    `${cases} cases in ${rows} rows in ${seconds.toFixed(1)} s: ${Math.round(cases / seconds)} cases and ${Math.round(rows / seconds)} rows a second`,
  )
}

async function main() {
  process.env.LOG_LEVEL = 'warn'
  const cases = casesAsked()
  const ownerUrl = process.env.DATABASE_OWNER_URL
  const appUrl = process.env.DATABASE_URL
  if (!ownerUrl || !appUrl) throw new Error('Set DATABASE_OWNER_URL and DATABASE_URL.')
  say(`${await syncGrants(ownerUrl)} grants are in the database`)
  const state = await asKernel(ownerUrl, stateOf)
  if (state === 'real')
    throw new Error(
      'This database holds a real region: the demo does not touch it. Give the demo a database of its own.',
    )
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
  if (state !== 'demo') {
    if (state === 'started') await clear(ownerUrl)
    await asKernel(ownerUrl, async (client) => {
      await loadRegions(client, today)
      await loadPeople(client)
      await lendAndWord(client, today)
    })
    // A large world is made of the same stories: the demo's own need not be played one by one first.
    if (!cases)
      say(`${await playWorld({ ownerUrl, appUrl, today, say })} steps were taken by the people of the demo`)
  }
  if (cases) await addLargeWorld(ownerUrl, today, cases)
  if (state !== 'demo')
    await asKernel(ownerUrl, async (client) => {
      // Played in minutes, it would all be news; only what stands on one of the last days is.
      await client.query(
        `UPDATE outbox o SET delivered_at = clock_timestamp() FROM journal j WHERE j.id = o.journal_id AND j.taken_on < $1::date - 3`,
        [today],
      )
      await client.query(
        `INSERT INTO notice_read (membership_id, outbox_id, read_at) SELECT m.id, o.id, clock_timestamp() FROM outbox o
          JOIN journal j ON j.id = o.journal_id AND j.taken_on BETWEEN $1::date - 33 AND $1::date - 4
          JOIN membership m ON m.covenant_id = o.covenant_id AND m.organisation_id = o.holder_id AND m.role = o.role`,
        [today],
      )
      await client.query(
        `DELETE FROM outbox o USING journal j WHERE j.id = o.journal_id AND j.taken_on < $1::date - 33`,
        [today],
      )
      await client.query('INSERT INTO installation (id, demo) VALUES (1, true)')
    })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
