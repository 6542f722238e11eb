// What a decision rests on: the facts that are kept with it, as they were known then.
import { leftOut } from '../tafel/pack'
import { type CaseCompartment, compartments } from './compartments'
import type { process } from './process'

/**
 * The facts that the table can weigh. Not kept: who and where somebody is, their health, debts, past and dangers, for a copy
 * of those would harm longer than the fact itself; and what is a row that stays by itself, or a decision of its own.
 */
export const weighed = [
  'readiness',
  'stay',
  'household',
  'binding',
  'criteria',
  'contractProposal',
  'startNeeds',
  'tracks',
  'profile',
  'supportSummary',
  'landlordSummary',
  'incomeClass',
  'debtSummary',
  'safetyFlag',
] as const satisfies readonly CaseCompartment[]
export type WeighedFacts = (typeof weighed)[number]

/** The steps by which something is decided on a client: with the record of each of these they are kept. */
export const decisionSteps = [
  'carryOutDecision',
  'confirmCorrection',
  'decideSpoed',
  'confirmAdmitted',
] as const satisfies readonly (keyof typeof process)[]

/** The fields of these facts that are kept. */
export const fieldsKept = (facts: WeighedFacts): string[] =>
  Object.keys(compartments[facts].fields).filter((field) => !leftOut[facts]?.includes(field))
