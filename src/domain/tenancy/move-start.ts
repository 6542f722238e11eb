import { type Case, caseStep } from '../case/case'
import { required, type Signatory, startMovesTo } from '../case/signing'
import { code, day } from '../kernel/field'

/** Why the day moves, in a word that every reader of the timeline may know. */
const startMovedReasons = ['woning', 'nietGeregeld', 'wensClient', 'afspraak'] as const

/**
 * The tenancy begins on another day, and everything that hangs on it moves along: the papers are signed for that day, the key is
 * due on it, and what must be ready by then is held against it. A day on which the dwelling is free comes by `followDwelling`.
 */
export const moveStart = caseStep('moveStart', {
  input: { startOn: day('future'), movedWhy: code('startMoved', startMovedReasons) },
  check: (kase, { startOn }) =>
    startOn === kase.of.placement?.startOn ? { reason: 'startUnchanged', field: 'startOn' } : null,
  apply: (kase, { startOn, movedWhy }) => ({
    ...startMovesTo(kase, startOn),
    tells: { startOn, movedWhy },
  }),
})

/** Whose signatures lapse when the tenancy begins on another day: those that stand now. */
export const lapsing = ({ of }: Case) =>
  required.filter(([document, signatory]: readonly [string, Signatory]) =>
    of.signatures?.some(
      (s) => s.document === document && s.signatory === signatory && s.startOn === of.placement?.startOn,
    ),
  )
