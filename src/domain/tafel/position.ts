import { caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import type { Context } from '../kernel/context'
import type { Refusal } from '../kernel/step'

const { tafel: _, ...answers } = c.positions.fields

/** What was shown together stands: nobody follows another. */
const shown = (tafel: string | null | undefined, { tafelDays, positionsShown }: Context): Refusal | null => {
  if (!tafel || !tafelDays?.[tafel]) return { reason: 'tafelBegan' }
  return positionsShown ? { reason: 'positionsShown' } : null
}

/**
 * A party says beforehand where it stands, without knowing where the others do: all of it is shown once every party has
 * spoken, or the tafel begins. Until then it can say it anew.
 */
export const givePosition = caseStep('givePosition', {
  input: answers,
  blockedBy: [(kase) => (kase.of.agenda?.tafel ? null : { reason: 'notOnTafel' })],
  check: (kase, _input, context) => shown(kase.of.agenda?.tafel, context),
  apply: (kase, input) => ({
    append: { positions: [{ ...input, tafel: kase.of.agenda?.tafel as string }] },
  }),
})
