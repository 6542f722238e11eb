// What a covenant version decides for its region: one schema, checked when a covenant is loaded.
import { z } from 'zod'
import { evidenceCases, evidencePapers } from '../case/papers'
import { contingent } from './contingent'
import { escalationRules } from './escalation'
import { lettingRules } from './letting-rules'
import { matchingRules } from './matching-rules'
import { movingRules, omklapParties } from './moving-rules'
import { offerRules } from './offer-rules'
import { tafelRules } from './tafel-rules'
import { consequences, ladder, terms } from './terms'
import { tileMap } from './tile-map'

export const origins = ['BW', 'MO', 'VO', 'JMV'] as const
export const priorities = ['spoed', 'hoog', 'normaal'] as const
export const contractForms = ['eigenNaam', 'driepartijen', 'intermediair', 'tijdelijk', 'jongeren'] as const
/** On what a temporary lease can rest; which of them counts is for a lawyer to say, and a region names those that it uses. */
export const temporaryGrounds = ['opvang', 'socialeNood', 'tweedeKans'] as const
/** The parts of the aanmelding that a region can ask for, in the order of the form. */
export const intakeParts = [
  'stay',
  'earlierAddresses',
  'household',
  'members',
  'binding',
  'income',
  'debts',
  'housingHistory',
  'dayActivity',
  'youth',
  'support',
  'relapsePlan',
  'network',
  'profile',
  'exclusions',
  'safety',
  'contractProposal',
  'startNeeds',
  'statement',
] as const
/** What must be arranged beside the home, all at the same time: whoever waits for one of them falls in a gap. */
export const tracks = [
  'inkomen',
  'huurtoeslag',
  'bijzondereBijstand',
  'schuldhulp',
  'bewind',
  'inschrijving',
  'zorgverzekering',
  'bankrekening',
  'dagbesteding',
  'inrichting',
  'energie',
  'eersteHuur',
  'verzekeringen',
  'school',
] as const
/** Conditions that covenants set before somebody can be admitted; each region names those that hold there. */
export const criteria = [
  'woonrijp',
  'nietZelf',
  'ingeschreven',
  'binding',
  'indicatie',
  'begeleiding',
  'inkomen',
  'schulden',
  'dagritme',
  'rust',
] as const

const days = z.int().min(1).max(1830)

