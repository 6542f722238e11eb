import 'server-only'
// What the tafels of a period did, for those who keep the covenant: counted by the rights of who asks.
import type { RuleSet } from '@/domain/covenant/rule-set'
import { addMonths } from '@/domain/kernel/days'
import { type Figure, figuresOf, middleDays, shownOf } from '@/domain/report/tafel-figures'
import { lostQuorum } from '@/domain/tafel/quorum'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { rulesOn } from '@/server/rules'
import { ruleSetOf } from '@/server/run-step'
import { currentActor } from '@/server/session'
import { broughtIn, type CaseBehind, casesBehind, type Met, metIn, waitingNow } from '@/server/tafel-figures'
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

const periodOf = (day: string, months: Months) => ({ from: addMonths(day, -Number(months)), until: day })

/** The figures of the months up to a day, as this person may read them. */
export async function figuresFor(tx: Tx, day: string, months: Months): Promise<Omit<FiguresScreen, 'shown'>> {
  const period = periodOf(day, months)
  const { smallCell: limit, tafel } = await rulesOn(tx, day)
  const { courses, decided, positions } = await broughtIn(tx, period)
  const met = await metIn(tx, period)
  const asked = { today: day, agedAfter: tafel.agedAfter, limit }
  return {
    since: period.from,
    months,
    limit,
    agedAfter: tafel.agedAfter,
    sessions: met.length,
    perSession: met.length ? Math.round((10 * sum(met)) / met.length) / 10 : null,
    quorumLost: await lostIn(tx, met),
    days: middleDays(decided, limit),
    figures: figuresOf(courses, await waitingNow(tx), asked),
    positions: positions.map(({ part, asked: of, given }) => ({ part, ...shownOf(given, of, limit) })),
  }
}

/** The same, with the first cases behind the figure that is asked; null where none is. */
export async function figuresWith(
  tx: Tx,
  day: string,
  months: Months,
  show?: string,
): Promise<FiguresScreen> {
  const found = await figuresFor(tx, day, months)
  const figure = found.figures.find(({ key }) => key === show)
  const first = figure && (await casesBehind(tx, periodOf(day, months), figure, SHOWN))
  return { ...found, shown: figure && first ? { ...figure, first } : null }
}

/** The figures; null for whoever they are not for. `show` names the figure of which the cases are asked. */
export async function getFiguresScreen(months?: string, show?: string): Promise<FiguresScreen | null> {
  const actor = await currentActor()
  if (!keepsCovenant(actor.role)) return null
  const chosen = periods.find((one) => one === months) ?? '12'
  return asActor(actor, (tx) => figuresWith(tx, today(), chosen, show))
}
