import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grants, processes } from '@/domain/case/steps'
import type { Row } from '@/domain/kernel/step'
import { printed } from '../../prisma/print-schema'
import { testDatabase } from '../support/database'
import {
  APP,
  ASKED,
  CLOSED,
  columnsOf,
  compartmentTables,
  DOORS,
  KERNEL,
  plain,
  policiesOf,
  type Table,
} from './catalogue'

let db: Awaited<ReturnType<typeof testDatabase>>
let client: pg.Client
beforeAll(async () => {
  db = await testDatabase()
  client = new pg.Client({ connectionString: db.appUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await db.close()
})

const ask = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await client.query<T>(sql, values)).rows

/** One column of text, in order. */
const list = async (sql: string, values: unknown[] = []) =>
  (await ask<{ x: string }>(`SELECT x::text FROM (${sql}) list(x) ORDER BY x::text COLLATE "C"`, values)).map(
    (row) => row.x,
  )

const tables = (condition: string, values: unknown[] = []) =>
  list(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND ${condition}`,
    values,
  )

const mayDo = (privilege: string) => tables('has_table_privilege($1, oid, $2)', [APP, privilege])

describe('the tables', () => {
  it('all have row-level security, also for their owner', async () => {
    const open = await tables('NOT (relrowsecurity AND relforcerowsecurity)')
    // Prisma's own list of migrations: the application may not read it at all.
    expect(open).toEqual(['_prisma_migrations'])
    expect((await tables('relrowsecurity')).length).toBeGreaterThan(80)
  })

  it('have no view, rule, trigger or foreign table beside them that would show their rows otherwise', async () => {
    const others = await list(
      `SELECT relname FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND relkind IN ('v', 'm', 'f')
       UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT rulename FROM pg_rules WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    )
    expect(others).toEqual([])
  })

  it('give no policy to everybody, and none that restricts a policy by another', async () => {
    const loose = await list(
      `SELECT tablename || '.' || policyname FROM pg_policies WHERE permissive <> 'PERMISSIVE' OR roles NOT IN ('{${APP}}', '{${KERNEL}}')`,
    )
    expect(loose).toEqual([])
  })
})

describe('the role of the application', () => {
  it('is no superuser, does not bypass row-level security and belongs to no other role', async () => {
    const roles = await ask(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS member_of
       FROM pg_roles r WHERE rolname IN ($1, $2) ORDER BY rolname`,
      [APP, KERNEL],
    )
    const none = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    }
    expect(roles).toEqual([APP, KERNEL].map((rolname) => ({ rolname, ...none, member_of: 0 })))
    expect(await list('SELECT current_user')).toEqual([APP])
    expect(await list(`SELECT rolcanlogin FROM pg_roles WHERE rolname = $1`, [KERNEL])).toEqual(['false'])
  })

  it('owns nothing and can make nothing', async () => {
    const owned = `SELECT relname FROM pg_class WHERE relowner = $1::regrole UNION ALL SELECT proname FROM pg_proc WHERE proowner = $1::regrole
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = $1::regrole UNION ALL SELECT datname FROM pg_database WHERE datdba = $1::regrole`
    expect(await list(owned, [APP])).toEqual([])
    const schemas = `SELECT nspname FROM pg_namespace WHERE has_schema_privilege($1, oid, 'CREATE') AND nspname !~ '^pg_(temp|toast_temp)'`
    expect(await list(schemas, [APP])).toEqual([])
    expect(await list(`SELECT has_database_privilege($1, current_database(), 'CREATE')`, [APP])).toEqual([
      'false',
    ])
  })

  it('deletes and empties nothing', async () => {
    for (const privilege of ['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
      expect(await mayDo(privilege)).toEqual([])
  })

  it('adds rows to compartments only, and changes rows only where there is one of each', async () => {
    const names = (of: readonly Table[]) => of.map((t) => t.name).sort()
    expect(await mayDo('INSERT')).toEqual(names(compartmentTables))
    expect(await mayDo('UPDATE')).toEqual(names(compartmentTables.filter((t) => !t.c.many)))
  })

  it('reads every table but the closed ones, and of an account never the password', async () => {
    const unread = await tables(`NOT has_any_column_privilege($1, oid, 'SELECT')`, [APP])
    expect(unread).toEqual(CLOSED)
    const secret = `SELECT attname FROM pg_attribute WHERE attrelid = 'account'::regclass AND attnum > 0 AND NOT has_column_privilege($1, attrelid, attnum, 'SELECT')`
    expect(await list(secret, [APP])).toEqual(['password_hash'])
  })
})

describe('every compartment', () => {
  it('has a name of its own over all kinds: a right never counts for another', () => {
    const objects = compartmentTables.map((t) => t.object)
    expect(new Set(objects).size).toBe(objects.length)
    expect(objects).not.toContain('spine')
  })

  it.each(compartmentTables)('$object has a column for each of its fields, and no other', async (table) => {
    const found = await list(
      `SELECT column_name || ' ' || udt_name || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
      [table.name],
    )
    expect(found.sort()).toEqual(columnsOf(table))
  })

  it.each(compartmentTables)(
    '$object is read and written by whoever has the right to it by that name',
    async (table) => {
      const rows = await ask<{
        name: string
        cmd: string
        roles: string
        qual: string | null
        with_check: string | null
      }>(
        `SELECT policyname AS name, cmd, array_to_string(roles, ',') AS roles, qual, with_check FROM pg_policies WHERE tablename = $1`,
        [table.name],
      )
      const found = rows.map(
        (p) => `${p.name} ${p.cmd} ${p.roles} using ${plain(p.qual)} check ${plain(p.with_check)}`,
      )
      expect(found.sort()).toEqual(policiesOf(table))
    },
  )
})

