// The same questions without row-level security: a role that passes it by, and what a query then has to say by itself.
import pg from 'pg'
import type { Actor } from '@/domain/case/actor'

const ROLE = 'thuistafel_bare'
const schemaOf = (role: string) => `bare_${role.toLowerCase()}`

/** What a role may open without a part in it, and whether it reads the agenda of a tafel: known before, not asked per row. */
type Known = { readonly role: string; readonly open: string[]; readonly agenda: boolean }
const KNOWN = `SELECT role, coalesce(array_agg(DISTINCT kind) FILTER (WHERE object = 'spine' AND relation = 'any'), '{}') AS open,
  coalesce(bool_or(kind = 'tafel' AND object = 'items'), false) AS agenda FROM policy_grant WHERE verb = 'read' GROUP BY role`

/** What the policies keep out of these tables for this actor, as plain conditions; the other statements name their rows. */
const conditions = (
  { covenantId, organisationId, membershipId }: Actor,
  known: Known | undefined,
): Record<string, string> => ({
  // A CASE, as in the policy: an OR would be taken apart into searches that give their rows in no order.
  relation: `covenant_id = '${covenantId}' AND CASE holder_id WHEN '${organisationId}' THEN true WHEN '${covenantId}' THEN subject_kind = ANY ('{${known?.open.join() ?? ''}}') ELSE false END`,
  covenant_version: `covenant_id = '${covenantId}'`,
  organisation: `EXISTS (SELECT 1 FROM public.covenant_party p WHERE p.organisation_id = organisation.id AND p.covenant_id = '${covenantId}')`,
  tafel_items: String(known?.agenda ?? false),
  named_person: `membership_id = '${membershipId}'`,
})

const remove = (actors: readonly Actor[]) => [
  ...actors.map(({ role }) => `DROP SCHEMA IF EXISTS ${schemaOf(role)} CASCADE`),
  `DO $$ BEGIN DROP OWNED BY ${ROLE}; DROP ROLE ${ROLE}; EXCEPTION WHEN undefined_object THEN NULL; END $$`,
]

const make = (actors: readonly Actor[], known: readonly Known[]) => [
  `CREATE ROLE ${ROLE} NOLOGIN BYPASSRLS`,
  `GRANT thuistafel_app TO ${ROLE}`,
  ...actors.flatMap((actor) => {
    const schema = schemaOf(actor.role)
    const views = Object.entries(
      conditions(
        actor,
        known.find(({ role }) => role === actor.role),
      ),
    ).map(
      ([table, condition]) =>
        `CREATE VIEW ${schema}.${table} AS SELECT * FROM public.${table} WHERE ${condition}`,
    )
    return [
      `CREATE SCHEMA ${schema}`,
      ...views,
      `GRANT USAGE ON SCHEMA ${schema} TO ${ROLE}`,
      `GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${ROLE}`,
    ]
  }),
]

/** A connection for whom no policy holds, and a way to speak as one of these actors; `close` leaves nothing behind. */
export async function bareConnection(ownerUrl: string, actors: readonly Actor[]) {
  const connection = new pg.Client({ connectionString: ownerUrl })
  await connection.connect()
  const all = async (statements: readonly string[]) => {
    for (const statement of statements) await connection.query(statement)
  }
  const { rows } = await connection.query<Known>(KNOWN)
  await all([...remove(actors), ...make(actors, rows), `SET ROLE ${ROLE}`])
  const as = (actor: Actor) => connection.query(`SET search_path = ${schemaOf(actor.role)}, public`)
  const close = async () => {
    await all(['RESET ROLE', 'RESET search_path', ...remove(actors)])
    await connection.end()
  }
  return { connection, as, close }
}
