// A condition of a decision is a task of whoever sees to it, until it is said that it was met, or that it will not be.

import type { Entry } from '../kernel/subject'
import type { Actor } from './actor'
import type { Case } from './case'
import type { CaseCompartments } from './compartments'
import { type Condition, conditionsOf, type Decision, lastAdopted, nextVersion } from './decisions'

type Word = Entry<CaseCompartments['conditionWords']>

export type ConditionLine = Condition & {
  /** The last word about it; null where nobody said anything yet. */
  readonly word: Word | null
  /** The day by which it must be met ('yyyy-mm-dd'): the last one that was given. Null: of an earlier time, when none was asked. */
  readonly dueOn: string | null
  /** Somebody still has to see to it. */
  readonly open: boolean
}

/** The task of each party that sees to a condition. */
const taskOf = {
  provider: 'meetProviderConditions',
  gemeente: 'meetGemeenteConditions',
  corporation: 'meetCorporationConditions',
} as const
/** Every task that a condition can be. */
export const conditionTasks = Object.values(taskOf)

/** How each of these conditions stands, by what was said of it. */
const standing = ({ of }: Pick<Case, 'of'>, conditions: readonly Condition[]): ConditionLine[] =>
  conditions.map((condition) => {
    const words = (of.conditionWords ?? []).filter(({ conditionRow }) => conditionRow === condition.id)
    const word = words.at(-1) ?? null
    const given = words.findLast(({ conditionState }) => conditionState === 'otherDay')
    return {
      ...condition,
      word,
      dueOn: given?.otherDay ?? condition.conditionOn,
      open: !word || word.conditionState === 'otherDay',
    }
  })

/** The conditions of a decision, each with how it stands now. */
export const linesOf = (kase: Case, decision: Pick<Decision, 'version' | 'replaces' | 'outcome'>) =>
  standing(kase, conditionsOf(kase, decision))

/** The conditions of the decision that counts; none where it has none, or where this reader may not know of them. */
export function conditionLines(kase: Case): ConditionLine[] {
  const decision = lastAdopted(kase)
  return decision ? linesOf(kase, decision) : []
}

/** Until a home is confirmed no corporation has the case: the gemeente, which looks for one, sees to what it must do. */
const holderOf = ({ conditionBy }: Condition, stage: string) =>
  conditionBy === 'corporation' && (stage === 'tafel' || stage === 'matching') ? 'gemeente' : conditionBy

/**
 * The tasks that these conditions are at a stage of the case: of each party the first day of what it has open. What has
 * nobody or no day is nobody's task; a tafel is not closed with it unnoticed.
 */
export function tasksOf(
  lines: readonly ConditionLine[],
  stage: string,
): { opens: string[]; due: Record<string, string> } {
  const due: Record<string, string> = {}
  for (const line of lines) {
    const holder = line.open ? holderOf(line, stage) : null
    if (!holder || !line.dueOn) continue
    const task = taskOf[holder]
    due[task] = due[task] && due[task] < line.dueOn ? due[task] : line.dueOn
  }
  return { opens: Object.keys(due), due }
}

/** The tasks that begin when the decision of this outcome is adopted, and the case goes on to look for a home. */
export const tasksToBegin = (kase: Case, outcome: Decision['outcome']) =>
  tasksOf(linesOf(kase, { version: nextVersion(kase), replaces: null, outcome }), 'matching')

/** The conditions about which this actor can say something: the gemeente of each, a provider or corporation of its own. */
export const conditionsFor = (kase: Case, { role }: Pick<Actor, 'role'>): ConditionLine[] => {
  const own = { mentor: 'provider', officer: 'corporation' } as const
  return conditionLines(kase).filter(
    ({ conditionBy }) => role === 'regisseur' || conditionBy === own[role as keyof typeof own],
  )
}
