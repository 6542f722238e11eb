// Another day on which a dwelling is free: whoever was promised it hears so, and what waits for the day moves with it.
import type { Context } from '../kernel/context'
import { code } from '../kernel/field'
import type { Cause, Refusal } from '../kernel/step'
import { type Dwelling, dwellingCompartments, dwellingStep } from './dwelling'
import { unlikelyDay } from './unlikely'
import { movedReasons } from './vera'

const { availableFrom } = dwellingCompartments.facts.fields

/** Of a shielded client the day is moved by somebody who reads whose home it is: else nobody there would hear of it. */
const hidden = ({ spine }: Dwelling): Refusal | null =>
  spine.stage === 'reserved' ? { reason: 'namedOnly' } : null

/** The offers and the cases that wait for this dwelling; while a colleague must still agree the case knows of none. */
function waiting({ promised }: Context, day: string, before: string): readonly Cause[] {
  const follow = { step: 'followDwelling', input: { availableFrom: day, later: day > before } }
  return (promised ?? []).flatMap(({ offerId, caseId }) => [
    { step: 'moveOffer', subjectId: offerId, input: { availableFrom: day } },
    ...(caseId === null ? [] : [{ ...follow, subjectId: caseId }]),
  ])
}

/**
 * The dwelling is free on another day, and why. It is a step of its own, as the day of a client is (docs/decisions/0029): an offer
 * that was made of it moves along, and the case with it.
 */
export const changeAvailability = dwellingStep('changeAvailability', {
  input: { availableFrom, why: code('movedReason', movedReasons) },
  // Whoever looks at the dwelling alone has not looked up for whom it is: only who takes the step must know.
  blockedBy: [(dwelling, { promised }) => (promised === null ? hidden(dwelling) : null)],
  check: (dwelling, input, { today, promised }) => {
    if (!promised && hidden(dwelling)) return hidden(dwelling)
    if (input.availableFrom === dwelling.of.facts?.availableFrom)
      return { reason: 'availableUnchanged', field: 'availableFrom' }
    return unlikelyDay(input.availableFrom, today)
  },
  apply: ({ of }, { availableFrom: day, why: movedWhy }, context) => ({
    write: { facts: { availableFrom: day, movedWhy } },
    causes: waiting(context, day, of.facts?.availableFrom ?? day),
    tells: { availableFrom: day, movedWhy },
  }),
})
