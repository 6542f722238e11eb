// What Postgres really does, asked as the role of the application: which rows come back, which writes succeed.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Role, roleNames } from '@/domain/case/actor'
import { stepsOfKind } from '@/domain/case/steps'
import { type SubjectKind, subjectKinds } from '@/domain/kernel/subject'
import { keyOf as columnOf, tableOf } from '@/server/db/rows'
import type { Ground } from './agreements'
import { claimed } from './claims'
import { rowOf } from './rows'
import { compartmentsOf, type Placed } from './standings'

/**
 * Each tries one thing for many subjects and undoes it, as whoever calls: only "not allowed" (42501) is an answer,
 * anything else is an error of the test.
 */
export const PROBES = `
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO thuistafel_kernel;
CREATE SCHEMA probe;
GRANT USAGE ON SCHEMA probe TO PUBLIC;
CREATE FUNCTION probe.inserted(t text, key text, row_of jsonb, ids uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE i uuid; names text := (SELECT string_agg(quote_ident(k), ', ') FROM jsonb_object_keys(row_of || jsonb_build_object(key, '')) k);
BEGIN
  FOREACH i IN ARRAY ids LOOP
    BEGIN
      EXECUTE format('INSERT INTO %I (%s) SELECT %2$s FROM jsonb_populate_record(null::%1$I, $1)', t, names) USING row_of || jsonb_build_object(key, i);
      RAISE EXCEPTION 'undone' USING ERRCODE = 'TT999';
    EXCEPTION WHEN insufficient_privilege THEN NULL;
      -- TT012: the policy let it in, and a trigger behind it finds no such row to take back.
      WHEN SQLSTATE 'TT999' OR SQLSTATE 'TT012' THEN RETURN NEXT i;
    END;
  END LOOP;
END $$;
CREATE FUNCTION probe.taken(step text, at jsonb, cause uuid) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE x jsonb;
BEGIN
  FOR x IN SELECT * FROM jsonb_array_elements(at) LOOP
    BEGIN
      PERFORM app.record_step(jsonb_build_object('subjectId', x->>'id', 'version', 0, 'step', step, 'from', x->>'stage', 'to', x->>'stage', 'on', '2026-01-05', 'causeId', cause));
      RAISE EXCEPTION 'undone' USING ERRCODE = 'TT999';
    EXCEPTION WHEN insufficient_privilege THEN NULL;
      WHEN SQLSTATE 'TT999' THEN RETURN NEXT (x->>'id')::uuid;
    END;
  END LOOP;
END $$;`

type Answer = { name: string; ids: string[] | null }

const reading = (name: string, from: string, id: string, where = 'true') =>
  `SELECT '${name}' AS name, array_agg(DISTINCT ${id}::text) AS ids FROM ${from} WHERE ${where}`

/** All that a role reads, in one question. */
const READS = subjectKinds
  .flatMap((kind) => [
    reading(`read ${kind}.spine`, 'spine', 'id', `kind = '${kind}'`),
    reading(`read ${kind}.relation`, 'relation', 'subject_id', `subject_kind = '${kind}'`),
    reading(`read ${kind}.turn`, 'turn', 'subject_id', `subject_kind = '${kind}'`),
    reading(`read ${kind}.party`, 'party', 'subject_id', `subject_kind = '${kind}'`),
    ...Object.entries(compartmentsOf(kind)).map(([name, c]) =>
      reading(`read ${kind}.${name}`, tableOf(kind, name), columnOf(c)),
    ),
  ])
  .join(' UNION ALL ')

const HEARD = `SELECT 'hear ' || subject_kind || '.' || coalesce(shown[1], 'spine') AS name, array_agg(subject_id::text) AS ids
  FROM journal GROUP BY 1`

/** The app may insert, never change, a row of these; whether it may is the catalogue's question. */
const singles = (kind: SubjectKind) => Object.entries(compartmentsOf(kind)).filter(([, c]) => !c.many)

const UPDATES = subjectKinds.flatMap((kind) =>
  singles(kind).map(([name, c]) => {
    const column = columnOf(c)
    const changed = `UPDATE ${tableOf(kind, name)} SET ${column} = ${column} RETURNING ${column}::text AS id`
    return `WITH changed AS (${changed}) SELECT 'update ${kind}.${name}' AS name, array_agg(id) AS ids FROM changed`
  }),
)

