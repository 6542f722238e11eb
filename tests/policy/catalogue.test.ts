import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Catalogue, openCatalogue } from './asked'
import { APP, CLOSED, compartmentTables, KERNEL, type Table, WORKER } from './catalogue'
import { ASKED, DOORS, SPRINGS, SPRUNG, WORKER_DOORS } from './doors'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await openCatalogue()
})
afterAll(() => catalogue.close())

const mayDo = (privilege: string) => catalogue.tables('has_table_privilege($1, oid, $2)', [APP, privilege])

describe('the tables', () => {
  it('all have row-level security, also for their owner', async () => {
    const open = await catalogue.tables('NOT (relrowsecurity AND relforcerowsecurity)')
    // Prisma's own list of migrations: the application may not read it at all.
    expect(open).toEqual(['_prisma_migrations'])
    expect((await catalogue.tables('relrowsecurity')).length).toBeGreaterThan(80)
  })

  it('have no view, rule or foreign table beside them, and only the triggers of access, of consent, of a shield, of an emergency, of a number kept apart from its print, of a row taken back, of a note, of a position, of a decision and what it rested on, of a quorum, of a meeting by mail, of a run that ended, of a covenant version and of own words that were proposed, of four eyes on a plan and on support, of a home that is held for one, of a time-out place that is held, of what open pages hear, of terms and of views that are left', async () => {
    const others = await catalogue.list(
      `SELECT relname FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND relkind IN ('v', 'm', 'f')
       UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT rulename FROM pg_rules WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    )
    expect(others.sort()).toEqual(SPRINGS)
  })

  it('give no policy to everybody, and none that restricts a policy by another', async () => {
    const loose = await catalogue.list(
      `SELECT tablename || '.' || policyname FROM pg_policies WHERE permissive <> 'PERMISSIVE' OR roles NOT IN ('{${APP}}', '{${KERNEL}}')`,
    )
    expect(loose).toEqual([])
  })
})

describe('the role of the application', () => {
  it('is no superuser, does not bypass row-level security and belongs to no other role', async () => {
    const roles = await catalogue.ask(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS member_of
       FROM pg_roles r WHERE rolname IN ($1, $2, $3) ORDER BY rolname`,
      [APP, KERNEL, WORKER],
    )
    const none = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    }
    expect(roles).toEqual([APP, KERNEL, WORKER].map((rolname) => ({ rolname, ...none, member_of: 0 })))
    expect(await catalogue.list('SELECT current_user')).toEqual([APP])
    expect(await catalogue.list(`SELECT rolcanlogin FROM pg_roles WHERE rolname = $1`, [KERNEL])).toEqual([
      'false',
    ])
  })

  it('owns nothing and can make nothing', async () => {
    const owned = `SELECT relname FROM pg_class WHERE relowner = $1::regrole UNION ALL SELECT proname FROM pg_proc WHERE proowner = $1::regrole
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = $1::regrole UNION ALL SELECT datname FROM pg_database WHERE datdba = $1::regrole`
    expect(await catalogue.list(owned, [APP])).toEqual([])
    const schemas = `SELECT nspname FROM pg_namespace WHERE has_schema_privilege($1, oid, 'CREATE') AND nspname !~ '^pg_(temp|toast_temp)'`
    expect(await catalogue.list(schemas, [APP])).toEqual([])
    expect(
      await catalogue.list(`SELECT has_database_privilege($1, current_database(), 'CREATE')`, [APP]),
    ).toEqual(['false'])
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
    const unread = await catalogue.tables(`NOT has_any_column_privilege($1, oid, 'SELECT')`, [APP])
    expect(unread).toEqual(CLOSED)
    const secret = `SELECT attname FROM pg_attribute WHERE attrelid = 'account'::regclass AND attnum > 0 AND NOT has_column_privilege($1, attrelid, attnum, 'SELECT')`
    expect(await catalogue.list(secret, [APP])).toEqual(['language', 'password_hash'])
  })
})

