import 'server-only'
// Homes that last: the counts that whoever asks may know, and for those who see cases the cases behind one of them.
import type { Actor } from '@/domain/case/actor'
import { type RetentionRow, retentionOf, retentionReaders, rounded } from '@/domain/report/retention'
import {
  askedMonths,
  askedNumber,
  daysOf,
  type Number as Figure,
  type Months,
  monthsBefore,
  type Params,
} from '@/domain/report/retention-asked'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { namesById } from '@/server/directory'
import { keptCounts } from '@/server/kept-counts'
import { type KeptCase, keptCases, retentionCounts } from '@/server/retention'
import { rulesOn } from '@/server/rules'
import { currentActor } from '@/server/session'

/** At most so many cases stand behind a number. */
const BEHIND = 100

/** Who reads where a client went, and so can open the cases that a number is made of. */
const openers: readonly Actor['role'][] = ['coordinator', 'regisseur', 'gemeenteLead', 'zorgLead']

export type RetentionScreen = {
  readonly months: Months
  readonly choices: readonly string[]
  readonly limit: number
  readonly countedAt: string | null
  readonly rows: readonly RetentionRow[]
  readonly names: ReadonlyMap<string, string>
  readonly opens: boolean
  /** Some of the numbers are rounded to the limit. */
  readonly rounded: boolean
  readonly shown: {
    readonly figure: Figure
    readonly cases: readonly KeptCase[]
    readonly more: boolean
  } | null
}

/** Whether somebody can open the cases behind a number, those that they read. */
export const opensCases = ({ role }: Actor): boolean => openers.includes(role)

export const readsRetention = ({ role }: Actor): boolean => retentionReaders.includes(role)

/** The figures of the months that an address asks for; null for whoever they are not for. */
export async function getRetentionScreen(params: Params): Promise<RetentionScreen | null> {
  const actor = await currentActor()
  if (!readsRetention(actor)) return null
  const day = today()
  const months = askedMonths(params, day)
  const period = { ...daysOf(months), today: day }
  const opens = opensCases(actor)
  const figure = opens ? askedNumber(params) : null
  return asActor(actor, async (tx) => {
    const { smallCell: limit } = await rulesOn(tx, day)
    const ofGemeente = actor.organisationKind === 'gemeente'
    const isExact = ({ by }: RetentionRow) => opens && (ofGemeente || by !== 'covenant')
    const { counts, countedAt } = await keptCounts(actor, ['retention', ...Object.values(period)], () =>
      retentionCounts(tx, period),
    )
    const rows = retentionOf(counts, limit, !ofGemeente)
    const cases = figure ? await keptCases(tx, period, figure, BEHIND + 1) : []
    return {
      ...{ months, limit, opens, countedAt, choices: monthsBefore(day) },
      rows: rows.map((row) => (isExact(row) ? row : rounded(row, limit))),
      rounded: !rows.every(isExact),
      names: await namesById(tx),
      shown: figure ? { figure, cases: cases.slice(0, BEHIND), more: cases.length > BEHIND } : null,
    }
  })
}
