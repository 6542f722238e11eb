// What stays open of a shielded case to whoever was not named for it.
import type { Role } from './actor'
import type { CaseCompartment } from './compartments'

const table = ['coordinator', 'chair', 'secretary'] as const

/**
 * What stays open of a shielded case: what the table and the landlord need, and what tells neither who the client is nor
 * where. A compartment that is not named here is for named people only, also one that is yet to come. docs/decisions/0014.
 */
export const underAlias: Readonly<Partial<Record<CaseCompartment | 'spine', 'all' | readonly Role[]>>> = {
  spine: 'all',
  shield: 'all',
  named: ['zorgLead', 'gemeenteLead'],
  readiness: 'all',
  spoed: 'all',
  household: 'all',
  landlordSummary: 'all',
  incomeClass: 'all',
  debtSummary: 'all',
  supportSummary: 'all',
  safetyFlag: 'all',
  profile: 'all',
  agenda: 'all',
  decision: table,
  tafelNotes: table,
  conditions: table,
  conditionWords: table,
  decisions: table,
  decisionNotes: table,
  boardAnswers: table,
  placement: 'all',
  guidanceSummary: 'all',
  closing: 'all',
}
