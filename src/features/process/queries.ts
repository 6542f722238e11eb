import 'server-only'
// The process as people follow it: per stage its steps, with the terms and the gaps of the covenant in force.
import type { Role } from '@/domain/case/actor'
import { type Arrow, arrowsOf, keepsUpToDate, stepsIn } from '@/domain/case/course'
import { processes } from '@/domain/case/steps'
import { type TaskName, tasks } from '@/domain/case/tasks'
import type { RuleSet } from '@/domain/covenant/rule-set'
import type { ProcessDefinition } from '@/domain/kernel/grants'
import type { Row } from '@/domain/kernel/step'
import type { SubjectKind } from '@/domain/kernel/subject'
import type { ConsequenceStep } from '@/domain/notices/consequence'
import { today } from '@/server/clock'
import { inForce, versionsOf } from '@/server/covenant'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'

/** A task that a step opens: on whom it waits, and in how many working days; null: the day that the step gives. */
export type OpenedTask = { readonly task: string; readonly role: Role; readonly days: number | null }

export type StepTold = {
  readonly name: string
  readonly by: readonly Role[]
  readonly writes: readonly string[]
  readonly opens: readonly OpenedTask[]
  readonly to: readonly string[]
  readonly notifies: readonly Role[]
  readonly causedBy: readonly string[]
  /** The tasks after whose term it is taken by itself, and after how many working days more; none: not in this covenant. */
  readonly causedByTerm: { readonly tasks: readonly string[]; readonly days: number } | null
  readonly grave: boolean
  readonly off: boolean
}

/** Steps that keep the file up to date, by who takes them and until which stage. */
export type Keeping = {
  readonly by: readonly Role[]
  readonly until: string
  readonly steps: readonly string[]
}

export type StageTold = {
  readonly stage: string
  readonly steps: readonly StepTold[]
  readonly keeping: readonly Keeping[]
}

export type ProcessTold = {
  readonly kind: SubjectKind
  readonly stages: readonly StageTold[]
  readonly arrows: readonly Arrow[]
}

export type ProcessScreen = {
  readonly covenant: string
  readonly version: number | null
  readonly off: readonly string[]
  readonly processes: readonly ProcessTold[]
}

function taskTold(task: string, rules: RuleSet | null): OpenedTask {
  const { role, term } = tasks[task as TaskName]
  return { task, role, days: term === 'byDate' || !rules ? null : rules.terms[term] }
}

const stepTold = (rules: RuleSet | null, [name, row]: readonly [string, Row]): StepTold => ({
  name,
  by: Object.keys(row.by) as Role[],
  writes: row.writes ?? [],
  opens: (row.opens ?? []).map((task) => taskTold(task, rules)),
  to: [row.to ?? []].flat(),
  notifies: [...new Set([...(row.notifies ?? []), ...(row.alarms ?? []).map(({ role }) => role)])],
  causedBy: row.causedBy ?? [],
  causedByTerm: row.causedByTerm
    ? { tasks: [row.causedByTerm].flat(), days: rules?.consequences[name as ConsequenceStep] ?? 0 }
    : null,
  grave: !!row.grave,
  off: !!rules?.switchedOff.includes(name),
})

function keepingOf(steps: readonly (readonly [string, Row])[]): Keeping[] {
  const alike = Map.groupBy(steps, ([, { by, from }]) => `${Object.keys(by).join()} ${from.at(-1)}`)
  return [...alike.values()].map((list) => {
    const [, row] = list[0] as (typeof list)[number]
    return {
      by: Object.keys(row.by) as Role[],
      until: row.from.at(-1) ?? '',
      steps: list.map(([name]) => name),
    }
  })
}

function processTold(process: ProcessDefinition, rules: RuleSet | null): ProcessTold {
  const stages = process.stages.slice(1).map((stage) => {
    const steps = stepsIn(process, stage)
    return {
      stage,
      steps: steps.filter(([, row]) => !keepsUpToDate(row)).map((step) => stepTold(rules, step)),
      keeping: keepingOf(steps.filter(([, row]) => keepsUpToDate(row))),
    }
  })
  return { kind: process.kind, stages, arrows: arrowsOf(process) }
}

/** The whole process, with the terms of the covenant version in force. */
export async function getProcessScreen(): Promise<ProcessScreen> {
  const actor = await currentActor()
  const version = await asActor(actor, async (tx) => inForce(await versionsOf(tx), today()))
  const rules = version?.rules ?? null
  return {
    covenant: actor.covenantName,
    version: version?.number ?? null,
    off: rules?.switchedOff ?? [],
    processes: Object.values(processes).map((process) => processTold(process, rules)),
  }
}
