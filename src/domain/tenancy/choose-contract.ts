import { type Case, caseStep } from '../case/case'
import { papersChangedBy, signAgain } from '../case/signing'
import { contractForms, temporaryGrounds } from '../covenant/rule-set'
import { addMonths } from '../kernel/days'
import { code, day, optional } from '../kernel/field'
import type { Refusal } from '../kernel/step'

/** A temporary lease says on what it rests and when it ends: before that nobody signs it. */
export const termKnown = ({ of: { placement } }: Case): Refusal | null =>
  placement?.form === 'tijdelijk' && !(placement.temporaryGround && placement.endsOn)
    ? { reason: 'termNotChosen' }
    : null

/**
 * In which form the client rents, out of those that the region allows. A temporary lease needs one of the grounds that the region
 * names and a last day within its months; every other form has no end. Whether a ground counts is not said here: that is for a lawyer.
 */
export const chooseContract = caseStep('chooseContract', {
  input: {
    form: code('contractForm', contractForms),
    temporaryGround: optional(code('temporaryGround', temporaryGrounds)),
    endsOn: optional(day('future')),
  },
  choices: ({ rules }) => ({ form: rules.contractForms, temporaryGround: rules.temporary.grounds }),
  askedWith: {
    field: 'form',
    of: { temporaryGround: ['tijdelijk'], endsOn: ['tijdelijk'] },
    open: [],
  },
  check: (kase, { form, temporaryGround, endsOn }, { rules }) => {
    if (form !== 'tijdelijk') return null
    if (!temporaryGround) return { reason: 'temporaryNeedsGround', field: 'temporaryGround' }
    const start = kase.of.placement?.startOn
    if (!endsOn || (start && endsOn <= start)) return { reason: 'endBeforeStart', field: 'endsOn' }
    const last = start && addMonths(start, rules.temporary.maxMonths)
    return last && endsOn > last ? { reason: 'temporaryTooLong', field: 'endsOn', values: { last } } : null
  },
  apply: (kase, { form, temporaryGround, endsOn }) => {
    const placement = { form, temporaryGround, endsOn }
    return {
      write: { tenancy: { form }, placement },
      opens: signAgain(kase, papersChangedBy(kase, { placement })),
      tells: { form },
    }
  },
})
