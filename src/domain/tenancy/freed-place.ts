import { caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { code, day } from '../kernel/field'

/** The place that this move frees: since when, and whether somebody lives there who waited for it. It is counted for the region. */
export const recordFreedPlace = caseStep('recordFreedPlace', {
  input: { leftOn: day('past'), placeTaken: code('placeTaken', c.stay.fields.placeTaken.codes) },
  check: ({ of: { stay } }, { leftOn }) =>
    stay?.since && leftOn < stay.since ? { reason: 'endBeforeStart', field: 'leftOn' } : null,
  apply: (_kase, { leftOn, placeTaken }) => ({ write: { stay: { leftOn, placeTaken } } }),
})
