// The membership of a region that computes, for the steps that nobody signs in for.
import type { Actor } from '@/domain/case/actor'
import type { Region } from './region'

/** Throws where the covenant has none. */
export async function computing(r: Region, covenant = 'zuidoost-drenthe'): Promise<Actor> {
  const [found] = await r.kernel<Actor>(
    `SELECT m.id AS "membershipId", m.account_id AS "accountId", a.name, m.role, o.id AS "organisationId", o.name AS "organisationName",
      o.kind AS "organisationKind", c.id AS "covenantId", c.name AS "covenantName"
    FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id JOIN covenant c ON c.id = m.covenant_id
    WHERE m.role = 'matching' AND m.ended_at IS NULL AND c.key = $1`,
    [covenant],
  )
  if (!found) throw new Error('Nobody computes in this covenant')
  return found
}
