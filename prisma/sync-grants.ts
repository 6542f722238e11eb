// Writes the policy that the process tables and readers give to the database: the rows by which it decides.
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { roles } from '../src/domain/case/actor'
import { compartments } from '../src/domain/case/compartments'
import { grants, processes } from '../src/domain/case/steps'
import { decisionSteps, fieldsKept, weighed } from '../src/domain/case/weighed'
import type { Row } from '../src/domain/kernel/step'
import type { Compartment } from '../src/domain/kernel/subject'
import { keyOf, snake, tableOf } from '../src/server/db/rows'

const causes = Object.values(processes).flatMap((p) =>
  Object.entries<Row>(p.rows).flatMap(([step, row]) =>
    [...(row.causedBy ?? []), ...[row.causedByTerm ?? []].flat().map((task) => `term ${task}`)].map(
      (cause) => ({
        kind: p.kind,
        step,
        cause,
      }),
    ),
  ),
)

/** Which facts are kept with which decision, and where these stand. */
export const weighedFacts = decisionSteps.flatMap((step) =>
  weighed.map((object) => ({
    kind: 'case',
    step,
    object,
    source: tableOf('case', object),
    owner: keyOf(compartments[object] as Compartment),
    fields: fieldsKept(object).map(snake),
  })),
)

const rolesOfKinds = Object.entries(roles).flatMap(([role, kinds]) =>
  kinds.map((organisation_kind) => ({ role, organisation_kind })),
)

/** Replaces the synced policy by that of the code, in one transaction. Returns the number of grants. */
export async function syncGrants(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN; SET LOCAL ROLE thuistafel_kernel')
    await client.query('DELETE FROM policy_grant')
    await client.query(
      `INSERT INTO policy_grant (kind, role, verb, object, stage, relation, needs, guarded)
       SELECT kind, role, verb, object, stage, relation, coalesce(needs, ''), guarded FROM jsonb_populate_recordset(null::policy_grant, $1)`,
      [JSON.stringify(grants)],
    )
    await client.query('DELETE FROM policy_role')
    await client.query(
      'INSERT INTO policy_role SELECT * FROM jsonb_populate_recordset(null::policy_role, $1)',
      [JSON.stringify(rolesOfKinds)],
    )
    await client.query('DELETE FROM policy_cause')
    await client.query(
      'INSERT INTO policy_cause SELECT * FROM jsonb_populate_recordset(null::policy_cause, $1)',
      [JSON.stringify(causes)],
    )
    await client.query('DELETE FROM policy_weighed')
    await client.query(
      'INSERT INTO policy_weighed SELECT * FROM jsonb_populate_recordset(null::policy_weighed, $1)',
      [JSON.stringify(weighedFacts)],
    )
    await client.query('COMMIT')
    return grants.length
  } finally {
    await client.end()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL
  if (!url) throw new Error('Set DATABASE_OWNER_URL: the role that owns the tables writes the rights.')
  console.log(`${await syncGrants(url)} grants are in the database`)
}
