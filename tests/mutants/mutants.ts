// Policies that are wrong on purpose: one row, one policy, one condition. Each with who would notice, and its way back.
import type pg from 'pg'
import { type Role, roleNames } from '@/domain/case/actor'
import { grants, processes, stepOf } from '@/domain/case/steps'
import type { Grant } from '@/domain/kernel/grants'
import { relations, type SubjectKind, subjectKinds } from '@/domain/kernel/subject'
import { tableOf } from '@/server/db/rows'

export type Mutant = {
  readonly name: string
  readonly apply: string
  readonly undo: string
  /** Whose rights are walked while it is in force. */
  readonly watched: readonly Role[]
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const valuesOf = ({ kind, role, verb, object, stage, relation, needs }: Grant) =>
  [kind, role, verb, object, stage, relation, needs ?? ''].map(quoted).join(', ')
const insert = (g: Grant) =>
  `INSERT INTO policy_grant (kind, role, verb, object, stage, relation, needs) VALUES (${valuesOf(g)})`
const remove = (g: Grant) =>
  `DELETE FROM policy_grant WHERE (kind, role, verb, object, stage, relation, needs) = (${valuesOf(g)})`
const nameOf = (g: Grant) =>
  `${g.role} ${g.verb}s ${g.kind}.${g.object} at ${g.stage} as ${g.relation}${g.needs ? ` with ${g.needs}` : ''}`

/** What a step brings about is refused without its cause, whoever asks: the walk takes steps by hand. */
const byHand = grants.filter((g) => g.verb !== 'take' || !stepOf(g.object)?.row.causedBy)
const known = new Set(grants.map(valuesOf))
const spread = <T>(all: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, n) => all[Math.floor((n * all.length) / count)] as T)

const missing = (g: Grant): Mutant => ({
  name: `no longer: ${nameOf(g)}`,
  apply: remove(g),
  undo: insert(g),
  watched: [g.role],
})

/** The same right for another role, at another stage, by another relation, without the consent. */
function tooMany(g: Grant, n: number): Mutant[] {
  const stages = processes[g.kind].stages.slice(1)
  const next = <T>(all: readonly T[], one: T) => all[(all.indexOf(one) + 1 + (n % 3)) % all.length] as T
  const wider = [
    { ...g, role: next(roleNames, g.role) },
    { ...g, stage: next(stages, g.stage as never) },
    { ...g, relation: next(relations, g.relation) },
    { ...g, needs: null },
  ][n % 4] as Grant
  const covered = grants.some((other) => valuesOf(other) === valuesOf({ ...wider, needs: null }))
  if (covered || known.has(valuesOf(wider))) return []
  return [
    { name: `too much: ${nameOf(wider)}`, apply: insert(wider), undo: remove(wider), watched: [wider.role] },
  ]
}

/** Rows of the policy: a few of every role, verb and kind go; as many come that nobody decided on. */
export const rowMutants = (count: number): Mutant[] => [
  ...spread(byHand, count).map(missing),
  ...spread(byHand, count * 2)
    .flatMap(tooMany)
    .slice(0, count),
]

type Policy = { table: string; name: string; cmd: string; qual: string | null; check: string | null }

const policies = async (client: pg.ClientBase): Promise<Policy[]> => {
  const { rows } = await client.query<Policy>(
    `SELECT tablename AS "table", policyname AS name, cmd, qual, with_check AS "check" FROM pg_policies
      WHERE roles = '{thuistafel_app}' ORDER BY 1, 2`,
  )
  return rows
}

const made = (p: Policy, qual = p.qual, check = p.check) =>
  `CREATE POLICY ${p.name} ON ${p.table} FOR ${p.cmd} TO thuistafel_app${qual ? ` USING (${qual})` : ''}${check ? ` WITH CHECK (${check})` : ''}`
const gone = (p: Policy) => `DROP POLICY ${p.name} ON ${p.table}`

const objects = subjectKinds.flatMap((kind: SubjectKind) =>
  Object.keys(processes[kind].compartments).map((object) => ({ kind, object, table: tableOf(kind, object) })),
)

