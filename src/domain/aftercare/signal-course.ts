// What became of each signal: raised, picked up with a day, and ended in an action or in the reason for none.
import type { Case } from '../case/case'
import type { CaseCompartments } from '../case/compartments'
import type { Effect } from '../kernel/step'
import { type Entry, turnOf } from '../kernel/subject'

type Word = Entry<CaseCompartments['careCourse']>
export type SignalKind = Word['kind']

/** One signal. `number`: the how manieth of its kind it is; `pickUpBy`: the last day of its first clock. */
export type Signal = {
  readonly kind: SignalKind
  readonly number: number
  readonly raisedOn: string
  readonly raisedBy: string
  readonly pickUpBy: string | null
  readonly silent: Word['silent']
  readonly pickedUpOn: string | null
  /** The day by which whoever picked it up said to be done. */
  readonly promisedOn: string | null
  readonly endedOn: string | null
  readonly ended: 'acted' | 'noAction' | null
}

/** Every signal of the home, in the order in which they were raised, as far as this actor reads their course. */
export function signalsOf(kase: Case): Signal[] {
  const words = kase.of.careCourse ?? []
  const count = { care: 0, silence: 0 }
  return words.flatMap((raised) => {
    if (raised.event !== 'raised') return []
    const { kind } = raised
    count[kind] += 1
    const number = count[kind]
    const later = words.filter((word) => word.kind === kind && word.number === number)
    const picked = later.find(({ event }) => event === 'pickedUp')
    const end = later.find(({ event }) => event === 'acted' || event === 'noAction')
    return [
      {
        kind,
        number,
        raisedOn: raised.recordedOn,
        raisedBy: raised.organisationId,
        pickUpBy: raised.until,
        silent: raised.silent,
        pickedUpOn: picked?.recordedOn ?? end?.recordedOn ?? null,
        promisedOn: picked?.until ?? null,
        endedOn: end?.recordedOn ?? null,
        ended: (end?.event ?? null) as Signal['ended'],
      },
    ]
  })
}

/** Signals that nobody said an end of yet. */
export const openSignals = (kase: Case) => signalsOf(kase).filter(({ endedOn }) => endedOn === null)

/** The task to pick signals up, with the earliest day of those that wait: one that is due sooner stays as it is. */
export function pickUpBy(kase: Case, dueOn: string): Pick<Effect, 'opens' | 'closes' | 'due'> {
  const turn = turnOf(kase, 'answerSignal')
  if (turn && turn.dueOn <= dueOn) return { opens: [] }
  return { closes: ['answerSignal'], opens: ['answerSignal'], due: { answerSignal: dueOn } }
}
