// Homes that last: of those who got a key in a period, how many live there still, are guided still, or were done well, so many months later.

import type { Role } from '../case/actor'
import { nearest } from './cells'
import { shownOf } from './tafel-figures'

/** Who reads these figures. Of a provider or a corporation only their own row; a client council the covenant alone. */
export const retentionReaders: readonly Role[] = [
  'coordinator',
  'regisseur',
  'gemeenteLead',
  'boardMember',
  'corporatieLead',
  'zorgLead',
  'clientCouncil',
]

/** Months after the key; 0 is today, whenever the key was. */
export const ages = [0, 6, 12, 24, 36] as const
export type Age = (typeof ages)[number]

export const groupings = ['covenant', 'provider', 'corporation'] as const
export type Grouping = (typeof groupings)[number]

/** `home`: lives there. `guided`: support runs, more than the waakvlam. `well`: the file was closed well, in this home or another of their own. */
export const measures = ['home', 'guided', 'well'] as const
export type Measure = (typeof measures)[number]

/** Households that reached an age, without those who died before it, and how they were then. */
export type Tally = Readonly<Record<Measure, number>> & { readonly reached: number; readonly persons: number }
export type Counted = Tally & {
  readonly by: Grouping
  /** Null for the covenant, and for homes of which this party is not known here. */
  readonly organisation: string | null
  readonly age: Age
}

/** Null where a number, or what could be found from it, is too small to show. */
export type ShownTally = { readonly [K in keyof Tally]: number | null }
export type RetentionRow = Pick<Counted, 'by' | 'organisation'> & {
  readonly at: ReadonlyMap<Age, ShownTally>
}

const parts = ['reached', ...measures] as const
const nothing: ShownTally = { reached: null, persons: null, home: null, guided: null, well: null }
const small = (n: number, limit: number) => n > 0 && n < limit

/** One tally on its own: what is left of the whole, or between two of its numbers, is told no more than the numbers are. */
function shownTally(tally: Tally, limit: number): ShownTally {
  const { reached, persons, home, guided, well } = tally
  if (small(reached, limit)) return nothing
  const of = (n: number) => shownOf(n, reached, limit).n
  return {
    reached,
    persons: small(persons, limit) ? null : persons,
    home: of(home),
    guided: small(home - guided, limit) ? null : of(guided),
    well: small(reached - guided - well, limit) ? null : of(well),
  }
}

/** Of rows that add up to a known total no single number is hidden, for it could be found: the smallest other one is hidden with it. */
function hiddenTogether(rows: readonly { tally: Tally; shown: ShownTally }[]): ShownTally[] {
  const shown = rows.map((row) => row.shown)
  for (const part of parts) {
    if (shown.filter((one) => one[part] === null).length !== 1) continue
    const others = rows.flatMap(({ tally }, i) => (shown[i]?.[part] == null ? [] : [{ i, n: tally[part] }]))
    const [next] = others.sort((a, b) => a.n - b.n)
    if (next)
      shown[next.i] = part === 'reached' ? nothing : { ...(shown[next.i] as ShownTally), [part]: null }
  }
  return shown
}

/** The total, without what would tell the small numbers of all others to whoever knows the one row that is theirs. */
function besideOwn(total: ShownTally, all: Tally, own: Tally | undefined, limit: number): ShownTally {
  if (!own) return total
  const left = (part: keyof Tally) => all[part] - own[part]
  const rest = {
    persons: left('persons'),
    reached: left('reached'),
    home: left('home'),
    guided: left('guided'),
    well: left('well'),
  }
  const told = shownTally(rest, limit)
  const kept = (part: keyof Tally) => (told[part] === null ? null : total[part])
  return {
    persons: kept('persons'),
    reached: kept('reached'),
    home: kept('home'),
    guided: kept('guided'),
    well: kept('well'),
  }
}

/** What can be shown of it: the covenant first, then each party. `own`: whoever asks has one row of their own beside the total. */
export function retentionOf(counted: readonly Counted[], limit: number, own: boolean): RetentionRow[] {
  const rows = new Map<string, { by: Grouping; organisation: string | null; at: Map<Age, ShownTally> }>()
  const keep = ({ by, organisation, age }: Counted, tally: ShownTally) => {
    const key = `${by} ${organisation}`
    const row = rows.get(key) ?? { by, organisation, at: new Map() }
    row.at.set(age, tally)
    rows.set(key, row)
  }
  for (const age of ages) {
    const here = counted.filter((one) => one.age === age)
    const total = here.find(({ by }) => by === 'covenant')
    if (!total) continue
    const mine = own ? here.find(({ by }) => by !== 'covenant') : undefined
    keep(total, besideOwn(shownTally(total, limit), total, mine, limit))
    for (const by of ['provider', 'corporation'] as const) {
      const group = here.filter((one) => one.by === by)
      const alone = group.map((tally) => ({ tally, shown: shownTally(tally, limit) }))
      const shown = own ? alone.map((one) => one.shown) : hiddenTogether(alone)
      for (const [i, one] of group.entries()) keep(one, shown[i] ?? nothing)
    }
  }
  return [...rows.values()]
}

/**
 * To the nearest `step`, at least 1. For whoever cannot open the cases behind it: months are chosen freely, and two
 * periods that differ by one month would tell of the few who got a key in that month.
 */
export function rounded({ by, organisation, at }: RetentionRow, step: number): RetentionRow {
  const near = (n: number | null) => nearest(n, step)
  const tallies = [...at].map(([age, t]): [Age, ShownTally] => [
    age,
    {
      reached: near(t.reached),
      persons: near(t.persons),
      home: near(t.home),
      guided: near(t.guided),
      well: near(t.well),
    },
  ])
  return { by, organisation, at: new Map(tallies) }
}
