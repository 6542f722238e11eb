import 'server-only'
// Who is away now, until when, and who stands in: for whoever waits for them.
import type { Tx } from './db/client'

/** The last day on which somebody is away, and who stands in for them, where somebody does. */
export type Away = { readonly until: string; readonly standIn: string | null }

/** Of these cases, those of which the mentor is away; of a case whose parties this person does not read, nothing. */
export async function awayIn(tx: Tx, cases: readonly string[], today: string): Promise<Map<string, Away>> {
  if (!cases.length) return new Map()
  const found = await tx.$queryRaw<({ subject: string } & Away)[]>`
    SELECT subject::text, until::text, stand_in AS "standIn" FROM app.away_in(${[...new Set(cases)]}::uuid[], ${today}::date)`
  return new Map(found.map(({ subject, ...away }) => [subject, away]))
}

export type AwayHere = Away & { readonly name: string; readonly role: string }

/** Who of the own organisation is away. */
export const awayHere = (tx: Tx, today: string) => tx.$queryRaw<AwayHere[]>`
  SELECT name, role, until::text, stand_in AS "standIn" FROM app.away_here(${today}::date)`
