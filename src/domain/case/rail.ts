// The stages of a case as its rail shows them: which are behind it, since when, and by which day the next is expected.
import type { Turn } from '../kernel/subject'
import { passed, type Stage } from './stages'
import type { TaskName } from './tasks'

/** A case came to a stage on this day, as far as the reader may know: the last time that it did. */
export type Arrival = { readonly stage: string; readonly on: string }

export type RailStage = {
  readonly stage: Stage
  /** `skipped`: the case was closed before it came there. */
  readonly state: 'done' | 'current' | 'next' | 'skipped'
  /** Since when it is or was there; null where that is not known to this reader. */
  readonly since: string | null
  /** The last day of the term within which the case should come there; null where no term says so. */
  readonly expectedBy: string | null
}

/** The tasks of a stage that, once done, bring the case to the next one. */
const leadsOn: Readonly<Record<string, readonly TaskName[]>> = {
  intake: ['checkIntake'],
  tafel: ['decide'],
  matching: ['findDwelling', 'confirmOffer'],
  tenancy: ['handOverKey'],
}

/** By when the next stage should be there: what has no running term, or is too late already, promises nothing. */
function expectedFrom(stage: string, turns: readonly Turn[], today: string): string | null {
  const due = turns
    .filter((t) => (leadsOn[stage] as readonly string[] | undefined)?.includes(t.task) && !t.pausedOn)
    .map(({ dueOn }) => dueOn)
    .sort()
  return due.find((day) => day >= today) ?? null
}

/** Every stage that a case passes. `today` is 'yyyy-mm-dd'; what is known of arrivals is what the reader's timeline tells. */
export function railOf(
  now: string,
  arrivals: readonly Arrival[],
  turns: readonly Turn[],
  today: string,
): RailStage[] {
  const at = (passed as readonly string[]).indexOf(now)
  const since = new Map(arrivals.map(({ stage, on }) => [stage, on]))
  // How far a closed case came is only known to who reads when it came anywhere.
  const furthest = passed.slice(0, -1).findLastIndex((stage) => since.has(stage))
  const skipped = (i: number) => now === 'closed' && furthest >= 0 && i > furthest && i < at
  const state = (i: number) => (i === at ? 'current' : i > at ? 'next' : skipped(i) ? 'skipped' : 'done')
  return passed.map((stage, i) => ({
    stage,
    state: state(i),
    since: i <= at ? (since.get(stage) ?? null) : null,
    expectedBy: i === at + 1 ? expectedFrom(now, turns, today) : null,
  }))
}
