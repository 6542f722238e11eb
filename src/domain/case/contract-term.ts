// In which form somebody rents and until when: asked when the corporation confirms the offer, and whenever that changes.
import { contractForms, type RuleSet, temporaryGrounds } from '../covenant/rule-set'
import { addMonths } from '../kernel/days'
import { code, day, optional } from '../kernel/field'
import type { Refusal } from '../kernel/step'

/** The forms that have a last day. */
const ending = ['tijdelijk', 'jongeren'] as const
const ends = (form: string) => ending.some((one) => one === form)

type Term = { readonly form: string; readonly temporaryGround: string | null; readonly endsOn: string | null }

/** The questions about it, and with which form each of them is asked. */
export const contractTerm = {
  input: {
    form: code('contractForm', contractForms),
    temporaryGround: optional(code('temporaryGround', temporaryGrounds)),
    endsOn: optional(day('future')),
  },
  choices: ({ rules }: { rules: RuleSet }) => ({
    form: rules.contractForms,
    temporaryGround: rules.temporary.grounds,
  }),
  askedWith: { field: 'form', of: { temporaryGround: ['tijdelijk'], endsOn: ending }, open: [] },
} as const

/**
 * What is wrong with it. A temporary lease needs one of the grounds that the region names and a last day within its months, a youth
 * contract a last day; every other form has no end. Whether a ground counts, and how long a youth contract may last, is not said
 * here: that is for a lawyer.
 */
export function wrongTerm(given: Term, startOn: string | undefined, rules: RuleSet): Refusal | null {
  const { form, temporaryGround, endsOn } = given
  if (!ends(form)) return null
  const temporary = form === 'tijdelijk'
  if (temporary && !temporaryGround) return { reason: 'temporaryNeedsGround', field: 'temporaryGround' }
  if (!endsOn) return { reason: 'endNotSaid', field: 'endsOn' }
  if (startOn && endsOn <= startOn) return { reason: 'endBeforeStart', field: 'endsOn' }
  const last = temporary && startOn ? addMonths(startOn, rules.temporary.maxMonths) : null
  return last && endsOn > last ? { reason: 'temporaryTooLong', field: 'endsOn', values: { last } } : null
}
