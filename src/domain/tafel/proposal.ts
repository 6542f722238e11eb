// Which of the cases that are ready a tafel could take first. It proposes; people choose.

/** A case that can be put on a tafel now, with what its turn depends on. Days are 'yyyy-mm-dd'. */
export type Ready = {
  readonly id: string
  readonly number: string
  /** Until when the short terms of an emergency count for it. */
  readonly spoedUntil: string | null
  /** Since when the client is uitstroomgereed. */
  readonly readySince: string | null
  /** The last day on which it should be put on a tafel. */
  readonly dueOn: string | null
  /** The last tafel put it off, and nothing was decided since. */
  readonly adjourned: boolean
}

/** In the order in which they come: an emergency, what was adjourned until this tafel, a term that ends by its day, all others. */
const urgencies = ['spoed', 'adjourned', 'late', 'usual'] as const
type Urgency = (typeof urgencies)[number]

export type Proposed<R extends Ready = Ready> = R & { readonly urgency: Urgency; readonly fits: boolean }

const NEVER = '9999-12-31'

const urgencyOf = ({ spoedUntil, dueOn, adjourned }: Ready, on: string): Urgency => {
  if (spoedUntil && spoedUntil >= on) return 'spoed'
  if (!dueOn || dueOn > on) return 'usual'
  return adjourned ? 'adjourned' : 'late'
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The cases in the order in which this tafel could take them: by urgency, then who waits longest, then whose term ends first,
 * then by number. Those `fit` that can be discussed within `room` minutes, when each takes `minutes`.
 */
export function proposeAgenda<R extends Ready>(
  ready: readonly R[],
  { on, room, minutes }: { readonly on: string; readonly room: number; readonly minutes: number },
): Proposed<R>[] {
  const fitting = Math.max(0, Math.floor(room / minutes))
  return ready
    .map((one) => ({ ...one, urgency: urgencyOf(one, on) }))
    .sort(
      (a, b) =>
        urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
        compare(a.readySince ?? NEVER, b.readySince ?? NEVER) ||
        compare(a.dueOn ?? NEVER, b.dueOn ?? NEVER) ||
        compare(a.number, b.number),
    )
    .map((one, place) => ({ ...one, fits: place < fitting }))
}
