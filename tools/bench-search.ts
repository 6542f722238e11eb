// npm run bench:search: what a search costs whoever may see much and whoever may see little. docs/bench.md has figures.
import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import pg from 'pg'
import { figuresOf, load, ms, table } from './bench/figures'
import { stopChildren, stopOnSignal } from './children.mjs'
import { openDatabase } from './database.mjs'
import { optionsOf } from './options.mjs'
import { checkMachine } from './preconditions.mjs'
import { printProblem } from './problem.mjs'

const HELP = `npm run bench:search -- [options]
  --data FOLDER  a world that bench:web or db:seed has made (.data/bench-100000)
  --rounds N     how often each word is looked for by each person (40)`

const OPTIONS = {
  data: { type: 'string', default: '.data/bench-100000' },
  rounds: { type: 'string', default: '40' },
} as const

const say = (line: string) => console.log(line)

/** A large world has no papers and notes: each case gets a paper and a note, of which a third share a word. All of it is taken back. */
const TITLES = `ARRAY['inkomen 2025', 'uitkering en inkomen', 'loonstrook maart']`
const TEXTS = `ARRAY['De gesprekken over de woning gaan goed', 'Belt liever niet voor tien uur', 'Het besluit is er']`
const EACH = `party p JOIN spine s ON s.id = p.subject_id WHERE p.part = 'provider' AND s.kind = 'case'`
const WRITTEN = [
  `INSERT INTO case_papers_income (subject_id, organisation_id, recorded_on, covenant_id, paper, paper_type, file_name, file_format, file_size, checksum, paper_version)
    SELECT p.subject_id, p.organisation_id, s.opened_on, s.covenant_id, gen_random_uuid(), 'incomeStatement', (${TITLES})[1 + ascii(s.id::text) % 3], 'pdf', 1000, repeat('a', 64), 1 FROM ${EACH}`,
  `INSERT INTO case_notes (subject_id, organisation_id, recorded_on, covenant_id, note_id, entry, note_text, writer, writer_name, readers)
    SELECT p.subject_id, p.organisation_id, s.opened_on, s.covenant_id, gen_random_uuid(), 'written', (${TEXTS})[1 + ascii(s.id::text) % 3], gen_random_uuid(), 'Iemand', ARRAY[p.organisation_id, (SELECT q.organisation_id FROM party q WHERE q.subject_id = p.subject_id AND q.part = 'gemeente' LIMIT 1)] FROM ${EACH}`,
  'ANALYZE case_papers_income, case_notes',
]

/** Of each role whoever has the most cases, and whoever has the fewest. */
const PEOPLE = `WITH had AS (SELECT m.id, m.role, o.name, (SELECT count(*)::int FROM relation r WHERE r.holder_id = m.organisation_id AND r.covenant_id = m.covenant_id AND r.subject_kind = 'case') AS cases
    FROM membership m JOIN organisation o ON o.id = m.organisation_id JOIN account a ON a.id = m.account_id WHERE a.fictional AND m.ended_at IS NULL AND m.role IN ('mentor', 'regisseur', 'officer'))
  (SELECT DISTINCT ON (role) * FROM had ORDER BY role, cases DESC) UNION (SELECT DISTINCT ON (role) * FROM had WHERE cases > 0 ORDER BY role, cases) ORDER BY role, cases DESC`
type Person = { readonly id: string; readonly role: string; readonly name: string; readonly cases: number }

/** What is looked for: what many are called, the same with a letter too few, how names begin, a place, a title, a word of a note, nothing. */
const WORDS = `SELECT lower(n.name) AS name, lower(left(n.name, 3) || substr(n.name, 5)) AS wrong, lower(left(n.name, 2)) AS beginning
  FROM (SELECT given_name AS name FROM case_identity WHERE given_name ~ '^[A-Za-z]{6,}$' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) n`

async function wordsIn(client: pg.Client) {
  const { rows } = await client.query<Record<'name' | 'wrong' | 'beginning', string>>(WORDS)
  return Object.entries({ ...rows[0], place: 'emmen', title: 'inkomen', note: 'gesprek', nothing: 'qwxyzq' })
}

/** Milliseconds of a processor that the process of this connection has taken, where its server runs here; to 10 ms. */
const cpuOf = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function measure(client: pg.Client, pid: number, rounds: number) {
  const { rows: people } = await client.query<Person>(PEOPLE)
  const words = await wordsIn(client)
  await client.query('SET LOCAL ROLE thuistafel_app')
  const lines: string[][] = []
  for (const person of people)
    for (const [kind, word] of words) {
      await client.query(`SELECT set_config('app.membership', $1, true)`, [person.id])
      const times: number[] = []
      let used = 0
      for (let round = -3; round < rounds; round++) {
        const [began, before] = [performance.now(), cpuOf(pid)]
        await client.query('SELECT * FROM app.search($1::text[], $2::text[], NULL, 9)', [[word], []])
        if (round < 0) continue
        times.push(performance.now() - began)
        used += cpuOf(pid) - before
      }
      const { p50, p95 } = figuresOf(times)
      lines.push([
        `${person.role}, ${person.cases.toLocaleString('en')} cases`,
        kind,
        ms(Math.min(...times)),
        ms(p50),
        ms(p95),
        ms(used / rounds),
      ])
    }
  return lines
}

async function main() {
  const values = optionsOf(HELP, OPTIONS)
  const world = await openDatabase({ data: values.data, fast: true, log: say })
  const client = new pg.Client({ connectionString: world.ownerUrl })
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await client.query('BEGIN')
    for (const sql of WRITTEN) await client.query(sql)
    const lines = await measure(client, rows[0]?.pid ?? 0, Number(values.rounds))
    say(`\n${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${load()}\n`)
    say(table(['ms', 'looks for', 'best', 'p50', 'p95', 'processor'], lines))
  } finally {
    await client.query('ROLLBACK')
    await client.end()
    await world.stop()
    await stopChildren()
  }
}

checkMachine()
stopOnSignal()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
