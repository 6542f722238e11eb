// A tafel is closed when nothing of it is left to do: from then on only a decision can be put right, by the two who always do.
import type { Context, StillOpen } from '../kernel/context'
import type { Values } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { agendaOf, type Tafel, tafelCompartments, tafelStep } from './session'

const { lettersSent, remaining } = tafelCompartments.closure.fields
const closing = { lettersSent, remaining }

/** Minutes are there once it was written down who was there, and both adopted the decisions. */
const withoutMinutes = ({ of: { attendance, adoption } }: Tafel): Refusal | null =>
  attendance && adoption?.chairBy && adoption.secretaryBy ? null : { reason: 'minutesMissing' }

/** What is not done is said, with who sees to it: letters that did not go out, and actions that are nobody's. */
function unsaid(said: Values<typeof closing>, { withoutOwner }: StillOpen): Refusal | null {
  if (said.remaining) return null
  if (!said.lettersSent) return { reason: 'lettersNeedReason', field: 'remaining' }
  return withoutOwner
    ? { reason: 'actionsNeedOwner', field: 'remaining', values: { count: withoutOwner } }
    : null
}

/** Every case has an outcome or went on to another tafel; then nothing of this one changes any more. */
export const closeTafel = tafelStep('closeTafel', {
  input: closing,
  blockedBy: [withoutMinutes],
  check: (tafel, input, { stillOpen }: Context) =>
    !stillOpen || stillOpen.undecided
      ? { reason: 'itemsUndecided', values: { count: stillOpen?.undecided ?? agendaOf(tafel).length } }
      : unsaid(input, stillOpen),
  apply: (_tafel, input, { today }) => ({ write: { closure: { ...input, closedOn: today } } }),
})
