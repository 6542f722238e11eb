import 'server-only'
// The signals of a home as far as this reader knows of them, each with its two clocks.
import { type Signal, signalsOf } from '@/domain/aftercare/signal-course'
import { aboutOf, wordsOf } from '@/domain/aftercare/signal-words'
import type { Scene } from './on-case'

export type SignalLine = Pick<
  Signal,
  'id' | 'kind' | 'raisedOn' | 'pickUpBy' | 'pickedUpOn' | 'promisedOn' | 'endedOn' | 'ended'
> & {
  /** The organisation that raised it; null where nobody did. */
  by: string | null
  about: { list: string; code: string } | null
  acute: boolean
  text: string | null
  answer: string | null
  agreed: string | null
  /** The last day of the clock that runs has passed. */
  late: boolean
}

const isLate = ({ endedOn, pickedUpOn, pickUpBy, promisedOn }: Signal, day: string) => {
  const last = pickedUpOn ? promisedOn : pickUpBy
  return !endedOn && !!last && last < day
}

/** The signals of which somebody still has to do something, and those that have ended, the latest first. */
export function signalsIn({ kase, names, day }: Scene): { open: SignalLine[]; ended: SignalLine[] } {
  const lines = signalsOf(kase).map((signal) => ({
    ...signal,
    ...wordsOf(kase, signal),
    by: signal.raisedBy ? (names.get(signal.raisedBy)?.name ?? null) : null,
    about: aboutOf(kase, signal),
    late: isLate(signal, day),
  }))
  return {
    open: lines.filter(({ endedOn }) => !endedOn),
    ended: lines.filter(({ endedOn }) => endedOn).reverse(),
  }
}
