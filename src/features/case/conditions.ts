import 'server-only'
// The conditions of the decision as far as this reader knows of them: who sees to each, by when, and what became of it.
import { type ConditionLine, conditionLines, conditionsFor } from '@/domain/case/conditions'
import type { Scene } from './on-case'

export type ConditionShown = Pick<ConditionLine, 'id' | 'condition' | 'conditionBy' | 'dueOn' | 'open'> & {
  /** What was said of it last, by whom and when; null where nothing was. */
  said: { state: string; by: string; on: string; why: string | null } | null
  /** Its day has passed, and it is still open. */
  late: boolean
  /** This reader can say what became of it. */
  mine: boolean
}

/** Every condition that counts now, in the order of the decision. */
export function conditionsShown({ kase, actor, names, day }: Scene): ConditionShown[] {
  const mine = new Set(conditionsFor(kase, actor).map(({ id }) => id))
  return conditionLines(kase).map(({ id, condition, conditionBy, dueOn, open, word }) => ({
    id,
    condition,
    conditionBy,
    dueOn,
    open,
    said: word && {
      state: word.conditionState,
      by: names.get(word.organisationId)?.name ?? '',
      on: word.recordedOn,
      why: word.conditionWhy,
    },
    late: open && !!dueOn && dueOn < day,
    mine: mine.has(id),
  }))
}
