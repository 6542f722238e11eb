import 'server-only'
// Another version of the actor's covenant, as it is proposed and agreed to. The database asks each time who may.
import { stepNames } from '@/domain/case/steps'
import { type Mistake, readRules } from '@/domain/covenant/covenant-file'
import { type RuleSet, ruleSet } from '@/domain/covenant/rule-set'
import type { Tx } from './db/client'

/** Somebody who acted here: their name and that of their organisation. */
type By = { readonly name: string; readonly organisation: string }

export type Change = {
  readonly id: string
  readonly number: number
  readonly validFrom: string
  readonly rules: RuleSet
  readonly why: string
  readonly proposed: By & { readonly on: string; readonly organisationId: string }
  /** Null while it waits for another party. */
  readonly ended: (By & { readonly on: string; readonly outcome: 'agreed' | 'refused' | 'withdrawn' }) | null
}

/** What was proposed, the newest first; nothing for whom it is not for. */
export async function changesOf(tx: Tx): Promise<Change[]> {
  const rows = await tx.$queryRaw<(Omit<Change, 'rules'> & { rules: unknown })[]>`
    SELECT c.id::text, c.number, c.valid_from::text AS "validFrom", c.rules, c.why,
      jsonb_build_object('name', pa.name, 'organisation', po.name, 'organisationId', po.id,
        'on', to_char(c.proposed_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD')) AS proposed,
      CASE WHEN c.ended_at IS NOT NULL THEN jsonb_build_object('name', ea.name, 'organisation', eo.name, 'outcome', c.outcome,
        'on', to_char(c.ended_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD')) END AS ended
    FROM covenant_change c JOIN membership p ON p.id = c.proposed_by JOIN account pa ON pa.id = p.account_id JOIN organisation po ON po.id = p.organisation_id
    LEFT JOIN membership e ON e.id = c.ended_by LEFT JOIN account ea ON ea.id = e.account_id LEFT JOIN organisation eo ON eo.id = e.organisation_id
    ORDER BY c.proposed_at DESC LIMIT 50`
  return rows.map((row) => ({ ...row, rules: ruleSet.parse(row.rules) }))
}

/** Rules that were parsed as JSON, checked for the organisations of the actor's covenant, or what is wrong in them and where. */
export async function checkedRules(
  tx: Tx,
  json: unknown,
): Promise<{ rules: RuleSet } | { mistakes: readonly Mistake[] }> {
  const organisations = await tx.$queryRaw<
    { key: string; kind: string }[]
  >`SELECT o.key, o.kind FROM organisation o JOIN covenant_party p ON p.organisation_id = o.id`
  return readRules(json, organisations, stepNames)
}

export type Proposal = {
  /** The number of the version that it was made from. */
  readonly base: number
  /** 'yyyy-mm-dd', after today and after the day on which that version begins. */
  readonly from: string
  readonly rules: RuleSet
  readonly why: string
}

/** Proposes it. False: not theirs to propose, one waits already, or there is a newer version than the one it was made from. */
export async function proposeChange(tx: Tx, { base, from, rules, why }: Proposal): Promise<boolean> {
  const [made] = await tx.$queryRaw<
    { id: string | null }[]
  >`SELECT app.propose_change(${base}, ${from}::date, ${JSON.stringify(rules)}::jsonb, ${why})::text AS id`
  return Boolean(made?.id)
}

/** Agrees to it: from then on it is a version of the covenant. False: not theirs to agree to, or it ended. */
export async function agreeToChange(tx: Tx, id: string): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.agree_to_change(${id}::uuid) AS done`
  return done?.done ?? false
}

/** Takes it back, or refuses it for another party. False: it ended already, or is not theirs. */
export async function endChange(tx: Tx, id: string): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.end_change(${id}::uuid) AS done`
  return done?.done ?? false
}
