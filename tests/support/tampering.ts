// What whoever owns the database can do to a chain, as SQL; `{k}` is the number of the record, `{in}` the chain.
import pg from 'pg'

/** Past the rights of rows, as only whoever owns the tables can; and back. */
export const unbound = ['journal', 'anchor', 'chain']
  .map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
  .join(';')
export const bound = unbound.replaceAll('NO FORCE', 'FORCE')

/** Changes this as whoever owns the tables, past every right. */
export async function tamper(ownerUrl: string, sql: string) {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`BEGIN; ${unbound}; ${sql}; ${bound}; COMMIT`)
  await owner.end()
}

/** What records hold that were written later; older ones have none of it. */
const LATER: Record<string, string> = {
  purpose: `'toezicht'`,
  ground: `'belang'`,
  consents: `'{schulden}'::text[]`,
  session: `'0123456789abcdef'`,
  origin: `'4f2a91c0 firefox'`,
  result: `'done'`,
}
const all = (value: (column: string) => string) =>
  Object.keys(LATER)
    .map((column) => `${column} = ${value(column)}`)
    .join(', ')

/** A changed value of every column that a record holds, besides its number and its hashes. */
const CHANGES: Record<string, string> = {
  kind: `CASE kind WHEN 'read' THEN 'denied' ELSE 'read' END`,
  covenant_id: 'gen_random_uuid()',
  membership_id: 'gen_random_uuid()',
  account_id: 'gen_random_uuid()',
  role: `role || 'x'`,
  subject_kind: `coalesce(subject_kind, '') || 'x'`,
  subject_id: 'gen_random_uuid()',
  step: `coalesce(step, '') || 'x'`,
  from_stage: `coalesce(from_stage, '') || 'x'`,
  to_stage: `coalesce(to_stage, '') || 'x'`,
  shown: `array_append(shown, 'health')`,
  tells: `tells || '{"x": 1}'`,
  cause_id: 'gen_random_uuid()',
  action_key: 'gen_random_uuid()',
  payload_hash: `coalesce(payload_hash, '') || 'x'`,
  request_id: `coalesce(request_id, '') || 'x'`,
  taken_on: 'taken_on + 1',
  recorded_at: `recorded_at + interval '1 microsecond'`,
  transaction_id: `transaction_id || '0'`,
  organisation_id: 'gen_random_uuid()',
  purpose: `coalesce(purpose, '') || 'x'`,
  ground: `coalesce(ground, '') || 'x'`,
  consents: `array_append(consents, 'verslaving')`,
  session: `coalesce(session, '') || 'x'`,
  origin: `coalesce(origin, '') || 'x'`,
  result: `coalesce(result, '') || 'x'`,
}

/** Of each later column, and of all at once: taken from a record that had it, given to one that had not. */
const MOVED: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(LATER).map(([column, value]) => [
      column,
      `${column} = CASE WHEN ${column} IS NULL THEN ${value} END`,
    ]),
  ),
  'everything later': all((column) => `CASE WHEN purpose IS NULL THEN ${LATER[column]} END`),
  'everything later emptied': all((column) =>
    column === 'consents'
      ? `CASE WHEN purpose IS NULL THEN '{}'::text[] END`
      : `CASE WHEN purpose IS NULL THEN '' END`,
  ),
}

/** Numbers and hashes anew from a record on, and the head where the chain ends: what a careful forger does. */
const REWRITE = `DO $x$ DECLARE r record; before text; place bigint := 0; BEGIN
  UPDATE journal SET seq = seq + 1000000 WHERE {in};
  FOR r IN SELECT id FROM journal WHERE {in} ORDER BY seq LOOP
    place := place + 1;
    UPDATE journal SET seq = place, previous_hash = coalesce(before, '') WHERE id = r.id;
    UPDATE journal j SET hash = app.journal_hash(j) WHERE id = r.id RETURNING hash INTO before;
  END LOOP;
  UPDATE chain SET seq = place, hash = coalesce(before, '') WHERE {in}; END $x$`
const OWN_HASH = 'UPDATE journal j SET hash = app.journal_hash(j) WHERE {in} AND seq = {k}'
const NO_LATER_ANCHORS = 'DELETE FROM anchor WHERE {in} AND seq >= {k}'
const CUT = 'DELETE FROM journal WHERE {in} AND seq >= {k}'
const TAKEN_OUT = 'DELETE FROM journal WHERE {in} AND seq = {k}'
const PUT_IN = `CREATE TEMP TABLE copy ON COMMIT DROP AS SELECT * FROM journal WHERE {in} AND seq = {k};
  UPDATE journal SET seq = seq + 5000000 WHERE {in} AND seq > {k};
  UPDATE copy SET id = gen_random_uuid(), seq = {k} + 1, action_key = NULL; INSERT INTO journal SELECT * FROM copy`
