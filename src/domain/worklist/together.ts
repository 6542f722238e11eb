// Steps that one person takes on several cases at once. Each case gets the same step and record as it would alone.
import type { Role } from '../case/actor'
import { type CaseStep, process } from '../case/process'
import type { TaskName } from '../case/tasks'
import type { Row } from '../kernel/step'

/**
 * asks: the fields that are answered once for all; what else the step asks stays as it is in each case.
 * undo: the step that takes it back, with what stood there before; null where none does.
 */
export type Together = {
  readonly asks: readonly string[]
  readonly undo: CaseStep | null
  /** It answers this task, and is offered where the list is about it. */
  readonly answers?: TaskName
  /** The order in which it is taken on them means something: one after the other. */
  readonly inOrder?: true
}

/** The word of the gemeente on what a file says of each client: many come in at once, and each line says it again. */
const confirming = { undo: null, answers: 'checkImported' } as const

/**
 * Of the process, the steps that mean the same in every case; whatever is grave, or judges one client, is not among them. A
 * client from a file was judged before there was a case: that is confirmed, as the file says it of each.
 */
export const together = {
  describeParties: { asks: ['mentorName', 'mentorPhone'], undo: 'describeParties' },
  putOnTafel: { asks: ['tafel'], undo: 'takeOffTafel', inOrder: true },
  takeOffTafel: { asks: [], undo: null },
  assignLocalTeam: { asks: ['localTeam'], undo: null },
  confirmForTafel: { asks: [], ...confirming },
  confirmAdmitted: { asks: ['priority', 'clientText'], ...confirming },
  confirmHoused: { asks: [], ...confirming },
} as const satisfies Partial<Record<CaseStep, Together>>
export type TogetherStep = keyof typeof together

const names = Object.keys(together) as TogetherStep[]

/** So many cases go together at most: a page of the list. */
export const MOST_TOGETHER = 50

/** The steps that this role can take on several cases at once. */
export const togetherFor = (role: Role): readonly TogetherStep[] =>
  names.filter((name) => (process[name] as Row).by[role] !== undefined)

/** Of these, what is offered beside a list that is about this task, or about any. */
export const offeredFor = (role: Role, task: TaskName | null): readonly TogetherStep[] =>
  togetherFor(role).filter((name) => {
    const { answers }: Together = together[name]
    return !answers || answers === task
  })

/** Whether it confirms what a file says of a client. */
export const confirms = (name: TogetherStep): boolean =>
  (together[name] as Together).answers === confirming.answers

/** The step of an address, for this role. */
export const togetherIn = (asked: unknown, role: Role): TogetherStep | null =>
  togetherFor(role).find((name) => name === asked) ?? null
