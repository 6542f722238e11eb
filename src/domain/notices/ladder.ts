// The term of a task: who is reminded of it, and who hears, one after the other, when it has passed.
import type { Role } from '../case/actor'
import { type TaskName, tasks } from '../case/tasks'
import type { RuleSet } from '../covenant/rule-set'
import { addWorkingDays, isWorkingDay, workingDaysBefore } from '../kernel/days'
import { momentOf } from '../kernel/zone'
import { followedTasks } from './consequence'

/** From the lowest to the highest; `remind` comes before the last day, the others after it. */
const rungs = ['remind', 'holder', 'standIn', 'lead', 'coordinator'] as const
export type Rung = (typeof rungs)[number]

export type Term = { readonly role: Role; readonly since: string; readonly dueOn: string }

/** Who leads the people of a role; nobody where the law wants them to be independent (art. 38 AVG). */
export const leadOf: Readonly<Partial<Record<Role, Role>>> = {
  mentor: 'zorgLead',
  regisseur: 'gemeenteLead',
  chair: 'gemeenteLead',
  secretary: 'gemeenteLead',
  officer: 'corporatieLead',
}

/** Who holds a task that something can follow by itself. */
const followed: readonly Role[] = followedTasks.map((task) => tasks[task as TaskName].role)

/** What this role hears of terms: near when it holds tasks, late when it does or is on the ladder. */
export function hearsOfTerms(role: Role): readonly string[] {
  const holders: readonly Role[] = Object.values(tasks).map((task) => task.role)
  if (followed.includes(role)) return ['termNear', 'termLate', 'consequenceNear']
  if (holders.includes(role)) return ['termNear', 'termLate']
  const above: readonly Role[] = [...holders.flatMap((holder) => leadOf[holder] ?? []), 'coordinator']
  return above.includes(role) ? ['termLate'] : []
}

type RungOn = { readonly rung: Rung; readonly on: string }

/** Day by day what is told of this term: no reminder of a term that is shorter than that, no lead where there is none. */
export function ladderOf({ role, since, dueOn }: Term, ladder: RuleSet['ladder']): readonly RungOn[] {
  const remindOn = workingDaysBefore(dueOn, ladder.remind)
  return rungs.flatMap((rung): RungOn[] => {
    if (rung === 'remind') return ladder.remind > 0 && remindOn > since ? [{ rung, on: remindOn }] : []
    if (rung === 'lead' && !leadOf[role]) return []
    return [{ rung, on: addWorkingDays(dueOn, ladder[rung]) }]
  })
}

/** The hour at which terms are told of: before the day begins. */
const MORNING = '07:00'

export type Telling = { readonly rung: Rung | null; readonly again: Date | null }

/**
 * What is to be told today of a term of which these rungs were told, and when to look again. One rung at a time, each at
 * least a working day after the one below it: who holds the task hears before their lead does, also when nobody looked for
 * a while. A reminder comes in time or not at all.
 */
export function tellingOf(
  term: Term,
  ladder: RuleSet['ladder'],
  told: readonly string[],
  today: string,
): Telling {
  const left = ladderOf(term, ladder).filter(
    ({ rung }) => !told.includes(rung) && (rung !== 'remind' || today <= term.dueOn),
  )
  const [first, second] = left
  if (!first) return { rung: null, again: null }
  if (first.on > today) return { rung: null, again: momentOf(first.on, MORNING) }
  // Nobody is at work to hear of it.
  if (!isWorkingDay(today)) return { rung: null, again: momentOf(addWorkingDays(today, 0), MORNING) }
  const soonest = addWorkingDays(today, 1)
  const next = second && (second.on > soonest ? second.on : soonest)
  return { rung: first.rung, again: next ? momentOf(next, MORNING) : null }
}
