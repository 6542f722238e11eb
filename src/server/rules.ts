import 'server-only'
import { type RuleSet, ruleSet } from '@/domain/covenant/rule-set'
import { Prisma, type Tx } from './db/client'

/** SQL of what the actor's covenant agrees on a day: one value, or none. */
export const rulesAsked = (day: string): Prisma.Sql =>
  Prisma.sql`SELECT v.rules FROM covenant_version v WHERE v.valid_from <= ${day}::date ORDER BY v.number DESC LIMIT 1`

/** What was found of it; what it leaves out has its default. */
export const rulesFrom = (found: unknown): RuleSet => ruleSet.parse(found ?? undefined)

/** What the actor's covenant agrees on a day; what it leaves out has its default. */
export async function rulesOn(tx: Tx, day: string): Promise<RuleSet> {
  const [row] = await tx.$queryRaw<{ rules: unknown }[]>`/* rules of a day */ ${rulesAsked(day)}`
  return rulesFrom(row?.rules)
}
