// The functions that answer for the policies, with one condition of them left out or made another.
import type pg from 'pg'
import type { Role } from '@/domain/case/actor'
import type { Mutant } from './mutants'

type Condition = readonly [where: string, condition: string, instead: string, watched: Role]

/** Whose a relation is: of the organisation, of every party, or of one person in an emergency. */
const HELD = 'r.holder_id IN (me.organisation_id, me.covenant_id, me.id)'
const WITHOUT_PERSON = 'r.holder_id IN (me.organisation_id, me.covenant_id)'
/** What somebody opened in an emergency ends. */
const COUNTS = 'AND (r.until IS NULL OR r.until > clock_timestamp())'

/**
 * What hangs on a person or a household. Two conditions are not among these, for nothing follows from them today:
 * the kind (only cases have a person, and no name of a compartment counts for two kinds), and the consent (no
 * compartment of a person or a household is opened by one).
 */
const ofPerson = (where: string, key: string): Condition[] => [
  [where, key, 'true', 'mentor'],
  [where, 'r.covenant_id = me.covenant_id', 'true', 'mentor'],
  [where, HELD, 'true', 'mentor'],
  [where, HELD, 'r.holder_id = me.organisation_id', 'coordinator'],
  [where, HELD, 'r.holder_id = me.covenant_id', 'mentor'],
  [where, HELD, WITHOUT_PERSON, 'mentor'],
  [where, COUNTS, '', 'mentor'],
  [where, 'AND g.stage = r.stage', '', 'officer'],
  [where, 'AND g.relation = r.relation', '', 'officer'],
  [where, 'g.role = me.role', 'true', 'boardMember'],
  [where, 'AND g.verb = wanted', '', 'coordinator'],
  [where, 'AND g.object = ANY (objects)', '', 'officer'],
]

/** A condition of a function, and what stands in its place. */
const CONDITIONS: readonly Condition[] = [
  ...ofPerson('app.may_of_person', 'r.person_id = person'),
  ...ofPerson('app.may_of_household', 'r.household_id = household'),
  ['app.may', 'r.covenant_id = me.covenant_id', 'true', 'mentor'],
  ['app.may', HELD, 'true', 'mentor'],
  ['app.may', HELD, 'r.holder_id = me.organisation_id', 'coordinator'],
  ['app.may', HELD, 'r.holder_id = me.covenant_id', 'mentor'],
  ['app.may', HELD, WITHOUT_PERSON, 'coordinator'],
  ['app.may', COUNTS, '', 'coordinator'],
  ['app.may', 'AND g.stage = r.stage', '', 'officer'],
  ['app.may', 'AND g.relation = r.relation', '', 'officer'],
  ['app.may', 'g.kind = r.subject_kind AND', '', 'mentor'],
  ['app.may', 'g.role = me.role', 'true', 'boardMember'],
  ['app.may', 'AND g.verb = wanted', '', 'coordinator'],
  ['app.may', 'AND g.object = ANY (objects)', '', 'officer'],
  ['app.may', "(g.needs = '' OR app.consented(r.person_id, g.needs))", 'true', 'officer'],
  ['app.may', "(g.needs = '' OR app.consented(r.person_id, g.needs))", "g.needs = ''", 'officer'],
  ['app.consented', 'c.recipient = me.organisation_id', 'true', 'officer'],
  ['app.consented', 'c.category = wanted', 'true', 'officer'],
  ['app.consented', 'c.person_id = person', 'true', 'officer'],
  ['app.consented', 'c.seq DESC', 'c.seq', 'officer'],
  ['app.consented', 'c.given AND', '', 'officer'],
  ['app.consented', 'AND c.until >= app.today()', '', 'officer'],
  ['app.consented', 'c.until >= app.today()', 'c.until > app.today()', 'officer'],
  ['app.authorise_step', 'r.covenant_id = me.covenant_id', 'true', 'mentor'],
  ['app.authorise_step', HELD, 'true', 'mentor'],
  ['app.authorise_step', HELD, WITHOUT_PERSON, 'mentor'],
  ['app.authorise_step', COUNTS, '', 'mentor'],
  ['app.authorise_step', 'AND g.stage = r.stage', '', 'mentor'],
  ['app.authorise_step', 'g.role = me.role', 'true', 'boardMember'],
  ['app.authorise_step', "g.verb = 'take'", 'true', 'mentor'],
  ['app.authorise_step', 'AND g.object = wanted', '', 'mentor'],
  ['app.authorise_step', 'needs_cause IS DISTINCT FROM (caused_by IS NOT NULL)', 'false', 'officer'],
  ['app.actor', 'm.ended_at IS NULL', 'true', 'mentor'],
  ['app.actor', 'm.valid_from <= today', 'true', 'mentor'],
  ['app.actor', '(m.valid_until IS NULL OR m.valid_until >= today)', 'true', 'mentor'],
  ['app.actor', 'a.deactivated_at IS NULL', 'true', 'mentor'],
  ['app.actor', 'p.organisation_id = m.organisation_id', 'true', 'mentor'],
  ['app.actor', 'p.covenant_id = m.covenant_id', 'true', 'mentor'],
  ['app.actor', '(p.valid_until IS NULL OR p.valid_until >= today)', 'true', 'mentor'],
]

/** Each condition taken out of its function, or made another. */
export async function conditionMutants(client: pg.ClientBase): Promise<Mutant[]> {
  const { rows } = await client.query<{ name: string; def: string }>(
    `SELECT 'app.' || proname AS name, pg_get_functiondef(oid) AS def FROM pg_proc WHERE pronamespace = 'app'::regnamespace`,
  )
  return CONDITIONS.map(([name, condition, instead, role]) => {
    const def = rows.find((row) => row.name === name)?.def ?? ''
    if (!def.includes(condition)) throw new Error(`${name} has no condition ${condition}`)
    return {
      name: `${name}: ${condition} → ${instead || 'nothing'}`,
      apply: def.replace(condition, () => instead),
      undo: def,
      watched: [role],
    }
  })
}
