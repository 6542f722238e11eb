// A place to come back to: who guarantees which one, and until when. It is given where the covenant agreed on weeks for it.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import type { Context } from '../kernel/context'
import { addDays } from '../kernel/days'
import { code } from '../kernel/field'
import type { Refusal } from '../kernel/step'

/** The guarantee that counts on a day: the last one that was given, not used or ended, and not past its day. Null where none does. */
export function guaranteeOn({ of }: Pick<Case, 'of'>, today: string) {
  const last = of.returnGuarantees?.at(-1)
  return last?.guaranteeEvent === 'given' && last.guaranteeUntil >= today ? last : null
}

/** So many weeks after the key, or after the start that was agreed, as the covenant says. */
const until = ({ of }: Case, { today, rules }: Context) =>
  addDays(of.placement?.keyOn ?? of.placement?.startOn ?? today, 7 * rules.aftercare.returnWeeks)

const agreedHere = (kase: Case, context: Context): Refusal | null => {
  if (!context.rules.aftercare.returnWeeks) return { reason: 'notInThisCovenant' }
  const last = until(kase, context)
  return last < context.today ? { reason: 'guaranteePast', values: { last } } : null
}

const { guaranteedBy, guaranteePlace, guaranteeUntil, note } = c.returnGuarantees.fields

/** A provider guarantees a place until a day, within the weeks of the covenant. Another one takes the place of the last. */
export const guaranteeReturn = caseStep('guaranteeReturn', {
  input: {
    guaranteedBy,
    guaranteePlace,
    guaranteeUntil: { ...guaranteeUntil, when: 'future' as const },
    note,
  },
  blockedBy: [agreedHere],
  check: (kase, { guaranteeUntil: day }, context) => {
    const last = until(kase, context)
    return day > last ? { reason: 'guaranteeTooLong', field: 'guaranteeUntil', values: { last } } : null
  },
  apply: (_kase, given) => ({ append: { returnGuarantees: [{ ...given, guaranteeEvent: 'given' }] } }),
})

/** The client came back to that place, or the guarantee is needed no more. */
export const endGuarantee = caseStep('endGuarantee', {
  input: { guaranteeEvent: code('guaranteeEvent', ['used', 'ended']), note },
  blockedBy: [(kase, { today }) => (guaranteeOn(kase, today) ? null : { reason: 'noGuarantee' })],
  apply: (kase, said, { today }) => {
    const counts = guaranteeOn(kase, today)
    if (!counts) throw new Error('No guarantee counts')
    const { guaranteedBy: by, guaranteePlace: place, guaranteeUntil: day } = counts
    return {
      append: {
        returnGuarantees: [{ guaranteedBy: by, guaranteePlace: place, guaranteeUntil: day, ...said }],
      },
    }
  },
})
