// What follows by itself when a term has passed: which step, on which day, and when it is told beforehand.
import { processes } from '../case/steps'
import type { RuleSet } from '../covenant/rule-set'
import { addWorkingDays, isWorkingDay, workingDaysBefore } from '../kernel/days'
import type { Row } from '../kernel/step'
import type { SubjectKind, Turn } from '../kernel/subject'
import { momentOf } from '../kernel/zone'

export type ConsequenceStep = keyof RuleSet['consequences']

/** By task, the step that follows its term and the stages in which it does, as the process says. */
const byTask = new Map(
  Object.values(processes).flatMap(({ kind, rows }) =>
    Object.entries<Row>(rows).flatMap(([step, { causedByTerm, from }]) =>
      [causedByTerm ?? []]
        .flat()
        .map((task) => [`${kind} ${task}`, { step: step as ConsequenceStep, from }] as const),
    ),
  ),
)

/** The tasks that something can follow by itself, in some covenant. */
export const followedTasks: readonly string[] = [...byTask.keys()].map((key) => key.split(' ')[1] as string)

export type Consequence = { readonly step: ConsequenceStep; readonly days: number }

type At = { readonly kind: SubjectKind; readonly stage: string; readonly task: string }

/** What the covenant lets follow this many working days after the last day of a task; null where people alone act. */
export function consequenceOf({ kind, stage, task }: At, rules: RuleSet): Consequence | null {
  const found = byTask.get(`${kind} ${task}`)
  const days = found && rules.consequences[found.step]
  if (!found || !days || !found.from.includes(stage) || rules.switchedOff.includes(found.step)) return null
  return { step: found.step, days }
}

/** So many working days before it happens, whoever holds the task is told at the least. */
export const NOTICE = 2

export type Running = {
  readonly dueOn: string
  /** Working days beyond the last day. */
  readonly days: number
  /** The day on which whoever holds the task was told of it; null as long as nobody was. */
  readonly announcedOn: string | null
}

const announceOn = ({ dueOn, days }: Running) => workingDaysBefore(addWorkingDays(dueOn, days), NOTICE)

/** The day on which it happens, if nothing changes: as agreed, and later when it was told late. Never a day without work. */
export function happensOn(running: Running, today: string): string {
  const agreed = addWorkingDays(running.dueOn, running.days)
  const told = running.announcedOn ?? [announceOn(running), addWorkingDays(today, 0)].sort()[1]
  return [agreed, addWorkingDays(told as string, NOTICE)].sort()[1] as string
}

/** The hour at which terms are looked at: before the day begins. */
const MORNING = '07:00'

export type Doing = { readonly act: 'announce' | 'happen' | null; readonly again: Date }

/** What is to be done about it today, and when to look again otherwise. Nothing happens on a day without work. */
export function doingOf(running: Running, today: string): Doing {
  const announced = running.announcedOn !== null
  const on = announced ? happensOn(running, today) : announceOn(running)
  const look = (day: string) => momentOf(day, MORNING)
  if (on > today) return { act: null, again: look(on) }
  if (!isWorkingDay(today)) return { act: null, again: look(addWorkingDays(today, 0)) }
  return { act: announced ? 'happen' : 'announce', again: look(addWorkingDays(today, 1)) }
}

/** What follows by itself, and on which day, as long as nobody answers. */
export type Ahead = { readonly task: string; readonly step: ConsequenceStep; readonly on: string }

type Seen = {
  readonly spine: { readonly kind: SubjectKind; readonly stage: string }
  readonly turns: readonly Turn[]
}

/** What lies ahead of a subject that is not shielded; `told` names the terms of which it was announced, and the day. */
export function aheadOf(
  { spine, turns }: Seen,
  rules: RuleSet,
  told: readonly { readonly task: string; readonly on: string }[],
  today: string,
): Ahead[] {
  return turns.flatMap(({ task, dueOn, pausedOn }) => {
    const found = pausedOn === null && consequenceOf({ ...spine, task }, rules)
    if (!found) return []
    const announcedOn = told.find((one) => one.task === task)?.on ?? null
    return [{ task, step: found.step, on: happensOn({ dueOn, days: found.days, announcedOn }, today) }]
  })
}