/** The rule set of a covenant version. A case keeps the version it started under. */
export const ruleSet = z.strictObject({
  origins: z.array(z.enum(origins)).min(1),
  switchedOff: z.array(z.string()).default([]),
  terms,
  /** In an emergency each term takes so much of its time, rounded up to whole days. */
  spoedPercent: z.int().min(10).max(100).default(40),
  ladder,
  escalation: escalationRules,
  consequences,
  /** Whether a tafel decision is an Awb besluit or advice under the covenant. */
  decisionForm: z.enum(['besluit', 'advies']).default('advies'),
  /** Within how many weeks bezwaar can be made against a besluit (Awb art. 6:7). */
  objectionWeeks: z.int().min(1).max(26).default(6),
  /** What the table judges an admission by; none where the region leaves it to the table. */
  criteria: z.array(z.enum(criteria)).default([]),
  contractForms: z.array(z.enum(contractForms)).min(1),
  /** A lease that ends by itself: on which ground, and after how many months at the latest. Without a ground it has no end. */
  temporary: z
    .strictObject({
      grounds: z.array(z.enum(temporaryGrounds)).default([...temporaryGrounds]),
      maxMonths: z.int().min(1).max(60).default(24),
    })
    .prefault({}),
  intake: z
    .strictObject({
      /** The parts without which an aanmelding cannot be sent; the others may be left empty. */
      required: z
        .array(z.enum(intakeParts))
        .min(1)
        .default(['stay', 'household', 'binding', 'income', 'debts', 'support', 'profile', 'safety']),
      /** The tracks that this region follows. */
      tracks: z.array(z.enum(tracks)).default([...tracks]),
    })
    .prefault({}),
  /** From which age in months somebody can be registered, and how many weeks before they come of age and move at the least. */
  youth: z
    .strictObject({
      fromMonths: z.int().min(180).max(216).default(210),
      weeksBefore: z.int().min(0).max(52).default(12),
    })
    .prefault({}),
  tafel: tafelRules.prefault({}),
  /** The papers without which an aanmelding does not go to the gemeente. None is law: a region asks what it needs. */
  evidence: z
    .array(z.strictObject({ paper: z.enum(evidencePapers), when: z.enum(evidenceCases).default('always') }))
    .default([]),
  matching: matchingRules.prefault({}),
  offers: offerRules.prefault({}),
  moving: movingRules.prefault({}),
  aftercare: z
    .strictObject({
      /** Within so many days after the key the first visit is. */
      firstVisitDays: z.int().min(1).max(60).default(7),
      /** For so many weeks after the key a provider may guarantee a place to come back to; 0: the region agreed none. */
      returnWeeks: z.int().min(0).max(104).default(12),
      /** For so many days a time-out place is held for somebody before it begins. */
      timeOutHeldDays: z.int().min(1).max(30).default(3),
      /** How many days apart the visits are, per period that ends this many days after the key. */
      visits: z
        .array(z.strictObject({ untilDay: days, everyDays: days }))
        .refine(
          (periods) => periods.some((p) => p.everyDays <= p.untilDay),
          'in this pattern no visit ever comes',
        )
        .default([
          { untilDay: 91, everyDays: 7 },
          { untilDay: 182, everyDays: 14 },
          { untilDay: 730, everyDays: 30 },
        ]),
      evaluationMonths: z.array(z.int().min(1).max(60)).min(1).default([3, 6, 12, 18, 24]),
      omklapAfterMonths: z.int().min(0).max(60).default(12),
      /** So many weeks before that the omklap can be asked for, so that it is decided in time. */
      omklapWeeksBefore: z.int().min(0).max(26).default(8),
      /** So many weeks before that it is decided, so that there is time for the lease. */
      omklapDecideWeeks: z.int().min(0).max(26).default(4),
      /** Whose advice is there before it is agreed. */
      omklapAdvice: z.array(z.enum(omklapParties)).default(['provider', 'corporation']),
    })
    .prefault({}),
  /** Rooms that a household may get, by number of persons; the last row counts for larger households. */
  occupancy: z
    .array(z.strictObject({ persons: z.int().min(1), minRooms: z.int().min(1), maxRooms: z.int().min(1) }))
    .min(1)
    .default([
      { persons: 1, minRooms: 1, maxRooms: 3 },
      { persons: 2, minRooms: 2, maxRooms: 4 },
      { persons: 3, minRooms: 3, maxRooms: 5 },
      { persons: 4, minRooms: 4, maxRooms: 8 },
    ]),
  /** How many homes each corporation brings in; none where the region agreed no numbers. */
  contingent: contingent.prefault({}),
  letting: lettingRules.prefault({}),
  /** The gemeenten as squares on a map; by name where the region draws none. */
  tileMap,
  smallCell: z.int().min(1).max(50).default(5),
  /** When the journal asks the privacy officer's attention; none of it is a prohibition. */
  journal: z
    .strictObject({
      /** Whole hours between which offices are open. */
      officeFrom: z.int().min(0).max(23).default(7),
      officeUntil: z.int().min(1).max(24).default(19),
      /** From so many different cases opened by one person on one day. */
      casesPerDay: z.int().min(5).max(1000).default(40),
      /** From so many refusals of one person within so many minutes. */
      refusals: z.int().min(2).max(100).default(5),
      refusalMinutes: z.int().min(1).max(120).default(10),
      /** From so many times as many cases on one day as this person usually opens. */
      timesUsual: z.int().min(2).max(100).default(10),
    })
    .prefault({}),
})

export type RuleSet = z.infer<typeof ruleSet>
