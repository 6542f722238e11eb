// What became of each signal: raised, picked up with a day, and ended in an action or in the reason for none.
import type { Case } from '../case/case'
import type { CaseCompartments } from '../case/compartments'
import type { Effect } from '../kernel/step'
import { type Entry, turnOf } from '../kernel/subject'

type HomeWord = Entry<CaseCompartments['homeCourse']>
type CareWord = Entry<CaseCompartments['careCourse']>
/** About the home, about the client, or a day on which nothing came. */
type SignalKind = 'home' | CareWord['kind']

/** One signal, with its two clocks: until when it is picked up, and by which day whoever did so said to be done. */
export type Signal = {
  readonly id: string
  readonly kind: SignalKind
  readonly raisedOn: string
  /** The organisation that raised it; null where nobody did. */
  readonly raisedBy: string | null
  readonly pickUpBy: string | null
  readonly silent: CareWord['silent']
  readonly pickedUpOn: string | null
  readonly promisedOn: string | null
  readonly endedOn: string | null
  readonly ended: 'acted' | 'noAction' | null
}

type Word = Omit<CareWord, 'kind'> & { readonly kind: SignalKind }

const ofHome = (word: HomeWord): Word => ({
  ...word,
  kind: 'home',
  silent: null,
  raisedBy: word.organisationId,
})

function signalOf(raised: Word, words: readonly Word[]): Signal {
  const id = raised.signal ?? raised.id
  const later = words.filter(({ event, signal }) => event !== 'raised' && signal === id)
  const picked = later.find(({ event }) => event === 'pickedUp')
  const end = later.find(({ event }) => event === 'acted' || event === 'noAction')
  return {
    id,
    kind: raised.kind,
    raisedOn: raised.recordedOn,
    raisedBy: raised.raisedBy,
    pickUpBy: raised.until,
    silent: raised.silent,
    pickedUpOn: picked?.recordedOn ?? end?.recordedOn ?? null,
    promisedOn: picked?.until ?? null,
    endedOn: end?.recordedOn ?? null,
    ended: (end?.event ?? null) as Signal['ended'],
  }
}

/** Every signal of the home as far as this actor reads their course, in the order of the days on which they were raised. */
export function signalsOf({ of }: Pick<Case, 'of'>): Signal[] {
  const words: Word[] = [...(of.homeCourse ?? []).map(ofHome), ...(of.careCourse ?? [])]
  const found = words.filter(({ event }) => event === 'raised').map((raised) => signalOf(raised, words))
  return found.sort((a, b) => (a.raisedOn < b.raisedOn ? -1 : a.raisedOn > b.raisedOn ? 1 : 0))
}

/** Signals of which nobody said yet how they ended. */
export const openSignals = (kase: Pick<Case, 'of'>) =>
  signalsOf(kase).filter(({ endedOn }) => endedOn === null)

/** The signal that is meant: the one that was chosen, or where none was the only one that is open. */
export function meantSignal(kase: Pick<Case, 'of'>, chosen: string | null): Signal | null {
  const open = openSignals(kase)
  if (chosen) return open.find(({ id }) => id === chosen) ?? null
  return open.length === 1 ? (open[0] as Signal) : null
}

type Turns = Pick<Effect, 'opens' | 'closes' | 'due'>

/** The task to pick signals up, with the earliest day of those that wait: one that is due sooner stays as it is. */
export function pickUpBy(kase: Case, dueOn: string): Turns {
  const turn = turnOf(kase, 'answerSignal')
  if (turn && turn.dueOn <= dueOn) return { opens: [] }
  return { closes: ['answerSignal'], opens: ['answerSignal'], due: { answerSignal: dueOn } }
}

const earliest = (days: readonly (string | null)[]) =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(0)

/** What is still asked once these signals are the ones that are open: to pick up, and to do what was promised. */
export function stillAsked(open: readonly Signal[]): Turns {
  const waiting = open
    .filter(({ pickedUpOn }) => !pickedUpOn)
    .map(({ pickUpBy, raisedOn }) => pickUpBy ?? raisedOn)
  const due = {
    answerSignal: earliest(waiting),
    actOnSignal: earliest(open.map(({ promisedOn }) => promisedOn)),
  }
  return { opens: Object.entries(due).flatMap(([task, day]) => (day ? [task] : [])), due }
}

/** A word in the course of a signal that goes on, in the list of its kind. */
export function goesOn({ id, kind, raisedBy }: Signal, event: HomeWord['event'], until: string | null) {
  if (kind === 'home') return { homeCourse: [{ event, signal: id, until }] }
  return { careCourse: [{ kind, event, signal: id, until, silent: null, raisedBy }] }
}
