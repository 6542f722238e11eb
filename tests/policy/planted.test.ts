// Each way in which row-level security is known to fail has a question to the catalogue: it finds nothing, and finds what is planted.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database'
import { DOORS, WORKER_DOORS } from './doors'

const relations = (kinds: string) =>
  `SELECT relname::text AS found FROM pg_class c WHERE relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND relkind IN (${kinds})`
const functions = `SELECT proname::text AS found FROM pg_proc p WHERE pronamespace = 'app'::regnamespace`
const policies = `SELECT tablename || '.' || policyname AS found FROM pg_policies WHERE schemaname = 'public'`
const listed = [...DOORS, ...WORKER_DOORS].map((name) => `'${name}'`).join(', ')

/** A sub-select that knows nothing of the row: Postgres asks it once. Either the function alone, or nothing but fields of what it gives. */
const ASKED_ONCE = 'SELECT app\\.\\w+\\(\\)|SELECT (me\\.\\w+,?\\s+)+FROM app\\.\\w+\\(\\) me\\([^()]*\\)\\)'

type Pitfall = { readonly what: string; readonly question: string; readonly planted: string }

const PITFALLS: readonly Pitfall[] = [
  {
    what: 'a table whose owner is above its policies',
    question: `${relations("'r', 'p'")} AND relname <> '_prisma_migrations' AND NOT (relrowsecurity AND relforcerowsecurity)`,
    planted: 'ALTER TABLE case_identity NO FORCE ROW LEVEL SECURITY',
  },
  {
    what: 'a view that reads as its owner',
    question: `${relations("'v'")} AND NOT coalesce(reloptions::text ~ 'security_invoker=(true|on)', false)`,
    planted: 'CREATE VIEW planted AS SELECT * FROM case_identity',
  },
  {
    what: 'a copy of rows without their policies',
    question: relations("'m'"),
    planted: 'CREATE MATERIALIZED VIEW planted AS SELECT * FROM case_identity',
  },
  {
    what: 'a door that nobody listed',
    question: `${functions} AND prosecdef AND proname NOT IN (${listed})`,
    planted: `CREATE FUNCTION app.planted() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS 'SELECT 1'`,
  },
  {
    what: 'a door that looks for tables anywhere',
    question: `${functions} AND prosecdef AND NOT coalesce(proconfig @> '{"search_path=pg_catalog, public"}', false)`,
    planted: 'ALTER FUNCTION app.organisation() SECURITY DEFINER',
  },
  {
    what: 'a function for everybody',
    question: `${functions} AND (proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(proacl) a WHERE a.grantee = 0))`,
    planted: 'GRANT EXECUTE ON FUNCTION app.actor() TO PUBLIC',
  },
  {
    what: 'a setting that outlives its transaction',
    question: `${functions} AND prosrc ~* 'set_config\\([^)]*,\\s*false'`,
    planted: `CREATE FUNCTION app.planted() RETURNS text LANGUAGE sql AS $$SELECT set_config('app.membership', '', false)$$`,
  },
  {
    what: 'a setting that is read without minding that it can be empty',
    question: `${functions} AND prokind = 'f' AND pg_get_functiondef(p.oid) ~* 'current_setting' AND pg_get_functiondef(p.oid) !~* 'nullif\\(current_setting'`,
    planted: `CREATE FUNCTION app.planted() RETURNS uuid LANGUAGE sql AS $$SELECT current_setting('app.membership', true)::uuid$$`,
  },
  {
    what: 'a policy that lets anything be written',
    question: `${policies} AND cmd IN ('ALL', 'INSERT', 'UPDATE') AND with_check IS NULL`,
    planted: 'CREATE POLICY planted ON case_identity FOR UPDATE TO thuistafel_app USING (false)',
  },
  {
    what: 'a unique value that tells of a row one may not see',
    question: `SELECT i.indexrelid::regclass::text AS found FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      WHERE c.relname LIKE 'case\\_%' AND i.indisunique AND i.indnatts = 1 AND NOT i.indisprimary
        AND pg_get_indexdef(i.indexrelid) !~ '\\((subject_id|person_id|household_id|id|seq)\\)'`,
    planted: 'CREATE UNIQUE INDEX planted ON case_contact (email)',
  },
  {
    what: 'a role that can make functions, or read what Postgres knows of the values in a table',
    question: `SELECT 'create' AS found WHERE has_schema_privilege('thuistafel_app', 'public', 'CREATE')
      UNION ALL SELECT 'statistics' WHERE has_table_privilege('thuistafel_app', 'pg_statistic', 'SELECT')`,
    planted: 'GRANT CREATE ON SCHEMA public TO thuistafel_app',
  },
  {
    what: 'a policy that asks for every row who acts',
    question: `${policies} AND regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), '${ASKED_ONCE}', '', 'g') ~ 'app\\.(actor|organisation|covenant|role|membership)\\(\\)'`,
    planted: 'CREATE POLICY planted ON case_identity FOR SELECT TO thuistafel_app USING (app.role() IS NULL)',
  },
  {
    what: 'a role above all policies',
    question: `SELECT rolname::text AS found FROM pg_roles WHERE rolname LIKE 'thuistafel\\_%' AND rolname !~ 'test' AND (rolsuper OR rolbypassrls)`,
    planted: 'ALTER ROLE thuistafel_app BYPASSRLS',
  },
]

let db: Awaited<ReturnType<typeof testDatabase>>
let owner: pg.Client
beforeAll(async () => {
  db = await testDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await db.close()
})

const found = async ({ question }: Pitfall) =>
  (await owner.query<{ found: string }>(question)).rows.map((row) => row.found)

describe('the catalogue has no', () => {
  it.each(PITFALLS)('$what; and says so when there is', async (pitfall) => {
    expect(await found(pitfall)).toEqual([])
    await owner.query('BEGIN')
    try {
      await owner.query(pitfall.planted)
      expect((await found(pitfall)).length).toBeGreaterThan(0)
    } finally {
      await owner.query('ROLLBACK')
    }
  })
})
