// The stories of a large world: groups like the regions of the demo, each with tafels and dwellings of its own.
import { chanceOf } from '../chance'
import { type CovenantKey, clientsOf, covenantKeys } from '../clients'
import type { Numbering } from '../dwellings'
import type { Telling, WorldEvent } from '../event'
import { type Goal, goals } from '../goals'
import { covenants, tellRegion, upTo } from '../plan'

/** So many cases are told together: their tafels have some ten items each, and their rows fit in memory with ease. */
export const TOGETHER = 480

const files = covenants()
const all = covenantKeys.flatMap((covenant) =>
  (goals[covenant] ?? []).map((goal): readonly [CovenantKey, Goal] => [covenant, goal]),
)

/** Where so many cases get to: the counts of the demo, over and over, the last time not all of them. */
function shares(name: string, count: number): (readonly [CovenantKey, Goal])[] {
  const whole = Array.from({ length: Math.floor(count / all.length) }, () => all).flat()
  return [
    ...whole,
    ...chanceOf(name)
      .shuffled(all)
      .slice(0, count % all.length),
  ]
}

/** The events of so many cases up to today, numbered from `from`. The same numbers give the same stories. */
export function tellCohort(today: string, from: number, count: number): WorldEvent[] {
  const telling: Telling = []
  const numbering: Numbering = { next: 1 }
  const name = `cohort:${from}`
  const share = shares(name, count)
  let next = from
  for (const file of files) {
    const covenant = file.key as CovenantKey
    const mine = share.filter(([key]) => key === covenant).map(([, goal]) => goal)
    const cast = { goals: mine, deal: `${name}:${covenant}`, counted: false }
    const clients = clientsOf(covenant, next, cast)
    tellRegion(file, today, clients, numbering, telling, `${name}:supply:${covenant}`)
    next += mine.length
  }
  return upTo(today, telling)
}
