import 'server-only'
// Counts of a whole region. What took long to count stays as it was for a while, so that nobody waits for it again and again.
import { LRUCache } from 'lru-cache'
import type { Actor } from '@/domain/case/actor'
import { timeOfDay } from './clock'

/** In milliseconds. What is counted within it is counted anew each time: in most regions that is all there is. */
const LONG = 250
/** What took long is kept for so many times as long: one count asked for all day takes the database a two-hundredth of it. */
const TIMES = 200

/** Counts, and the time of day at which they were made, 'hh:mm'; null where that is now. */
export type Kept<T> = { readonly counts: T; readonly countedAt: string | null }

const clock = { now: () => Date.now() }
const kept = new LRUCache<string, Kept<object>>({ max: 500, ttlResolution: 0, perf: clock })

type Asking = Pick<Actor, 'covenantId' | 'organisationId' | 'role'>

/**
 * What `count` finds, or found some minutes ago at most (docs/decisions/0057). `asked` names the counts and all that they depend on
 * beside who asks: everybody of one role in one organisation reads the same ones.
 */
export async function keptCounts<T extends object>(
  { covenantId, organisationId, role }: Asking,
  asked: readonly [name: string, ...string[]],
  count: () => Promise<T>,
): Promise<Kept<T>> {
  const key = JSON.stringify([covenantId, organisationId, role, ...asked])
  const found = kept.get(key)
  if (found) return found as Kept<T>
  const began = clock.now()
  const counts = await count()
  const took = clock.now() - began
  if (took > LONG) kept.set(key, { counts, countedAt: timeOfDay() }, { ttl: took * TIMES })
  return { counts, countedAt: null }
}
