import { caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { takenAgain } from '../case/described'
import { daysBetween } from '../kernel/days'
import { code, day } from '../kernel/field'

/** Since when a place is free, and since when somebody lives there again; null where that is not known. */
type Freed = { readonly leftOn: string | null; readonly takenOn: string | null }

/** For how many days the place stood empty; null while nobody lives there. */
export const emptyDays = ({ leftOn, takenOn }: Freed): number | null =>
  leftOn && takenOn ? daysBetween(leftOn, takenOn) : null

const isTaken = (said: string): boolean => (takenAgain as readonly string[]).includes(said)

/**
 * The place that this move frees: since when, and whether a client of this covenant lives there, or somebody else, and since when. Never who:
 * the region counts it, with the days on which the client stayed though ready, and the days on which the place stood empty.
 */
export const recordFreedPlace = caseStep('recordFreedPlace', {
  input: {
    leftOn: day('past'),
    placeTaken: code('placeTaken', c.stay.fields.placeTaken.codes),
    takenOn: c.stay.fields.takenOn,
  },
  askedWith: { field: 'placeTaken', of: { takenOn: takenAgain }, open: [] },
  check: ({ of: { stay } }, { leftOn, placeTaken, takenOn }) => {
    if (stay?.since && leftOn < stay.since) return { reason: 'endBeforeStart', field: 'leftOn' }
    if (!isTaken(placeTaken)) return null
    if (!takenOn) return { reason: 'takenNeedsDay', field: 'takenOn' }
    return takenOn < leftOn ? { reason: 'takenBeforeLeft', field: 'takenOn', values: { leftOn } } : null
  },
  apply: (_kase, freed) => ({ write: { stay: freed } }),
})