const functions = (condition: string, values: unknown[] = []) =>
  list(`SELECT proname FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND ${condition}`, values)

describe('the functions', () => {
  it('that run with more rights than who calls them are these, and no other anywhere', async () => {
    expect(await functions('prosecdef')).toEqual(DOORS)
    const anywhere = `SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE prosecdef AND nspname NOT IN ('app', 'pg_catalog')`
    expect(await list(anywhere)).toEqual([])
  })

  it('belong to a role that nobody signs in as, and look for tables in fixed places', async () => {
    expect(await functions('proowner <> $1::regrole', [KERNEL])).toEqual([])
    expect(
      await functions(`prosecdef AND NOT coalesce(proconfig @> '{"search_path=pg_catalog, public"}', false)`),
    ).toEqual([])
  })

  it('are not for everybody: the application may call these only', async () => {
    const everybody = `proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(proacl) a WHERE a.grantee = 0)`
    expect(await functions(everybody)).toEqual([])
    expect(await functions(`has_function_privilege($1, oid, 'EXECUTE')`, [APP])).toEqual(
      [...DOORS, ...ASKED].sort(),
    )
  })
})

describe('the truths that do not depend on who asks', () => {
  it('are one live offer per dwelling and per client, one effect per form, and two people who adopt', async () => {
    const indexes = await list(
      `SELECT indexdef FROM pg_indexes WHERE indexdef LIKE 'CREATE UNIQUE INDEX%WHERE%' AND schemaname = 'public'`,
    )
    expect(indexes.map((sql) => sql.replace(/^CREATE UNIQUE INDEX | USING btree|public\./g, ''))).toEqual([
      'one_effect_per_form ON journal (action_key) WHERE (action_key IS NOT NULL)',
      'one_live_offer_per_case ON offer_terms ("case") WHERE live',
      'one_live_offer_per_dwelling ON offer_terms (dwelling) WHERE live',
    ])
    const check = await list(
      `SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'two_people'`,
    )
    expect(check).toEqual(['CHECK (((chair_by IS DISTINCT FROM secretary_by) OR (chair_by IS NULL)))'])
  })

  it('are that a record is never changed or deleted, not even by the owner of the rights', async () => {
    const changes = `SELECT privilege_type || ' ' || grantee::regrole FROM pg_class, aclexplode(relacl) WHERE relname = 'journal' AND grantee <> relowner`
    expect(await list(changes)).toEqual([`INSERT ${KERNEL}`, `SELECT ${APP}`, `SELECT ${KERNEL}`])
  })
})

describe('what was synced', () => {
  it('is the policy of the process tables and readers, row for row', async () => {
    const derived = grants.map((g) =>
      [g.kind, g.role, g.verb, g.object, g.stage, g.relation, g.needs ?? ''].join(' '),
    )
    const synced = await list(
      `SELECT concat_ws(' ', kind, role, verb, object, stage, relation, needs) FROM policy_grant`,
    )
    expect(synced).toEqual(derived.sort())
  })

  it('is the cause of every consequence', async () => {
    const derived = Object.values(processes).flatMap((p) =>
      Object.entries<Row>(p.rows).flatMap(([step, row]) =>
        (row.causedBy ?? []).map((cause) => `${p.kind} ${step} ${cause}`),
      ),
    )
    expect(await list(`SELECT concat_ws(' ', kind, step, cause) FROM policy_cause`)).toEqual(derived.sort())
  })

  it('is a schema in which every field of every compartment stands', () => {
    const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8')
    expect(
      schema === printed(schema),
      'npm run db:schema writes the compartments to prisma/schema.prisma',
    ).toBe(true)
  })
})
