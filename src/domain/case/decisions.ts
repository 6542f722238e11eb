// The decisions on one case as they were adopted: each stands, and a later one says which it replaces.

import type { Entry, RowHead } from '../kernel/subject'
import type { Case } from './case'
import type { CaseCompartments } from './compartments'

type Of = { readonly of: Pick<Case['of'], 'decisions' | 'decisionNotes' | 'conditions'> }
export type Decision = Entry<CaseCompartments['decisions']>
export type DecisionNotes = Entry<CaseCompartments['decisionNotes']>
export type Condition = Entry<CaseCompartments['conditions']>

const versions = ({ of }: Of) => (of.decisions ?? []).map((row) => row.version)

/** The number that the next decision on this case gets. */
export const nextVersion = (kase: Of): number => Math.max(0, ...versions(kase)) + 1

/** Every decision that was adopted, the oldest first: also those that were replaced. */
export const adoptedIn = ({ of }: Of): Decision[] => (of.decisions ?? []).filter((row) => row.adoptedOn)

/** The decision that counts; null where none was adopted by a tafel. */
export const lastAdopted = (kase: Of): Decision | null => adoptedIn(kase).at(-1) ?? null

/** The correction that waits for the secretary; null where nothing does. It is open as long as its task is. */
export function pendingIn(kase: Of): Decision | null {
  const last = kase.of.decisions?.at(-1)
  return last && !last.adoptedOn ? last : null
}

/** What a row says, without its head: to be written again. */
export function saidIn<R extends RowHead>(row: R): Omit<R, keyof RowHead> {
  const { id: _, organisationId: __, recordedOn: ___, ...said } = row
  return said
}

/** Why a decision of this version was taken; null where this reader may not know, or none was. */
export const notesOf = ({ of }: Of, version: number): DecisionNotes | null =>
  of.decisionNotes?.findLast((row) => row.version === version) ?? null

/** The conditions of a decision: those since it was last proposed. A correction keeps those of what it replaces. */
export function conditionsOf(
  kase: Of,
  decision: Pick<Decision, 'version' | 'replaces' | 'outcome'>,
): Condition[] {
  if (decision.outcome !== 'admittedOnConditions') return []
  const own = (kase.of.conditions ?? []).filter((row) => row.version === decision.version)
  if (!own.length && decision.replaces !== null) {
    const replaced = adoptedIn(kase).find(({ version }) => version === decision.replaces)
    return replaced ? conditionsOf(kase, replaced) : []
  }
  return own.slice(own.findLastIndex((row) => row.begins))
}
