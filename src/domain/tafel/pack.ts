// What somebody takes along to a tafel on paper: of each case what the table decides by, and nothing that it can do without.
import type { CaseCompartment } from '../case/compartments'

/**
 * The facts that go along, as far as the reader may read them. Paper is lost and copied: left out is who and where
 * somebody is, what their health, debts, past and dangers are, and whatever is told in another way. Each of these the table
 * itself reads too: nothing lies on it that only its reader may know.
 */
export const inPack = [
  'readiness',
  'spoed',
  'stay',
  'household',
  'binding',
  'criteria',
  'profile',
  'supportSummary',
  'landlordSummary',
  'incomeClass',
  'debtSummary',
  'contractProposal',
  'boardAnswers',
] as const satisfies readonly CaseCompartment[]

/** Of these facts what says where somebody is, or by which number others know them. */
export const leftOut: Readonly<Partial<Record<CaseCompartment, readonly string[]>>> = {
  stay: ['facility'],
  binding: ['seekerNumber'],
}

/** While there is something to prepare for: afterwards there are minutes. */
export const hasPack = (stage: string): boolean => stage === 'planned' || stage === 'inSession'

/** The last day on which it may be kept: that of the tafel, or today where it goes on after its day. */
export const keepUntil = (on: string, today: string): string => (on < today ? today : on)
