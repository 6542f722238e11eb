// What people made of proposals: whether somebody decides, or everything is agreed to unread (AVG art. 22).
export const answers = ['accepted', 'skipped', 'deviated'] as const
export type ProposalAnswer = (typeof answers)[number]

/** Why somebody decides otherwise than was proposed: a code, nothing about a person in words. */
const deviations = [
  'knowsMore',
  'wrongFacts',
  'neighbourhood',
  'otherFirst',
  'clientWishes',
  'other',
] as const
/** Why somebody leaves a proposal for now: what must come first. */
const skips = ['factsMissing', 'talkFirst', 'clientAway', 'homeUnsure', 'other'] as const
/** What the answers that need one can give as their reason. */
export const reasonsOf = { accepted: [], skipped: skips, deviated: deviations } as const
export type Reason = (typeof deviations)[number] | (typeof skips)[number]

/** Whether this reason belongs to this answer: to agree needs none, anything else one of its own list. */
export const isReason = (answer: ProposalAnswer, reason: string | null): reason is Reason | null =>
  reason === null ? answer === 'accepted' : (reasonsOf[answer] as readonly string[]).includes(reason)

export type Answered = { readonly answer: ProposalAnswer; readonly seconds: number }

/** So many answers say something; so few seconds are too few to read one. */
const ENOUGH = 10
const TOO_FAST = 10

export type Decided = {
  readonly answers: number
  readonly deviated: number
  /** The seconds of the one in the middle. */
  readonly seconds: number
  /** Everything was agreed to, and faster than it can be read. */
  readonly unread: boolean
}

/** How people decide; null where nobody answered anything. */
export function decidedIn(list: readonly Answered[]): Decided | null {
  if (!list.length) return null
  const times = list.map(({ seconds }) => seconds).sort((a, b) => a - b)
  const seconds = times[Math.floor(times.length / 2)] as number
  const deviated = list.filter(({ answer }) => answer === 'deviated').length
  const agreed = list.every(({ answer }) => answer === 'accepted')
  return {
    answers: list.length,
    deviated,
    seconds,
    unread: list.length >= ENOUGH && agreed && seconds < TOO_FAST,
  }
}
