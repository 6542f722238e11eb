import { caseStep } from '../case/case'
import { allCategories } from '../case/compartments'
import { day, flag, optional, ref } from '../kernel/field'

/** Consent is given or withdrawn per recipient and per category (AVG art. 7); the last word counts. */
export const recordConsent = caseStep('recordConsent', {
  input: {
    recipient: ref('organisation'),
    categories: allCategories,
    given: flag(),
    on: optional(day('past')),
  },
  apply: (_kase, { recipient, categories, given, on }, { today }) => ({
    append: {
      consents: categories.map((category) => ({
        recipient,
        category: category as never,
        given,
        on: on ?? today,
      })),
    },
  }),
})
