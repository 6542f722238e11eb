// How far a tafel is, in the words of the table. An open agenda and an invitation are days and no stages of their own.

/** What a tafel passes, in this order. */
const tafelWay = ['planned', 'agendaOpen', 'invited', 'inSession', 'adopted', 'closed'] as const
type OnTheWay = (typeof tafelWay)[number]

export type TafelRailStage = {
  readonly stage: OnTheWay | 'cancelled'
  /** `skipped`: it came further without it, or was called off before. */
  readonly state: 'done' | 'current' | 'next' | 'skipped'
  /** When it came there, or is to come there; null where this reader does not know. */
  readonly on: string | null
}

/** On which day it came to each; left out where the reader cannot know whether it did, null where it did not. */
export type Reached = Readonly<Partial<Record<OnTheWay | 'cancelled', string | null>>>

const furthest = (reached: Reached) => tafelWay.findLastIndex((stage) => reached[stage])

/** Every stage of a tafel with its day. `now` is its stage in the process, `meets` the day on which it is held. */
export function tafelRailOf(now: string, meets: string | null, reached: Reached): TafelRailStage[] {
  const called = now === 'cancelled'
  const at = called
    ? furthest(reached) + 1
    : now === 'planned'
      ? furthest(reached)
      : tafelWay.indexOf(now as OnTheWay)
  const state = (stage: OnTheWay, i: number) => {
    if (!called && i === at) return 'current'
    if (i >= at) return called ? 'skipped' : 'next'
    return reached[stage] === null ? 'skipped' : 'done'
  }
  const way = tafelWay.map((stage, i) => {
    const coming = stage === 'inSession' && !called && i > at ? meets : null
    return { stage, state: state(stage, i), on: (i <= at && reached[stage]) || coming } as const
  })
  if (!called) return way
  return [
    ...way.filter(({ state }) => state === 'done'),
    { stage: 'cancelled', state: 'current', on: reached.cancelled ?? null },
  ]
}

/** A record of a tafel, as its timeline tells it. */
type Told = {
  readonly step: string
  readonly tells: Readonly<{ [name: string]: string | number }>
  readonly on: string
  readonly person: string | null
  readonly organisation: string
}
/** From which day to which it was postponed, or brought forward, by whom. */
export type Move = Omit<Told, 'step' | 'tells'> & { readonly from: string; readonly to: string }

const days = ['planTafel', 'planNext', 'changeTafel']

/** Each time that it came to be on another day, the first on top. `story` is the timeline, the newest on top. */
export function movesIn(story: readonly Told[]): Move[] {
  const said = story.filter(({ step, tells }) => days.includes(step) && tells.on).toReversed()
  return said.flatMap(({ tells, on, person, organisation }, nth) => {
    const [from, to] = [String(said[nth - 1]?.tells.on ?? tells.on), String(tells.on)]
    return from === to ? [] : [{ from, to, on, person, organisation }]
  })
}
