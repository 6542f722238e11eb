// Support that goes up or down, and back from the waakvlam with its whole schedule. Two people: whoever asks, and a supervisor.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { supportLevels, workingLevels } from '../case/lasting'
import { aftercareOf, nextAfter } from '../case/schedule'
import type { Context } from '../kernel/context'
import { addWorkingDays } from '../kernel/days'
import { code } from '../kernel/field'
import type { Effect, Refusal } from '../kernel/step'
import { turnOf, waitsOn } from '../kernel/subject'
import { onWaakvlam } from './away'

/** From the waakvlam visits and evaluations come back; past their pattern there is a visit on the day to look again. */
function scheduleAgain(kase: Case, reviewOn: string, { today, rules }: Context): Effect {
  if (!onWaakvlam(kase)) return { opens: ['approveScaling'] }
  const { visits, evaluations } = aftercareOf(kase.of.placement?.keyOn ?? today, rules)
  const evaluate = nextAfter(evaluations, today)
  return {
    closes: ['contact', 'evaluate'],
    opens: [...(evaluate ? ['visit', 'evaluate'] : ['visit']), 'approveScaling'],
    due: { visit: nextAfter(visits, today) ?? addWorkingDays(reviewOn, 0), ...(evaluate && { evaluate }) },
  }
}

type Level = (typeof supportLevels)[number]
/** Less support than there is now: that waits for the second person. More never waits. */
const isLess = (kase: Case, level: Level): boolean => {
  const now = kase.of.guidance?.level
  return !!now && supportLevels.indexOf(level) < supportLevels.indexOf(now)
}

const { approvedBy: _earlier, askedBy: _who, ...asked } = c.supportChanges.fields

/**
 * Support goes up or down within days, with a reason and a day to look again. More of it counts at once and is approved within
 * days; less of it counts from the approval on.
 */
export const scaleSupport = caseStep('scaleSupport', {
  input: { ...asked, level: code('supportLevel', workingLevels) },
  check: (kase, { level }) =>
    kase.of.guidance?.level === level && !turnOf(kase, 'changeSupport')
      ? { reason: 'sameLevel', field: 'level' }
      : null,
  apply: (kase, change, context) => ({
    ...scheduleAgain(kase, change.reviewOn, context),
    append: {
      supportChanges: [{ ...change, approvedBy: null, askedBy: context.actor.membershipId }],
      ...(onWaakvlam(kase) && {
        waakvlam: [{ waakvlamEvent: 'ended' as const, agreedOn: null, agreedHow: null }],
      }),
    },
    ...(!isLess(kase, change.level) && {
      write: { guidance: { level: change.level, since: change.from } },
    }),
    tells: { level: change.level },
  }),
})

const lastChange = ({ of }: Case) => of.supportChanges?.at(-1) ?? null

/** Four eyes: whoever asked does not approve. That it is not the same person under another hat, the database asks. */
const askedIt = (kase: Case, { actor }: Context): Refusal | null =>
  lastChange(kase)?.askedBy === actor.membershipId ? { reason: 'secondPersonNeeded' } : null

const waiting =
  (task: 'approveScaling' | 'reviewScaling') =>
  (kase: Case): Refusal | null =>
    waitsOn(kase, task) && lastChange(kase) ? null : { reason: 'noScalingWaits' }

/** A supervisor of the own organisation agrees, and gets the day to look again as a task; or gives it back with why. */
export const approveScaling = caseStep('approveScaling', {
  input: { scalingWord: code('scalingWord', ['approved', 'returned']), note: c.scalingWords.fields.note },
  blockedBy: [waiting('approveScaling'), askedIt],
  check: (_kase, { scalingWord, note }) =>
    scalingWord === 'returned' && !note ? { reason: 'scalingWhyNot', field: 'note' } : null,
  apply: (kase, said, { actor, today }) => {
    const change = lastChange(kase)
    if (!change) throw new Error('No change of support was asked')
    const spoken = { ...said, nextReviewOn: null, saidBy: actor.membershipId, recordedBy: actor.name }
    if (said.scalingWord === 'returned')
      return { append: { scalingWords: [spoken] }, opens: ['changeSupport'] }
    const since = change.from > today ? change.from : today
    const by = change.reviewOn < today ? today : change.reviewOn
    return {
      append: { scalingWords: [spoken] },
      ...(isLess(kase, change.level) && { write: { guidance: { level: change.level, since } } }),
      opens: ['reviewScaling'],
      due: { reviewScaling: addWorkingDays(by, 0) },
    }
  },
})

/** On the day to look again: it stays as it is, perhaps until another day, or the mentor is asked to change it. */
export const reviewScaling = caseStep('reviewScaling', {
  input: {
    scalingWord: code('scalingWord', ['stays', 'change']),
    nextReviewOn: c.scalingWords.fields.nextReviewOn,
    note: c.scalingWords.fields.note,
  },
  askedWith: { field: 'scalingWord', of: { nextReviewOn: ['stays'] }, open: [] },
  blockedBy: [waiting('reviewScaling')],
  check: (_kase, { scalingWord, note }) =>
    scalingWord === 'change' && !note ? { reason: 'scalingWhyNot', field: 'note' } : null,
  apply: (_kase, said, { actor }) => {
    const { scalingWord, nextReviewOn } = said
    const again = scalingWord === 'stays' && nextReviewOn ? addWorkingDays(nextReviewOn, 0) : null
    return {
      append: { scalingWords: [{ ...said, saidBy: actor.membershipId, recordedBy: actor.name }] },
      opens: scalingWord === 'change' ? ['changeSupport'] : again ? ['reviewScaling'] : [],
      due: again ? { reviewScaling: again } : {},
    }
  },
})
