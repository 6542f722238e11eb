import 'server-only'
// What the journal and the derived rows are told of a taken step: the one argument of app.record_step.
import { createHash } from 'node:crypto'
import { lastingAt, type Spoed, type TaskName, tasks, workingDaysOf } from '@/domain/case/tasks'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { fileToldOf } from '@/domain/intake/imported'
import type { FromFile } from '@/domain/kernel/context'
import { addWorkingDays, resume } from '@/domain/kernel/days'
import type { Row, Taken } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { basisOf, purposeOfStep } from '@/domain/privacy/purposes'

export type Meta = {
  organisationId: string
  today: string
  rules: RuleSet
  causeId: string | null
  actionKey: string | null
  requestId: string | null
  /** The row of an imported file that it was taken for: its record says so. */
  fromFile?: FromFile
}

function opened(taken: Taken, { of }: Loaded<Compartments>, { rules, today }: Meta) {
  const spoed = (taken.effect.write?.spoed ?? of.spoed) as Spoed
  return taken.opens.map((task) => {
    const { role, part, term } = tasks[task as TaskName]
    const dueOn =
      taken.effect.due?.[task] ??
      addWorkingDays(today, term === 'byDate' ? 0 : workingDaysOf(term, rules, spoed, today))
    return { task, role, part, dueOn, paused: taken.effect.paused?.includes(task) ?? false }
  })
}

const resumed = ({ step }: Taken, { turns }: Loaded<Compartments>, { today }: Meta) =>
  step.row.resumes
    ? turns.flatMap((t) => (t.pausedOn ? [{ task: t.task, dueOn: resume(t.dueOn, t.pausedOn, today) }] : []))
    : []

const partOfRole = (role: string) => Object.values(tasks).find((t) => t.role === role)?.part

const hearing = ({ notifies = [], alarms = [] }: Row) => [
  ...notifies.map((role) => ({ role, part: partOfRole(role) })),
  ...alarms,
]

/** Everything that app.record_step needs to know of a step that was taken on this subject, as it was before. */
export function recordOf(subject: Loaded<Compartments>, taken: Taken, meta: Meta) {
  const { effect, step } = taken
  const purpose = purposeOfStep(step)
  return {
    subjectId: subject.spine.id,
    version: subject.spine.version,
    step: step.name,
    from: taken.from,
    to: taken.to,
    on: meta.today,
    shown: Object.keys({ ...effect.write, ...effect.append }),
    tells: { ...effect.tells, ...(meta.fromFile && fileToldOf(meta.fromFile)) },
    lasting: lastingAt(taken.to),
    closes: [...(step.row.closes ?? []), ...(effect.closes ?? [])],
    opens: opened(taken, subject, meta),
    resumes: resumed(taken, subject, meta),
    relate: effect.relate ?? [],
    release: effect.release ?? [],
    notifies: effect.quiet
      ? []
      : [...hearing(step.row).filter(({ role }) => !effect.unheard?.includes(role)), ...(effect.hears ?? [])],
    causeId: meta.causeId,
    actionKey: meta.actionKey,
    requestId: meta.requestId,
    purpose,
    ground: basisOf(purpose),
    payloadHash: createHash('sha256')
      .update(JSON.stringify([effect.write ?? {}, effect.append ?? {}]))
      .digest('hex'),
  }
}

export type StepRecord = ReturnType<typeof recordOf>
