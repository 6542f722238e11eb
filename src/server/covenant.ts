import 'server-only'
// The versions of the actor's covenant: what was agreed, and since when.
import { type RuleSet, ruleSet } from '@/domain/covenant/rule-set'
import type { Tx } from './db/client'

export type Version = {
  readonly id: string
  readonly number: number
  readonly validFrom: string
  readonly rules: RuleSet
}

/** Every version of the covenant, the newest first. */
export async function versionsOf(tx: Tx): Promise<Version[]> {
  const rows = await tx.$queryRaw<(Omit<Version, 'rules'> & { rules: unknown })[]>`
    SELECT id::text, number, valid_from::text AS "validFrom", rules FROM covenant_version ORDER BY number DESC`
  return rows.map((row) => ({ ...row, rules: ruleSet.parse(row.rules) }))
}

/** The version that holds on a day; before the first one begins, that one. */
export const inForce = (versions: readonly Version[], day: string): Version | null =>
  versions.find((v) => v.validFrom <= day) ?? versions.at(-1) ?? null
