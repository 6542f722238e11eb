// Young people: registered before they come of age, so that nobody turns eighteen without a place, and asked what they lean on.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import type { RuleSet } from '../covenant/rule-set'
import { addDays, addMonths } from '../kernel/days'
import type { Refusal } from '../kernel/step'

/** Of age at eighteen years (BW art. 1:233), in months. */
const OF_AGE = 18 * 12
/** Until this age what a young person leans on is asked, whatever place they leave. */
const YOUNG = 23 * 12

type Asked = { readonly birthDate: string; readonly wantedFrom: string | null }

/**
 * Too young to be registered, to live on a contract of their own, or too late before that: the region says from which age
 * and how long before. Null: none of these. `today` is 'yyyy-mm-dd'.
 */
export function youthRefusal(
  { birthDate, wantedFrom }: Asked,
  { youth }: RuleSet,
  today: string,
): Refusal | null {
  const from = addMonths(birthDate, youth.fromMonths)
  const ofAge = addMonths(birthDate, OF_AGE)
  if (from > today) return { reason: 'tooYoung', field: 'birthDate', values: { from } }
  if (ofAge <= today || !wantedFrom) return null
  if (wantedFrom < ofAge) return { reason: 'notYetOfAge', field: 'wantedFrom', values: { ofAge } }
  const soonest = addDays(today, 7 * youth.weeksBefore)
  return wantedFrom < soonest ? { reason: 'tooShortBefore', field: 'wantedFrom', values: { soonest } } : null
}

/** Whether this client was young, or left residential youth care, when the registration began. */
export const isYouth = ({ of, spine }: Case): boolean =>
  of.stay?.setting === 'JMV' || (!!of.identity && addMonths(of.identity.birthDate, YOUNG) > spine.openedOn)

export const describeYouth = caseStep('describeYouth', {
  input: c.youth.fields,
  blockedBy: [(kase) => (isYouth(kase) ? null : { reason: 'notYoung' })],
  check: (_kase, { adult, adultWho }) =>
    adult && !adultWho ? { reason: 'adultNeedsName', field: 'adultWho' } : null,
  apply: (_kase, youth) => ({ write: { youth } }),
})