const functions = (condition: string, values: unknown[] = []) =>
  catalogue.list(
    `SELECT proname FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND ${condition}`,
    values,
  )

describe('the functions', () => {
  it('that run with more rights than who calls them are these, and no other anywhere', async () => {
    expect(await functions('prosecdef')).toEqual([...new Set([...DOORS, ...WORKER_DOORS])].sort())
    const anywhere = `SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE prosecdef AND nspname NOT IN ('app', 'pg_catalog')`
    expect(await catalogue.list(anywhere)).toEqual([])
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
      [...DOORS.filter((door) => !SPRUNG.includes(door)), ...ASKED].sort(),
    )
  })

  it('are few for the worker, who reads and changes no table', async () => {
    expect(await functions(`has_function_privilege($1, oid, 'EXECUTE')`, [WORKER])).toEqual(WORKER_DOORS)
    const any = `has_any_column_privilege($1, oid, 'SELECT, INSERT, UPDATE, REFERENCES') OR has_table_privilege($1, oid, 'DELETE, TRUNCATE, TRIGGER')`
    expect(await catalogue.tables(`(${any})`, [WORKER])).toEqual([])
  })
})

describe('the truths that do not depend on who asks', () => {
  const onePaper = (group: string) =>
    `one_${group}_paper ON case_papers_${group} (subject_id, paper) WHERE (withdrawn_on IS NULL)`

  it('are one live offer per dwelling and per client, one decision of a tafel on a case, one effect per form, a file of one paper, one run, one proposed version and one proposed wording at a time, and two people who adopt', async () => {
    const indexes = await catalogue.list(
      `SELECT indexdef FROM pg_indexes WHERE indexdef LIKE 'CREATE UNIQUE INDEX%WHERE%' AND schemaname = 'public'`,
    )
    expect(indexes.map((sql) => sql.replace(/^CREATE UNIQUE INDEX | USING btree|public\./g, ''))).toEqual([
      'one_change_at_a_time ON covenant_change (covenant_id) WHERE (ended_at IS NULL)',
      ...['contract'].map(onePaper),
      'one_decision_per_tafel ON case_decisions (subject_id, tafel) WHERE ((adopted_on IS NOT NULL) AND (replaces IS NULL))',
      'one_effect_per_form ON journal (action_key) WHERE (action_key IS NOT NULL)',
      ...['housing', 'identity', 'income'].map(onePaper),
      'one_live_membership ON membership (account_id, organisation_id, covenant_id, role) WHERE (ended_at IS NULL)',
      'one_live_offer_per_case ON offer_terms ("case") WHERE live',
      'one_live_offer_per_dwelling ON offer_terms (dwelling) WHERE (live AND alone)',
      'one_open_mail_per_person ON mail (account_id, digest) WHERE ((attempts = 0) AND (meeting IS NULL))',
      onePaper('own'),
      'one_run_at_a_time ON matching_run (covenant_id) WHERE (ended_at IS NULL)',
      onePaper('support'),
      'one_time_out_place_per_case ON time_out_booking (case_id) WHERE (ended_on IS NULL)',
      'one_wording_at_a_time ON own_words (organisation_id) WHERE (ended_at IS NULL)',
    ])
    const check = await catalogue.list(
      `SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'two_people'`,
    )
    expect(check).toEqual(['CHECK (((chair_by IS DISTINCT FROM secretary_by) OR (chair_by IS NULL)))'])
  })

  it('are that a record is never changed or deleted, not even by the owner of the rights', async () => {
    const changes = `SELECT privilege_type || ' ' || grantee::regrole FROM pg_class, aclexplode(relacl) WHERE relname = 'journal' AND grantee <> relowner`
    expect(await catalogue.list(changes)).toEqual([`INSERT ${KERNEL}`, `SELECT ${APP}`, `SELECT ${KERNEL}`])
  })
})
