// The work of an organisation in numbers: what is open, how old it is, how much of it is too late.
import { workingDaysBetween } from '../kernel/days'

/** The open tasks of one kind that began on one day. */
export type Opened = {
  readonly task: string
  readonly role: string
  readonly since: string
  readonly overdue: boolean
  readonly n: number
}

/** What one mentor of a provider has in hand. `key` marks them in an address. */
export type MentorLoad = {
  readonly key: string
  readonly name: string
  readonly cases: number
  /** Cases of which a task of theirs is overdue. */
  readonly late: number
  /** Since when the oldest of their tasks waits. */
  readonly oldest: string | null
  /** Terms that end within the next working days. */
  readonly ending: number
}

/** So many working days ahead a team leader looks. */
export const AHEAD = 10

export type TaskLoad = {
  readonly task: string
  readonly role: string
  readonly open: number
  readonly overdue: number
  /** Working days since the first of them began. */
  readonly oldest: number
}

/** The age groups of open tasks, in working days; the last one has no end. */
const ageGroups = [
  { key: 'upTo5', until: 5 },
  { key: 'upTo10', until: 10 },
  { key: 'upTo20', until: 20 },
  { key: 'over20', until: Number.POSITIVE_INFINITY },
] as const
export type AgeGroup = (typeof ageGroups)[number]['key']

const sum = (list: readonly Opened[]) => list.reduce((total, { n }) => total + n, 0)

/** Per kind of task and role: how many, how many too late, how old the oldest. The most overdue first, then the most. */
export function loadOf(opened: readonly Opened[], today: string): TaskLoad[] {
  const kinds = Map.groupBy(opened, ({ task, role }) => `${role} ${task}`)
  return [...kinds.values()]
    .map((list) => {
      const [{ task, role }] = list as [Opened]
      const first = list.reduce((min, { since }) => (since < min ? since : min), today)
      const overdue = sum(list.filter((o) => o.overdue))
      return { task, role, open: sum(list), overdue, oldest: workingDaysBetween(first, today) }
    })
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || (a.task < b.task ? -1 : 1))
}

/** How many open tasks there are of each age. */
export function agesOf(opened: readonly Opened[], today: string): { key: AgeGroup; n: number }[] {
  const groupOf = (since: string) => {
    const age = Math.max(0, workingDaysBetween(since, today))
    return ageGroups.find(({ until }) => age <= until)?.key
  }
  return ageGroups.map(({ key }) => ({ key, n: sum(opened.filter(({ since }) => groupOf(since) === key)) }))
}