/** A role that would miss this policy, and one that would gain by its absence. */
function watchers(p: Policy): { has: Role; lacks: Role } {
  const of = objects.find(({ table }) => table === p.table)
  const having = (verb: Grant['verb']) =>
    roleNames.filter((role) =>
      grants.some(
        (g) =>
          g.role === role && g.verb === verb && g.kind === of?.kind && g.object === of?.object && !g.needs,
      ),
    )
  const [read, write] = [having('read'), having('write')]
  if (!of) return { has: 'mentor', lacks: p.table === 'journal' ? 'officer' : 'boardMember' }
  if (p.cmd === 'SELECT') return { has: read[0] ?? 'mentor', lacks: 'boardMember' }
  const both = write.filter((role) => read.includes(role))
  // An update finds its rows by reading them: only a reader can gain by it.
  const reader = read.find((role) => !write.includes(role)) ?? read[0] ?? 'mentor'
  return { has: both[0] ?? write[0] ?? 'mentor', lacks: p.cmd === 'UPDATE' ? reader : 'boardMember' }
}

/** Each policy of a table that the walk asks about: once dropped, once for everybody. */
export async function policyMutants(client: pg.ClientBase): Promise<Mutant[]> {
  const asked = new Set([
    'spine',
    'relation',
    'turn',
    'party',
    'journal',
    ...objects.map(({ table }) => table),
  ])
  const found = (await policies(client)).filter(({ table }) => asked.has(table))
  return found.flatMap((p) => {
    const { has, lacks } = watchers(p)
    const widened = made(p, p.qual && 'true', p.check && 'true')
    return [
      { name: `dropped: ${p.name} on ${p.table}`, apply: gone(p), undo: made(p), watched: [has] },
      {
        name: `for everybody: ${p.name} on ${p.table}`,
        apply: `${gone(p)}; ${widened}`,
        undo: `${gone(p)}; ${made(p)}`,
        watched: [lacks],
      },
    ]
  })
}

/** A condition of a function, and what stands in its place. */
const CONDITIONS: readonly (readonly [string, string, string, Role])[] = [
  ['app.may', 'r.covenant_id = me.covenant_id', 'true', 'mentor'],
  ['app.may', 'r.holder_id IN (me.organisation_id, me.covenant_id)', 'true', 'mentor'],
  [
    'app.may',
    'r.holder_id IN (me.organisation_id, me.covenant_id)',
    'r.holder_id = me.organisation_id',
    'coordinator',
  ],
  [
    'app.may',
    'r.holder_id IN (me.organisation_id, me.covenant_id)',
    'r.holder_id = me.covenant_id',
    'mentor',
  ],
  ['app.may', 'AND g.stage = r.stage', '', 'officer'],
  ['app.may', 'AND g.relation = r.relation', '', 'officer'],
  ['app.may', 'g.kind = r.subject_kind AND', '', 'mentor'],
  ['app.may', 'g.role = me.role', 'true', 'boardMember'],
  ['app.may', 'AND g.verb = wanted', '', 'coordinator'],
  ['app.may', 'AND g.object = ANY (objects)', '', 'officer'],
  ['app.may', "(g.needs = '' OR app.consented(r.person_id, g.needs))", 'true', 'officer'],
  ['app.may', "(g.needs = '' OR app.consented(r.person_id, g.needs))", "g.needs = ''", 'officer'],
  ['app.may_of_person', 'app.may(me, wanted, objects, r.subject_id)', 'true', 'boardMember'],
  ['app.may_of_person', 'r.person_id = person', 'true', 'mentor'],
  ['app.may_of_household', 'app.may(me, wanted, objects, r.subject_id)', 'true', 'boardMember'],
  ['app.may_of_household', 'r.household_id = household', 'true', 'mentor'],
  ['app.consented', 'c.recipient = me.organisation_id', 'true', 'officer'],
  ['app.consented', 'c.category = wanted', 'true', 'officer'],
  ['app.consented', 'c.person_id = person', 'true', 'officer'],
  ['app.consented', 'c.seq DESC', 'c.seq', 'officer'],
  ['app.consented', 'c.given AND', '', 'officer'],
  ['app.consented', 'AND c.until >= app.today()', '', 'officer'],
  ['app.consented', 'c.until >= app.today()', 'c.until > app.today()', 'officer'],
  ['app.authorise_step', 'r.covenant_id = me.covenant_id', 'true', 'mentor'],
  ['app.authorise_step', 'r.holder_id IN (me.organisation_id, me.covenant_id)', 'true', 'mentor'],
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
