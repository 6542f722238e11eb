// Loads a large world: batch after batch is told in memory, by the rules of every step, and written with COPY.
import pg from 'pg'
import { askedBy } from '../play'
import { Batch, type Counted } from './batch'
import { TOGETHER, tellCohort } from './cohort'
import { copyIn } from './copy'
import { type Ground, groundOf } from './ground'
import { type Table, tablesOf } from './rows'
import { takeInMemory } from './take'

type World = { ownerUrl: string; today: string; cases: number; say: (line: string) => void }
type Loaded = { cases: number; rows: number }

/** What is counted already. Nobody else can number or record anything until this transaction has ended. */
export async function countedIn(client: pg.Client): Promise<Counted> {
  await client.query('LOCK TABLE counter, chain IN SHARE ROW EXCLUSIVE MODE')
  const numbers = await client.query<{ key: string; last: number }>(
    `SELECT covenant_id || ' ' || kind || ' ' || year AS key, last FROM counter`,
  )
  const heads = await client.query<{ id: string; seq: string; hash: string }>(
    'SELECT organisation_id AS id, seq, hash FROM chain',
  )
  const { rows } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id')
  return {
    numbers: new Map(numbers.rows.map(({ key, last }) => [key, last])),
    heads: new Map(heads.rows.map(({ id, seq, hash }) => [id, { seq: Number(seq), hash }])),
    transactionId: rows[0]?.id ?? '',
  }
}

async function writeCounts(client: pg.Client, { numbers, heads }: Batch) {
  await client.query(
    `INSERT INTO counter (covenant_id, kind, year, last) SELECT split_part(k, ' ', 1)::uuid, split_part(k, ' ', 2), split_part(k, ' ', 3)::int, l
       FROM unnest($1::text[], $2::int[]) AS n (k, l) ON CONFLICT (covenant_id, kind, year) DO UPDATE SET last = excluded.last`,
    [[...numbers.keys()], [...numbers.values()]],
  )
  await client.query(
    `INSERT INTO chain (organisation_id, seq, hash) SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::text[])
       ON CONFLICT (organisation_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
    [[...heads.keys()], [...heads.values()].map((h) => h.seq), [...heads.values()].map((h) => h.hash)],
  )
}

/** Through a table beside it: Postgres copies into no table with row-level security, whoever asks. */
async function writeTable(client: pg.Client, { name, columns, lines }: Table) {
  const names = columns.map((c) => `"${c}"`).join(', ')
  await client.query(
    `CREATE TEMP TABLE IF NOT EXISTS "copied_${name}" ON COMMIT DELETE ROWS AS SELECT ${names} FROM "${name}" WITH NO DATA`,
  )
  await copyIn(client, `COPY "copied_${name}" (${names}) FROM STDIN`, lines)
  await client.query(`INSERT INTO "${name}" (${names}) SELECT ${names} FROM "copied_${name}"`)
}

/** Writes everything that was told in this batch; returns the number of rows. */
export async function writeBatch(client: pg.Client, batch: Batch): Promise<number> {
  const tables = tablesOf(batch)
  for (const table of tables) await writeTable(client, table)
  await writeCounts(client, batch)
  return sum(tables.map(({ lines }) => lines.length))
}

/** Runs `work` in one transaction as the role that owns the rights. */
export async function asOwnerOfRights<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN; SET LOCAL ROLE thuistafel_kernel; SET LOCAL synchronous_commit = off')
  try {
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function loadCohort(client: pg.Client, ground: Ground, today: string, from: number, count: number) {
  const events = tellCohort(today, from, count)
  return asOwnerOfRights(client, async () => {
    const batch = new Batch(ground, await countedIn(client))
    const ids = new Map(ground.organisations)
    for (const event of events)
      ids.set(event.subject, takeInMemory(batch, askedBy(event, ground.actors, ids)))
    return writeBatch(client, batch)
  })
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)
const perSecond = (n: number, since: number) => Math.round(n / ((performance.now() - since) / 1000))

/** Adds so many cases to the demo world, with all that belongs to them. Says how it gets on, and how fast. */
export async function loadLargeWorld({ ownerUrl, today, cases, say }: World): Promise<Loaded> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('SET client_min_messages = warning; SET temp_buffers = 65536')
    const ground = await asOwnerOfRights(client, () => groundOf(client))
    const first = await asOwnerOfRights(
      client,
      async () => sum((await countedIn(client)).numbers.values()) + 1,
    )
    const began = performance.now()
    let [done, rows, said] = [0, 0, began]
    while (done < cases) {
      const count = Math.min(TOGETHER, cases - done)
      rows += await loadCohort(client, ground, today, first + done, count)
      done += count
      if (performance.now() - said < 5000 && done < cases) continue
      said = performance.now()
      const memory = Math.round(process.memoryUsage().rss / 1e6)
      say(
        `${done} of ${cases} cases: ${perSecond(done, began)} cases and ${perSecond(rows, began)} rows a second, ${memory} MB of memory`,
      )
    }
    await client.query('ANALYZE')
    return { cases: done, rows }
  } finally {
    await client.end()
  }
}
