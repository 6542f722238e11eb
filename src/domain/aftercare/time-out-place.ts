// A place that a provider lends for a time-out: what is said of it, and whether it is free.
import type { Case } from '../case/case'
import { code, count, day, longText, optional, text, type Values } from '../kernel/field'

/** What is kept of a place. Nothing in it is about a client. */
export const placeFields = {
  name: text(80),
  kind: code('timeOutKind', ['kamer', 'studio', 'logeerplek', 'crisisplek']),
  municipality: text(80),
  places: count(1, 50),
  freeFrom: day(),
  note: optional(longText(300)),
}
export type PlaceSaid = Values<typeof placeFields>

export type TimeOutPlace = PlaceSaid & {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  /** Until which days its rooms are held, the first in front. */
  readonly held: readonly string[]
}

/** Whether a room of it is free on a day, or why not: `until` is the day on which one comes free as it was said. */
export function freeOn(
  { places, freeFrom, held }: Pick<TimeOutPlace, 'places' | 'freeFrom' | 'held'>,
  today: string,
): { readonly free: number } | { readonly why: 'notYet' | 'taken'; readonly until: string } {
  if (freeFrom > today) return { why: 'notYet', until: freeFrom }
  const [first] = held
  return held.length >= places && first ? { why: 'taken', until: first } : { free: places - held.length }
}

/** The place that is held for this client on a day, before the time-out begins; null where none is. */
export function heldFor(kase: Pick<Case, 'of'> | null, today: string): string | null {
  const last = kase?.of.timeOuts?.at(-1)
  return last?.timeOutEvent === 'reserved' && (last.reservedUntil ?? '') >= today ? last.registerPlace : null
}
