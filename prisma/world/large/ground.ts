// What does not change while a large world is played: its covenants with their rules, its people, its norms.
import type pg from 'pg'
import type { Actor, OrganisationKind } from '@/domain/case/actor'
import { type RuleSet, ruleSet } from '@/domain/covenant/rule-set'
import type { Norm } from '@/domain/norm/norm'
import { actorsIn, organisationIds } from '../play'

/** A membership as the database knows whoever acts. */
export type Me = Pick<Actor, 'membershipId' | 'accountId' | 'organisationId' | 'covenantId'> & {
  readonly role: string
}

type Version = { readonly id: string; readonly validFrom: string; readonly rules: RuleSet }
export type Covenant = {
  readonly id: string
  readonly prefix: string
  readonly tafelHostId: string
  /** The newest first. */
  readonly versions: readonly Version[]
  /** Who acts for an organisation instead of itself. */
  readonly mandates: ReadonlyMap<string, string>
  /** The memberships that compute, by role. */
  readonly systems: ReadonlyMap<string, Me>
}

export type Ground = {
  readonly actors: ReadonlyMap<string, Actor>
  /** Ids by 'org:' and the key of an organisation. */
  readonly organisations: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
  readonly kinds: Readonly<Record<string, OrganisationKind>>
  readonly covenants: ReadonlyMap<string, Covenant>
  readonly norms: readonly Norm[]
}

type CovenantRow = {
  id: string
  prefix: string
  tafelHostId: string
  versions: { id: string; validFrom: string; rules: unknown }[]
  mandates: [string, string][]
  systems: Me[]
}

const COVENANTS = `SELECT c.id, c.prefix, c.tafel_host_id AS "tafelHostId",
  (SELECT jsonb_agg(jsonb_build_object('id', v.id, 'validFrom', v.valid_from, 'rules', v.rules) ORDER BY v.number DESC) FROM covenant_version v WHERE v.covenant_id = c.id) AS versions,
  (SELECT coalesce(jsonb_agg(jsonb_build_array(m.to_id, m.from_id)), '[]') FROM mandate m WHERE m.covenant_id = c.id) AS mandates,
  (SELECT jsonb_agg(jsonb_build_object('membershipId', m.id, 'accountId', m.account_id, 'organisationId', m.organisation_id, 'covenantId', c.id, 'role', m.role))
     FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.covenant_id = c.id AND o.kind = 'systeem') AS systems
  FROM covenant c`

const covenantOf = ({ versions, mandates, systems, ...rest }: CovenantRow): Covenant => ({
  ...rest,
  versions: versions.map((v) => ({ ...v, rules: ruleSet.parse(v.rules) })),
  mandates: new Map(mandates),
  systems: new Map(systems.map((m) => [m.role, m])),
})

/** Reads it from the database, as the owner of the rights. */
export async function groundOf(client: pg.Client): Promise<Ground> {
  const covenants = (await client.query<CovenantRow>(COVENANTS)).rows.map(covenantOf)
  const norms = await client.query<Norm>(
    `SELECT kind, valid_from::text AS "validFrom", value, status, source, below_age AS "belowAge" FROM norm ORDER BY kind, valid_from DESC`,
  )
  const parties = await client.query<{ id: string; name: string; kind: OrganisationKind }>(
    'SELECT id, name, kind FROM organisation',
  )
  return {
    actors: await actorsIn(client),
    organisations: await organisationIds(client),
    names: new Map(parties.rows.map(({ id, name }) => [id, name])),
    kinds: Object.fromEntries(parties.rows.map(({ id, kind }) => [id, kind])),
    covenants: new Map(covenants.map((c) => [c.id, c])),
    norms: norms.rows,
  }
}
