// Which tasks a work list shows. It stands in addresses, so it holds codes only.
import { type TaskName, tasks } from '../case/tasks'
import { isDay } from '../kernel/days'
import type { Way } from '../kernel/paging'
import { type DueGroup, dueGroups } from './due'

export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>

export type WorkFilter = { readonly due: DueGroup | null; readonly task: TaskName | null }

/** The filter of an address; whatever is no code is not asked. */
export const workFilter = (asked: Asked): WorkFilter => ({
  due: dueGroups.find((group) => group === asked.due) ?? null,
  task: typeof asked.task === 'string' && Object.hasOwn(tasks, asked.task) ? (asked.task as TaskName) : null,
})

/** A row of a list in the order of a day: from there on, or before it. */
export type DayCursor = { readonly way: Way; readonly day: string; readonly id: string } | null

const ROW = /^(\d{4}-\d\d-\d\d)_([0-9a-f]{8}-[0-9a-f-]{27})$/

/** Where the page of an address begins. */
export function dayCursor(asked: Asked): DayCursor {
  for (const way of ['after', 'before'] as const) {
    const text = asked[way]
    const [, day, id] = ROW.exec(typeof text === 'string' ? text : '') ?? []
    if (day && id && isDay(day)) return { way, day, id }
  }
  return null
}

/** The same as it stands in an address. */
export const rowAt = (day: string, id: string) => `${day}_${id}`
