import 'server-only'
// What the tafels of a period did, for those who keep the covenant: counted by the rights of who asks.
import type { RuleSet } from '@/domain/covenant/rule-set'
import { addMonths } from '@/domain/kernel/days'
import { type Figure, figureKeys, figuresOf, middleDays, shownOf } from '@/domain/report/tafel-figures'
import { lostQuorum } from '@/domain/tafel/quorum'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { rulesOn } from '@/server/rules'
import { ruleSetOf } from '@/server/run-step'
import { currentActor } from '@/server/session'
import { broughtIn, type CaseBehind, type Met, metIn, waitingNow, waitingSince } from '@/server/tafel-figures'
import { keepsCovenant } from './exceptions'

/** Months back from today that one can choose. */
export const periods = ['3', '6', '12', '24'] as const
export type Months = (typeof periods)[number]

/** So many cases are shown behind a figure. */
const SHOWN = 50

type PartyOnTime = { readonly part: string; readonly n: number | null; readonly of: number | null }
export type FiguresScreen = {
  readonly since: string
  readonly months: Months
  readonly limit: number
  readonly agedAfter: number
  readonly sessions: number
  /** How many cases there were on an agenda on average, to one decimal; null without tafels. */
  readonly perSession: number | null
  readonly quorumLost: number
  readonly days: number | null
  readonly figures: readonly Figure[]
  readonly positions: readonly PartyOnTime[]
  /** The figure of which the cases are asked, with the first of them. */
  readonly shown: (Figure & { readonly first: readonly CaseBehind[] }) | null
}

async function lostIn(tx: Tx, met: readonly Met[]): Promise<number> {
  const rules = new Map<string, RuleSet>()
  for (const { version } of met) if (!rules.has(version)) rules.set(version, await ruleSetOf(tx, version))
  return met.filter(({ version, presence }) => lostQuorum(presence, rules.get(version) as RuleSet)).length
}

const sum = (met: readonly Met[]) => met.reduce((n, { items }) => n + items, 0)

const byNumber = (a: CaseBehind, b: CaseBehind) => (a.number < b.number ? -1 : 1)

/** The figures of the months up to a day as this person may read them, with the first cases behind the one that is asked. */
export async function figuresFor(tx: Tx, day: string, months: Months, show?: string): Promise<FiguresScreen> {
  const period = { from: addMonths(day, -Number(months)), until: day }
  const { smallCell: limit, tafel } = await rulesOn(tx, day)
  const key = figureKeys.find((one) => one === show)
  const brought = await broughtIn(tx, period, key && key !== 'aged' ? SHOWN : 0)
  const met = await metIn(tx, period)
  const asked = { today: day, agedAfter: tafel.agedAfter, limit }
  const figures = figuresOf(brought.courses, await waitingNow(tx), asked)
  const shown = figures.find((one) => one.key === key)
  const behind = async ({ which }: Figure) =>
    key === 'aged'
      ? await waitingSince(tx, which, SHOWN)
      : which.flatMap((course) => brought.cases.get(course) ?? []).sort(byNumber)
  return {
    since: period.from,
    months,
    limit,
    agedAfter: tafel.agedAfter,
    sessions: met.length,
    perSession: met.length ? Math.round((10 * sum(met)) / met.length) / 10 : null,
    quorumLost: await lostIn(tx, met),
    days: middleDays(brought.decided, limit),
    figures,
    positions: brought.positions.map(({ part, asked: of, given }) => ({
      part,
      ...shownOf(given, of, limit),
    })),
    shown: shown ? { ...shown, first: (await behind(shown)).slice(0, SHOWN) } : null,
  }
}

/** The figures; null for whoever they are not for. `show` names the figure of which the cases are asked. */
export async function getFiguresScreen(months?: string, show?: string): Promise<FiguresScreen | null> {
  const actor = await currentActor()
  if (!keepsCovenant(actor.role)) return null
  const chosen = periods.find((one) => one === months) ?? '12'
  return asActor(actor, (tx) => figuresFor(tx, today(), chosen, show))
}
