// What a rule between one client and one dwelling says: its verdict, with what it compared and by which norm.
import type { Verdict } from '../norm/letting'
import type { Norm } from '../norm/norm'
import type { Ground, Home, Seeker } from './sides'

/** Values of both sides; who may see a side is for the screen to say. */
type Values = Readonly<Record<string, string | number>>

/** `slack`: how much is left before the rule fails, below 0 by how much it fails; in the measure of what is compared. */
export type Judged = {
  readonly verdict: Verdict
  /** Values of the home alone: these everybody may see who sees the home. */
  readonly shown?: Values
  readonly compared?: Values
  readonly slack?: number
  readonly norm?: Norm
}
export type Rule = (seeker: Seeker, home: Home, ground: Ground) => Judged

export const verdict = (passes: boolean): Verdict => (passes ? 'pass' : 'fail')