const CHANGED_PLACES = `UPDATE journal SET seq = -1 WHERE {in} AND seq = {k}; UPDATE journal SET seq = {k} WHERE {in} AND seq = {k} + 1;
  UPDATE journal SET seq = {k} + 1 WHERE {in} AND seq = -1`

const HIDDEN: Record<string, readonly string[]> = {
  'and left so': [],
  'with its hash made anew': [OWN_HASH],
  'with the whole chain written anew': [REWRITE],
  'with the chain written anew and the anchors after it taken away': [REWRITE, NO_LATER_ANCHORS],
}

const BEYOND: Record<string, readonly string[]> = {
  'taken out': [TAKEN_OUT],
  'taken out and the chain written anew': [TAKEN_OUT, REWRITE],
  'put in twice and the chain written anew': [PUT_IN, REWRITE],
  'changed places with the next': [CHANGED_PLACES],
  'changed places with the next and the chain written anew': [CHANGED_PLACES, REWRITE],
  'cut off with all after it': [CUT],
  'cut off with all after it, and the head put right': [CUT, REWRITE],
  'cut off with all after it, the head put right and the anchors taken away': [
    CUT,
    REWRITE,
    NO_LATER_ANCHORS,
  ],
}

export type Tampering = { readonly name: string; readonly sql: readonly string[] }

/** Every way on some records of a chain: `most` records, spread from the second to the last but one that is anchored. */
export function tamperings(chain: string, anchored: number, most: number): Tampering[] {
  const places = Array.from({ length: most }, (_, i) => 2 + Math.floor((i * (anchored - 3)) / (most - 1)))
  const at = (k: number, name: string, sql: readonly string[]) => ({
    name: `record ${k}: ${name}`,
    sql: sql.map((one) =>
      one.replaceAll('{in}', `organisation_id = '${chain}'`).replaceAll('{k}', String(k)),
    ),
  })
  return places.flatMap((k) => [
    ...Object.entries(CHANGES).flatMap(([column, value]) =>
      Object.entries(HIDDEN).map(([how, after]) =>
        at(k, `${column} changed ${how}`, [
          `UPDATE journal SET ${column} = ${value} WHERE {in} AND seq = {k}`,
          ...after,
        ]),
      ),
    ),
    ...Object.entries(MOVED).flatMap(([what, sets]) =>
      Object.entries(HIDDEN).map(([how, after]) =>
        at(k, `${what} taken away or put in ${how}`, [
          `UPDATE journal SET ${sets} WHERE {in} AND seq = {k}`,
          ...after,
        ]),
      ),
    ),
    ...Object.entries(BEYOND).map(([how, sql]) => at(k, how, sql)),
  ])
}

type Row = { record: string | null; hash: string; statement: string; signature: string }

/** The records and anchors as a privacy officer would take them along after this was done, which then is undone. */
export async function linesAfter(
  client: pg.Client,
  chain: string,
  sql: readonly string[],
): Promise<string[]> {
  await client.query(`BEGIN; ${unbound}`)
  try {
    for (const one of sql) await client.query(one)
    const { rows } = await client.query<Row>(
      `(SELECT app.journal_record(j) AS record, hash, NULL AS statement, NULL AS signature FROM journal j WHERE organisation_id = '${chain}' ORDER BY seq)
       UNION ALL (SELECT NULL, NULL, statement, signature FROM anchor WHERE organisation_id = '${chain}' ORDER BY number)`,
    )
    return rows.map(({ record, hash, statement, signature }) =>
      JSON.stringify(record === null ? { statement, signature } : { record, hash }),
    )
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Makes the records of a chain up to this one what they were before those columns came, each with the hash of then. */
export async function makeOld(ownerUrl: string, chain: string, upTo: number) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const old = `UPDATE journal SET ${all(() => 'NULL')} WHERE {in} AND seq <= ${upTo}`
  for (const sql of [unbound, old, REWRITE, bound])
    await client.query(sql.replaceAll('{in}', `organisation_id = '${chain}'`))
  await client.end()
}
