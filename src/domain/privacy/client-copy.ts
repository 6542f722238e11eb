// The copy of the aanmelding that a client gets on paper (AVG art. 15): what is kept about them, in the order of the form.
import type { CaseCompartment } from '../case/compartments'

/**
 * What the copy holds. Left out is what is about somebody else, or is told in another way: who was named for a shielded
 * case, what the table said among itself, what it all costs, and the number, which the client knows.
 */
export const inClientCopy = [
  'identity',
  'contact',
  'parties',
  'stay',
  'readiness',
  'residence',
  'earlierAddresses',
  'household',
  'members',
  'binding',
  'income',
  'debts',
  'bewind',
  'housingHistory',
  'dayActivity',
  'youth',
  'health',
  'addictionSummary',
  'zrm',
  'support',
  'supportSummary',
  'relapsePlan',
  'relapseSummary',
  'criminal',
  'network',
  'profile',
  'exclusions',
  'exclusionReasons',
  'safety',
  'criteria',
  'contractProposal',
  'startNeeds',
  'tracks',
  'statement',
  'consents',
  // Where it came from is theirs to know (AVG art. 15(1)(g)).
  'imported',
] as const satisfies readonly CaseCompartment[]
