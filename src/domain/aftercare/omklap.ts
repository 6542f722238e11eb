import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { waysToConsent } from '../case/consent-table'
import { lettingTest } from '../case/letting-test'
import { WAAKVLAM_DAYS } from '../case/schedule'
import { anew } from '../case/signing'
import type { Context } from '../kernel/context'
import { addDays, addMonths, addWorkingDays, workingDaysBefore } from '../kernel/days'
import { code, day, longText, optional } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { stillAway } from './away'
import { advising, notTogether } from './omklap-advice'

const notYetOwn = (kase: Case): Refusal | null =>
  kase.of.placement?.form === 'eigenNaam'
    ? { reason: 'alreadyOwnName' }
    : waitsOn(kase, 'decideOmklap')
      ? { reason: 'omklapAsked' }
      : null

const evaluatedWell = (kase: Case): Refusal | null =>
  kase.of.evaluations?.at(-1)?.advice === 'omklap' ? null : { reason: 'omklapNeedsEvaluation' }

/** From when the client can rent in their own name: the months of the region after the key. */
const ownNameFrom = ({ of }: Case, { aftercare }: Context['rules']): string | null =>
  of.placement?.keyOn ? addMonths(of.placement.keyOn, aftercare.omklapAfterMonths) : null

/** It is asked for some weeks ahead, so that it is decided before the day. */
const longEnough = (kase: Case, { rules, today }: Context): Refusal | null => {
  const from = ownNameFrom(kase, rules)
  const since = from && addDays(from, -7 * rules.aftercare.omklapWeeksBefore)
  return since && since > today ? { reason: 'omklapTooEarly', values: { since } } : null
}

/** A home that came from a file has no lease here: nobody could put it in another name. */
const leased = (kase: Case): Refusal | null => (kase.of.tenancy ? null : { reason: 'noTenancyHere' })

const unsaid = { reviewOn: null, passend: null, passendSort: null, daeb: null, careAfter: null }

/** By when it is decided: some weeks before the lease of now ends by itself, or the client can rent. Undefined: the term of the task. */
function decideBy(kase: Case, { rules, today }: Context): string | undefined {
  const end = kase.of.placement?.endsOn ?? ownNameFrom(kase, rules)
  const by = end && workingDaysBefore(addDays(end, 1 - 7 * rules.aftercare.omklapDecideWeeks), 1)
  return by && by > today ? by : undefined
}

/** The provider asks for the omklap: a lease in the client's own name, without conditions. The parties advise beside each other. */
export const requestOmklap = caseStep('requestOmklap', {
  input: { note: optional(longText(1000)) },
  blockedBy: [leased, notYetOwn, longEnough, evaluatedWell],
  apply: (kase, { note }, context) => ({
    append: { omklap: [{ event: 'requested', on: context.today, note, ...unsaid }] },
    opens: ['decideOmklap', ...advising(context)],
    due: { decideOmklap: decideBy(kase, context) },
  }),
})

/** Not yet: what is needed first, and when it is looked at again. */
const wellDeferred = (note: string | null, reviewOn: string | null): Refusal | null => {
  if (!note) return { reason: 'notYetNeedsReason', field: 'note' }
  return reviewOn ? null : { reason: 'notYetNeedsDay', field: 'reviewOn' }
}

type Yes = { readonly on: string; readonly note: string | null; readonly careAfter: string | null }

/** Yes: together, from a day on which the client can, with the support that follows, and at a rent that fits by the norms of that day, or with the reason why it does not matter. */
function wellAgreed(kase: Case, { on, note, careAfter }: Yes, context: Context): Refusal | null {
  const apart = notTogether(kase, note, context)
  if (apart) return apart
  if (!careAfter) return { reason: 'careAfterNeeded', field: 'careAfter' }
  const from = ownNameFrom(kase, context.rules)
  if (from && on < from) return { reason: 'ownNameTooEarly', field: 'on', values: { from } }
  const failed = lettingTest(kase, on, context)?.passend === 'fail'
  return failed && !note ? { reason: 'passendNeedsReason', field: 'note' } : null
}

/**
 * The corporation decides, with the provider's advice; the support goes on as needed. The household and its income are tested by
 * the norms of the day on which the client comes to rent. After a "not yet" it is evaluated again on the day that was agreed.
 */
export const decideOmklap = caseStep('decideOmklap', {
  input: {
    event: code('omklapEvent', ['agreed', 'notYet']),
    on: day(),
    note: optional(longText(1000)),
    careAfter: c.omklap.fields.careAfter,
    reviewOn: c.omklap.fields.reviewOn,
  },
  askedWith: { field: 'event', of: { reviewOn: ['notYet'], careAfter: ['agreed'] }, open: [] },
  blockedBy: [(kase) => (waitsOn(kase, 'decideOmklap') ? null : { reason: 'omklapNotAsked' })],
  check: (kase, { event, reviewOn, ...yes }, context) =>
    event === 'notYet' ? wellDeferred(yes.note, reviewOn) : wellAgreed(kase, yes, context),
  apply: (kase, { event, on, note, reviewOn, careAfter }, context) => {
    const agreed = event === 'agreed'
    const tested = (agreed && lettingTest(kase, on, context)) || {
      passend: null,
      passendSort: null,
      daeb: null,
    }
    return {
      append: { omklap: [{ event, on, note, reviewOn, careAfter, ...tested }] },
      ...(agreed
        ? {
            write: { tenancy: { form: 'eigenNaam' }, placement: { form: 'eigenNaam', ownNameOn: on } },
            opens: [],
          }
        : {
            ...stillAway(kase, ['evaluate']),
            ...anew(kase, ['evaluate'], ['evaluate']),
            due: { evaluate: reviewOn as string },
          }),
      tells: { event, on },
    }
  },
})

/** A light contact without an end date, for who wants it: relapse can come after years. */
export const startWaakvlam = caseStep('startWaakvlam', {
  input: { agreedOn: day('past'), agreedHow: code('wayToConsent', waysToConsent) },
  blockedBy: [
    (kase) => (kase.of.guidance?.level === 'waakvlam' ? { reason: 'onWaakvlam' } : null),
    (kase) => (kase.of.placement?.form === 'eigenNaam' ? null : { reason: 'ownNameFirst' }),
  ],
  apply: (_kase, agreed, { today }) => ({
    write: { guidance: { level: 'waakvlam', since: today } },
    append: { waakvlam: [{ waakvlamEvent: 'started', ...agreed }] },
    due: { contact: addWorkingDays(addDays(today, WAAKVLAM_DAYS), 0) },
  }),
})
