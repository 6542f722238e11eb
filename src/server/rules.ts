import 'server-only'
import { type RuleSet, ruleSet } from '@/domain/covenant/rule-set'
import type { Tx } from './db/client'

/** What the actor's covenant agrees on a day; what it leaves out has its default. */
export async function rulesOn(tx: Tx, day: string): Promise<RuleSet> {
  const [row] = await tx.$queryRaw<
    { rules: unknown }[]
  >`SELECT rules FROM covenant_version WHERE valid_from <= ${day}::date ORDER BY number DESC LIMIT 1`
  return ruleSet.parse(row?.rules)
}
