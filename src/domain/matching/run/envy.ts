// Who was proposed nothing while a home that fits them went to somebody less urgent, and what stood in between.
import { type Scarcity, whyOf } from './questions'
import type { Solved } from './solve'
import { urgencyOf } from './worth'

/** By the ids of the case and of the home; `what` is scarce there. Whose home it became is not said. */
export type Envy = { readonly case: string; readonly dwelling: string; readonly what: Scarcity['what'] }

/** The urgency of whom each home was proposed to, by its place in the input. */
function urgencies({ input, answer, task }: Solved): ReadonlyMap<number, number> {
  return new Map(
    input.clients.flatMap(({ priority, waitingDays }, at) => {
      const k = answer.edge[at] ?? -1
      return k < 0 ? [] : [[task.unit[k] as number, urgencyOf(priority, waitingDays)] as const]
    }),
  )
}

/** The homes of the run that a client without one could have, and that went to somebody less urgent; the widest difference first. */
function passedBy(solved: Solved, client: number, given: ReadonlyMap<number, number>): number[] {
  const who = solved.input.clients[client]
  if (!who) return []
  const own = urgencyOf(who.priority, who.waitingDays)
  return (solved.rows[client]?.unit ?? [])
    .filter((unit) => (given.get(unit) ?? own) < own)
    .sort((a, b) => (given.get(a) as number) - (given.get(b) as number) || a - b)
}

/** One home for each client who was passed by in a run, with what is scarce there. `limit`: the smallest group that a number tells of. */
export function envyIn(solved: Solved, limit: number): Envy[] {
  const given = urgencies(solved)
  const agreed = new Set(solved.input.locked.map((pair) => pair.case))
  return solved.input.clients.flatMap(({ id }, client) => {
    if ((solved.answer.edge[client] ?? -1) >= 0 || agreed.has(id)) return []
    const [unit] = passedBy(solved, client, given)
    const home = unit === undefined ? undefined : solved.input.homes[unit]
    if (unit === undefined || !home) return []
    const what = whyOf(solved, { client, unit }, limit)?.scarcity?.what ?? 'home'
    return [{ case: id, dwelling: home.id, what }]
  })
}
