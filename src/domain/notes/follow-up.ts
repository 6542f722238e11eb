// What somebody is asked when a task is too late: by whoever sees that, of whom it waits for.
import type { NoteReader } from '../kernel/context'
import { addWorkingDays } from '../kernel/days'
import type { Turn } from '../kernel/subject'

/** Within so many working days an answer is asked. */
const WITHIN = 5

/** About which task, of whom, and by when: what the form of a task begins with. */
export type FollowUp = { readonly turn: Turn; readonly forWhom: string; readonly dueOn: string }

type Known = {
  readonly readers: readonly NoteReader[]
  readonly mentor: string | null
  readonly today: string
}

/**
 * Of whom it is asked: the mentor of the client where it waits for them, the only one in that role there, or the organisation.
 * Null where nobody there can read a task on this case, and for a task that is not open.
 */
export function followUpOf(turn: Turn | undefined, { readers, mentor, today }: Known): FollowUp | null {
  const there = readers.filter((r) => r.organisationId === turn?.holderId)
  if (!turn || !there.length) return null
  const inRole = there.filter((r) => r.role === turn.role)
  const named = turn.role === 'mentor' ? inRole.filter((r) => r.name === mentor) : []
  const [one, other] = named.length ? named : inRole
  return {
    turn,
    forWhom: one && !other ? one.id : turn.holderId,
    dueOn: addWorkingDays(today, WITHIN),
  }
}
