import { caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { aftercareOf, EARLY_DAYS, nextAfter, WAAKVLAM_DAYS } from '../case/schedule'
import { addDays, addWorkingDays } from '../kernel/days'
import { stillAway } from './away'

/** A visit: that it took place is shared, what was said is the provider's own. The next one is due at once. */
export const recordVisit = caseStep('recordVisit', {
  input: { ...c.visits.fields, note: c.visitNotes.fields.note },
  check: (kase, { visitedOn }) => {
    const keyOn = kase.of.placement?.keyOn
    return keyOn && visitedOn < keyOn ? { reason: 'visitBeforeKey', field: 'visitedOn' } : null
  },
  apply: (kase, { visitedOn, form, level, note }, { rules, today }) => {
    // A closed door is no contact, and a visit written down late is not the last one.
    const met = form !== 'nietThuis' && visitedOn >= (kase.of.guidanceSummary?.lastContactOn ?? '')
    const waakvlam = kase.of.guidance?.level === 'waakvlam'
    const pattern = aftercareOf(kase.of.placement?.keyOn ?? today, rules).visits
    const before = kase.of.visits?.map((visit) => visit.visitedOn) ?? []
    const counted = [visitedOn, ...before].map((day) => addDays(day, EARLY_DAYS.visit))
    const next = waakvlam ? null : nextAfter(pattern, [today, ...counted].sort().at(-1) as string)
    return {
      append: { visits: [{ visitedOn, form, level }], visitNotes: [{ visitedOn, note }] },
      ...(met && { write: { guidanceSummary: { lastContactOn: visitedOn } } }),
      opens: [next ? 'visit' : 'contact'],
      ...stillAway(kase, [next ? 'visit' : 'contact']),
      due: next ? { visit: next } : { contact: addWorkingDays(addDays(today, WAAKVLAM_DAYS), 0) },
      tells: { visitedOn },
    }
  },
})