async function insertsOf(client: pg.Client, ground: Ground, bare: readonly Placed[]): Promise<Answer[]> {
  const answers: Answer[] = []
  const tryAll = async (name: string, values: unknown[]) => {
    const sql = 'SELECT array_agg(i) AS ids FROM probe.inserted($1, $2, $3, $4) i'
    const { rows } = await client.query<{ ids: string[] | null }>(sql, values)
    answers.push({ name, ids: rows[0]?.ids ?? null })
  }
  for (const kind of subjectKinds) {
    const ids = bare.filter((p) => p.kind === kind).map((p) => p.id)
    for (const [name, c] of Object.entries(compartmentsOf(kind))) {
      const row = (organisation: string) => JSON.stringify(rowOf(c, ground.here, organisation))
      await tryAll(`insert ${kind}.${name}`, [tableOf(kind, name), columnOf(c), row(ground.mine), ids])
      if (c.many)
        await tryAll(`insertForAnother ${kind}.${name}`, [
          tableOf(kind, name),
          columnOf(c),
          row(ground.another),
          ids,
        ])
    }
  }
  return answers
}

async function takesOf(client: pg.Client, bare: readonly Placed[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const kind of subjectKinds) {
    const at = JSON.stringify(bare.filter((p) => p.kind === kind))
    const tryOne = async (verb: string, name: string, cause: string | null) => {
      const sql = 'SELECT array_agg(i) AS ids FROM probe.taken($1, $2, $3) i'
      const { rows } = await client.query<{ ids: string[] | null }>(sql, [name, at, cause])
      answers.push({ name: `${verb} ${kind}.${name}`, ids: rows[0]?.ids ?? null })
    }
    for (const { name } of stepsOfKind(kind)) await tryOne('take', name, null)
    for (const name of Object.keys(compartmentsOf(kind)).slice(0, 1)) await tryOne('take', name, null)
    for (const name of claimed(kind)) await tryOne('claim', name, randomUUID())
  }
  return answers
}

/** What an update reaches: nothing where a trigger refuses what a policy let through. */
async function changed(client: pg.Client, sql: string): Promise<Answer[]> {
  await client.query('SAVEPOINT one')
  try {
    return (await client.query<Answer>(sql)).rows
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '42501')) throw error
    await client.query('ROLLBACK TO one')
    return []
  }
}

async function answersOf(
  client: pg.Client,
  ground: Ground,
  role: Role,
  bare: readonly Placed[],
): Promise<Answer[]> {
  await client.query('BEGIN')
  await client.query(`SELECT set_config('app.membership', $1, true)`, [ground.memberships[role]])
  const answers = [
    ...(await client.query<Answer>(READS)).rows,
    ...(await client.query<Answer>(HEARD)).rows,
    ...(await insertsOf(client, ground, bare)),
    ...(await takesOf(client, bare)),
  ]
  for (const sql of UPDATES) answers.push(...(await changed(client, sql)))
  await client.query('ROLLBACK')
  return answers
}

/** What these roles may, one after the other. */
async function allowedTo(
  appUrl: string,
  ground: Ground,
  places: readonly Placed[],
  asked: readonly Role[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const allowed: string[] = []
  try {
    const bare = places.filter((p) => !p.holds.length)
    for (const role of asked)
      for (const { name, ids } of await answersOf(client, ground, role, bare))
        for (const id of ids ?? []) allowed.push(`${role} ${name} ${id}`)
  } finally {
    await client.end()
  }
  return allowed
}

/** So many connections ask at the same time: each role in a transaction of its own, which is undone. */
const AT_ONCE = 2

/** Everything that Postgres allows, for every role, as `role verb kind.object id`. */
export async function allowedByPostgres(
  appUrl: string,
  ground: Ground,
  places: readonly Placed[],
  asked: readonly Role[] = roleNames,
): Promise<Set<string>> {
  const shares = Array.from({ length: AT_ONCE }, (_, n) => asked.filter((_, i) => i % AT_ONCE === n))
  const found = await Promise.all(shares.map((roles) => allowedTo(appUrl, ground, places, roles)))
  return new Set(found.flat())
}
