// The tasks that a mentor meets on the way: each a card with one thing to do.
import type { Stage } from '../case/stages'
import type { TaskName } from '../case/tasks'

export const cardGroups = ['visits', 'questions', 'returned'] as const
export type CardGroup = (typeof cardGroups)[number]

type Waiting = { readonly task: string; readonly stage: string }

/** Whom to visit or to call. */
export const visiting: readonly TaskName[] = ['visit', 'contact']
/** What somebody asked to complete. */
export const completing: TaskName = 'supplyMore'
/** Everything that can be on a card: the list below leaves it out. */
export const onCards: readonly TaskName[] = [...visiting, completing]

const atTafel: Stage = 'tafel'

/** On which card a task stands. The same task is a question of the tafel, or an application that came back. */
export function cardOf({ task, stage }: Waiting): CardGroup | null {
  if ((visiting as readonly string[]).includes(task)) return 'visits'
  if (task !== completing) return null
  return stage === atTafel ? 'questions' : 'returned'
}
