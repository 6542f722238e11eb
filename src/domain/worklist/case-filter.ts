// Which cases a list shows, and in which order. It stands in addresses, so it holds codes only: no names, no words.
import { z } from 'zod'
import type { Role } from '../case/actor'
import { process } from '../case/process'
import { between, passed, type Stage } from '../case/stages'
import { type TaskName, tasks } from '../case/tasks'
import type { Way } from '../kernel/paging'
import type { Row } from '../kernel/step'
import type { Asked } from './work-filter'

/** By number; by the day on which the first task ends; by how long they have waited for a key. */
const caseSorts = ['number', 'due', 'waiting'] as const
export type CaseSort = (typeof caseSorts)[number]

/** On whom a case waits: on me; not on me; on me, while I have not opened it since that began. */
export const whoses = ['me', 'others', 'new'] as const
export type Whose = (typeof whoses)[number]

/** Whether tasks can wait on this role at all. */
export const waitedFor = (role: Role) => caseTasks.some((task) => tasks[task].role === role)

export type CaseFilter = {
  readonly stage: Stage | null
  readonly task: TaskName | null
  /** Only those of which a task is too late. */
  readonly late: boolean
  /** Only those in which this organisation plays a part. */
  readonly organisation: string | null
  readonly whose: Whose | null
  /** Only those of one mentor, by the mark of their name; not kept in a view. */
  readonly mentor: string | null
  readonly sort: CaseSort
}

const one = (value: Asked[string]) => (typeof value === 'string' ? value : '')

/** The stages in which each task can be open, from the rows that open it: without them a rare task is looked for everywhere. */
const openIn = (task: TaskName): readonly Stage[] => {
  const rows = (Object.values(process) as readonly Row[]).filter((row) => row.opens?.includes(task))
  return passed.filter((stage) => rows.some(({ from, to }) => [to ?? from].flat().includes(stage)))
}

/** The tasks of cases, in the order in which they come up. */
export const caseTasks = (Object.keys(tasks) as TaskName[]).filter((task) => openIn(task).length > 0)

/** The filter of an address; whatever is no code is not asked. */
export function caseFilter(asked: Asked): CaseFilter {
  const organisation = one(asked.organisation)
  const late = asked.late === 'yes'
  return {
    stage: passed.find((stage) => stage === asked.stage) ?? null,
    task: caseTasks.find((task) => task === asked.task) ?? null,
    late,
    organisation: z.uuid().safeParse(organisation).success ? organisation : null,
    whose: whoses.find((whose) => whose === asked.whose) ?? null,
    mentor: /^[0-9a-f]{16}$/.test(one(asked.mentor)) ? one(asked.mentor) : null,
    sort: caseSorts.find((sort) => sort === asked.sort) ?? (late ? 'due' : 'number'),
  }
}

/** The same as it stands in an address. */
export const askedOf = ({ stage, task, late, organisation, whose, mentor, sort }: CaseFilter) => ({
  stage,
  task,
  late: late ? 'yes' : null,
  organisation,
  whose,
  mentor,
  sort: sort === (late ? 'due' : 'number') ? null : sort,
})

/** Whether more is asked than a stage. */
export const chooses = ({ task, late, organisation, whose, mentor }: CaseFilter) =>
  !!task || late || !!organisation || !!whose || !!mentor

/** The stages to look in: the one that is asked, or all running ones; of a task those in which it can be open. */
export function stagesOf({ stage, task, sort }: CaseFilter): readonly Stage[] {
  const waiting = between('intake', 'tenancy')
  const all = stage ? [stage] : sort === 'waiting' ? waiting : between('intake', 'aftercare')
  return task ? all.filter((one_) => openIn(task).includes(one_)) : all
}

/** A row of the list: where it stands in the order, and which case it is. */
export type CaseCursor = { readonly way: Way; readonly place: string; readonly id: string } | null

const ROW = /^([\w-]{1,40})_([0-9a-f]{8}-[0-9a-f-]{27})$/

/** Where the page of an address begins. */
export function caseCursor(asked: Asked, sort: CaseSort): CaseCursor {
  for (const way of ['after', 'before'] as const) {
    const [, place, id] = ROW.exec(one(asked[way])) ?? []
    const fits = {
      number: true,
      due: z.iso.date().safeParse(place).success,
      waiting: /^\d{6}$/.test(place ?? ''),
    }
    if (place && id && fits[sort]) return { way, place, id }
  }
  return null
}
