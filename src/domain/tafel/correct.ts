// An adopted decision stands. What is wrong in it is put right by a new version that names the old one, and by two people.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { type Decision, lastAdopted, nextVersion, notesOf, pendingIn, saidIn } from '../case/decisions'
import type { Context } from '../kernel/context'
import { longText } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { unaskedIn } from './demands'

const { municipality, priority, contractForm, ground, validUntil, clientText } = c.decision.fields
const { motivation } = c.tafelNotes.fields
const corrected = { municipality, priority, contractForm, ground, validUntil, clientText }

/** Nothing is corrected while a next tafel speaks of the case: it decides anew. */
function nothingToCorrect(kase: Case): Refusal | null {
  if (!lastAdopted(kase)) return { reason: 'noDecisionYet' }
  return kase.of.agenda?.tafel ? { reason: 'decidedAnew' } : null
}

/** What the first decision demanded, it demands still: an answer that was there is replaced, never taken away. */
function emptied(kase: Case, input: Readonly<Record<string, unknown>>): Refusal | null {
  const decision = lastAdopted(kase) as Decision
  const field = (['municipality', 'priority', 'contractForm', 'ground'] as const).find(
    (name) => !!decision[name] !== !!input[name],
  )
  const unasked = unaskedIn(kase).find((name) => input[name])
  const wrong = field ?? unasked
  return wrong ? { reason: 'correctionChangesOutcome', field: wrong } : null
}

/**
 * The chair proposes to put something right. The outcome, its day and its owner were carried out by then: to change these
 * is a new decision, at a tafel.
 */
export const correctDecision = caseStep('correctDecision', {
  input: { ...corrected, motivation, corrects: longText(1000) },
  choices: ({ rules }) => ({ contractForm: rules.contractForms }),
  blockedBy: [nothingToCorrect],
  check: emptied,
  apply: (kase, { motivation, corrects, ...said }, { actor }) => {
    const old = lastAdopted(kase) as Decision
    const notes = notesOf(kase, old.version)
    const known = { version: nextVersion(kase), adoptedOn: null }
    return {
      append: {
        decisions: [{ ...saidIn(old), ...said, ...known, replaces: old.version }],
        decisionNotes: [
          {
            tafel: old.tafel,
            dissentBy: notes?.dissentBy ?? null,
            dissent: notes?.dissent ?? null,
            rule: notes?.rule ?? null,
            deviation: notes?.deviation ?? null,
            exceptionUntil: notes?.exceptionUntil ?? null,
            readyThen: notes?.readyThen ?? null,
            ...known,
            motivation,
            corrects,
            proposedBy: actor.accountId,
            confirmedBy: null,
          },
        ],
      },
    }
  },
})

const nothingProposed = (kase: Case): Refusal | null => {
  if (!waitsOn(kase, 'confirmCorrection') || !pendingIn(kase)) return { reason: 'nothingProposed' }
  return kase.of.agenda?.tafel ? { reason: 'decidedAnew' } : null
}

/** Whoever proposed it does not confirm it (the database holds this too). */
const samePerson = (kase: Case, { actor }: Context): Refusal | null =>
  notesOf(kase, pendingIn(kase)?.version ?? 0)?.proposedBy === actor.accountId
    ? { reason: 'secondPersonNeeded' }
    : null

/** The secretary confirms the correction: from now on it counts, and the earlier version is kept beside it. */
export const confirmCorrection = caseStep('confirmCorrection', {
  input: {},
  blockedBy: [nothingProposed, samePerson],
  apply: (kase, _input, { actor, today }) => {
    const decision = saidIn(pendingIn(kase) as Decision)
    const notes = notesOf(kase, decision.version)
    if (!notes) throw new Error('A correction without its reasons')
    const reasons = saidIn(notes)
    const { municipality, priority, contractForm, ground, validUntil, clientText } = decision
    return {
      write: {
        decision: { municipality, priority, contractForm, ground, validUntil, clientText, adoptedOn: today },
      },
      append: {
        decisions: [{ ...decision, adoptedOn: today }],
        decisionNotes: [{ ...reasons, confirmedBy: actor.accountId, adoptedOn: today }],
      },
    }
  },
})

/** The secretary does not confirm it: the decision stays as it was adopted. */
export const declineCorrection = caseStep('declineCorrection', {
  input: {},
  blockedBy: [nothingProposed],
  apply: () => ({}),
})
