// When nobody came, and nobody was meant to: as far as the reader may know.
import type { Case } from '../case/case'
import type { Quiet } from './planned'

type Silent = Pick<Case, 'of'> & { readonly spine: { readonly openedOn: string } }

/** Each beginning lasts until the first end from that day on; without one, until now. */
const spans = (begins: readonly string[], ends: readonly string[]): Quiet[] =>
  begins.map((from) => ({ from, until: [...ends].sort().find((end) => end >= from) ?? null }))

/** The light contact, and a file that was closed: until somebody comes again. */
function lightOrClosed({ of }: Silent): Quiet[] {
  const reopened = of.reopenings ?? []
  const lit = of.waakvlam ?? []
  const burns = of.guidance?.level === 'waakvlam' ? [of.guidance.since] : []
  const begins = lit.filter(({ waakvlamEvent }) => waakvlamEvent === 'started')
  const ends = [
    ...lit.filter(({ waakvlamEvent }) => waakvlamEvent === 'ended'),
    ...reopened.filter(({ level }) => level !== 'waakvlam'),
  ]
  const closed = reopened.length && of.closing ? [of.closing.on] : []
  return spans(
    [...begins.map(({ recordedOn }) => recordedOn), ...burns, ...closed],
    ends.map(({ recordedOn }) => recordedOn),
  )
}

/** Days elsewhere, every time for who knows of them, or the last time. */
function elsewhere({ of }: Silent): Quiet[] {
  const told = of.timeOuts ?? []
  const days = (events: readonly string[]) =>
    told.filter(({ timeOutEvent }) => events.includes(timeOutEvent)).map(({ timeOutOn }) => timeOutOn)
  const last = of.away ? [{ from: of.away.awaySince, until: of.away.backOn }] : []
  return told.length ? spans(days(['started']), days(['backHome', 'notBack'])) : last
}

/** The days for which nothing of the schedule is asked: before the case was here, in the waakvlam, while it was closed, and elsewhere. */
export const quietDays = (kase: Silent): Quiet[] => [
  { from: '', until: kase.spine.openedOn },
  ...lightOrClosed(kase),
  ...elsewhere(kase),
]
