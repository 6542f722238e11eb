// Who sees what: one row per compartment. A role that is not named sees nothing of it.
// Where the covenants leave room, the stricter reading was chosen: docs/decisions/0005.
import type { Readers } from '../kernel/grants'
import type { Role } from './actor'
import type { CaseCompartment } from './compartments'
import {
  any,
  assigned,
  gemeente,
  gemeenteWithConsent,
  guests,
  guestsAndTeam,
  invited,
  landlord,
  landlordFrom,
  landlordWithConsent,
  localTeam,
  matching,
  ours,
  provider,
  regie,
  reporting,
  tenure,
  terms,
  toNext,
} from './reading'
import { always, from } from './stages'

// biome-ignore format: a row of the table is a line
export const readers: Record<CaseCompartment | 'spine', Readers> = {
  spine: toNext({ ...provider, ...gemeente, ...regie, ...landlord, ...matching, ...reporting, ...terms, ...guestsAndTeam, zorgLead: ours() }),

  identity: toNext({ ...provider, ...gemeente, ...regie, ...landlord, ...localTeam, ...matching }),
  contact: toNext({ ...provider, ...gemeente, ...regie, ...landlord, ...localTeam }),
  bsn: { mentor: ours(), regisseur: ours() },
  bsnCheck: { mentor: ours(), regisseur: ours() },
  consents: { ...provider, ...gemeente, ...regie },

  initials: toNext({ ...provider, ...gemeente, ...regie, ...landlord, ...guestsAndTeam }),
  earlier: { ...provider, ...gemeente },
  imported: { ...provider, ...gemeente },
  takenBack: { ...provider, ...gemeente },
  parties: toNext({ ...provider, ...gemeente, ...regie, ...landlord, ...localTeam }),
  stay: { ...provider, ...gemeente, ...regie, ...reporting },
  readiness: toNext({ ...provider, ...gemeente, ...regie, ...landlord, ...matching, ...reporting, ...guests }),
  household: { ...provider, ...gemeente, ...regie, ...landlord, ...matching, ...reporting, ...guests },
  members: { ...provider, ...gemeente },
  earlierAddresses: { ...provider, ...gemeente },
  residence: { ...provider, ...gemeente, ...regie },
  binding: { ...provider, ...gemeente, ...regie },
  income: { ...provider, ...gemeente, ...landlordFrom(tenure) },
  debts: { ...provider },
  bewind: { ...provider, ...gemeente, ...regie, ...landlord },
  health: { ...provider },
  addictionSummary: { ...provider, ...gemeenteWithConsent('verslaving') },
  zrm: { ...provider, ...gemeente },
  support: { ...provider, ...gemeente, ...regie },
  dayActivity: { ...provider, ...gemeente, coordinator: any() },
  youth: { ...provider, ...gemeente },
  relapsePlan: { ...provider },
  housingHistory: { ...provider, ...gemeente, ...landlordWithConsent('woongeschiedenis') },
  criminal: { mentor: ours() },
  safety: { mentor: ours(), regisseur: ours(), coordinator: any() },
  exclusions: { ...provider, ...gemeente, ...regie, ...matching },
  exclusionReasons: { ...provider },
  network: { ...provider },
  costs: { ...provider, ...gemeente, coordinator: any() },
  criteria: { ...provider, ...gemeente, ...regie },
  contractProposal: { ...provider, ...gemeente, ...regie },
  startNeeds: { ...provider, ...gemeente, coordinator: any() },
  statement: { ...provider, ...gemeente, coordinator: any() },
  tracks: { ...provider, ...gemeente, coordinator: any() },

  profile: toNext({ ...provider, ...gemeente, ...regie, ...landlord, ...matching, ...guests }),
  supportSummary: toNext({ ...provider, ...gemeente, ...regie, ...landlord, ...guestsAndTeam }),
  landlordSummary: { ...provider, ...gemeente, ...regie, ...landlord, ...matching },
  incomeClass: { ...provider, ...gemeente, ...regie, ...landlord, ...matching },
  debtSummary: { ...provider, ...gemeente, ...regie, ...landlordWithConsent('schulden') },
  relapseSummary: { ...provider, ...gemeente, ...regie, ...landlordWithConsent('terugval') },
  safetyFlag: { ...provider, ...gemeente, ...regie, ...landlord, ...matching },
  shield: { ...provider, ...gemeente, ...regie, ...landlord, ...matching, ...guestsAndTeam },
  named: { ...provider, ...gemeente },

  papersIdentity: { mentor: ours(), regisseur: ours() },
  papersIncome: { ...provider, ...gemeente, ...landlordFrom(tenure) },
  papersHousing: { ...provider, ...gemeente },
  papersSupport: { ...provider, ...gemeente, ...regie },
  papersContract: { ...provider, ...landlordFrom(from('matching')) },
  papersOwn: { ...provider },

  notes: { ...provider, ...gemeente, coordinator: any(), ...landlord },

  intakeCheck: { ...provider, ...gemeente, coordinator: any() },
  agenda: { ...provider, ...gemeente, ...regie, ...guests, officer: invited },
  decision: { ...provider, ...gemeente, ...regie, ...landlord, ...matching, ...reporting },
  tafelNotes: { ...provider, ...gemeente, ...regie },
  conditions: { ...provider, ...gemeente, ...regie, ...landlord },
  decisions: { ...provider, ...gemeente, ...regie, ...landlord },
  decisionNotes: { ...provider, ...gemeente, ...regie },
  boardAnswers: { ...provider, ...gemeente, ...regie },
  positions: { ...provider, ...gemeente, ...regie, officer: invited },
  offerLog: { ...provider, ...gemeente, coordinator: any() },
  refusalsWeighed: { ...provider, ...gemeente, ...regie },
  tenancy: { ...provider, ...landlordFrom(from('matching')) },
  placement: { ...provider, ...gemeente, ...regie, ...landlord, ...reporting },
  signatures: { ...provider, ...gemeente, coordinator: any(), ...landlord },

  talks: { ...provider, ...gemeente, ...landlordFrom(tenure), coordinator: any() },
  landing: { ...provider, ...gemeente, ...landlordFrom(tenure), coordinator: any(), localTeam: assigned(always) },

  plan: { ...provider },
  guidance: { ...provider, ...gemeente, ...regie, ...reporting },
  guidanceSummary: toNext({ ...provider, ...gemeente, ...landlordFrom(tenure), localTeam: assigned(always) }),
  visits: { ...provider, ...gemeente, coordinator: any() },
  visitNotes: { ...provider },
  signals: { ...provider, ...landlordFrom(tenure), coordinator: any(tenure) },
  signalAnswers: { ...provider, ...landlordFrom(tenure), coordinator: any(tenure) },
  homeCourse: { ...provider, ...gemeente, ...landlordFrom(tenure), coordinator: any(tenure) },
  careSignals: { ...provider, ...gemeente, localTeam: assigned(tenure) },
  careAnswers: { ...provider, ...gemeente },
  careCourse: { ...provider, ...gemeente, coordinator: any(tenure), localTeam: assigned(tenure) },
  arrears: { ...landlordFrom(tenure), mentor: ours(tenure, 'huurachterstand'), zorgLead: ours(tenure, 'huurachterstand') },
  arrearsSignal: { ...provider, ...landlordFrom(tenure), regisseur: ours(tenure) },
  supportChanges: { ...provider, ...gemeente, coordinator: any() },
  evaluations: { ...provider, ...gemeente, ...landlordFrom(tenure), coordinator: any() },
  escalations: { ...provider, ...gemeente, ...landlordFrom(tenure), coordinator: any() },
  omklap: { ...provider, ...gemeente, ...landlordFrom(tenure), coordinator: any() },
  spoedRequests: { ...provider, ...gemeente, coordinator: any() },
  spoed: { ...provider, ...gemeente, ...regie, ...landlord, ...matching, ...reporting },
  handover: toNext({ ...provider, ...gemeente, coordinator: any() }),
  closing: { ...provider, ...gemeente, ...regie, ...landlord, ...reporting },
  homeEnd: { ...provider, ...gemeente, coordinator: any(), ...reporting },
}

/**
 * What someone reads of a case that they opened in an emergency, and who may: only what helps then (AVG art. 6(1)(d) and
 * 9(2)(c), vital interests). No health, debts, offences or notes: who treats somebody asks their doctor. docs/decisions/0017.
 */
export const inEmergency = {
  roles: ['mentor', 'zorgLead', 'regisseur', 'gemeenteLead', 'coordinator'],
  opens: [
    'spine',
    'initials',
    'identity',
    'contact',
    'parties',
    'household',
    'bewind',
    'support',
    'supportSummary',
    'relapsePlan',
    'relapseSummary',
    'network',
    'safetyFlag',
    'guidanceSummary',
  ],
} as const satisfies { roles: readonly Role[]; opens: readonly (CaseCompartment | 'spine')[] }

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
  decisions: table,
  decisionNotes: table,
  boardAnswers: table,
  placement: 'all',
  guidanceSummary: 'all',
  closing: 'all',
}
