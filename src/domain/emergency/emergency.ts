// Noodtoegang: someone who may not read a case opens it for an hour, because a life may depend on it. Whoever is responsible
// hears of it at once, and a privacy officer judges it afterwards. docs/decisions/0017 says what it opens and what it never does.
import { code, day, longText, optional, ref, text } from '../kernel/field'
import type { ProcessDefinition, Reading } from '../kernel/grants'
import { type Row, stepsOf } from '../kernel/step'
import { compartment, type Loaded } from '../kernel/subject'

export const emergencyStages = ['new', 'open', 'reviewed'] as const

/** For so long the case is open. The database keeps the time (app.emergency_opened); this is how it is told. */
export const EMERGENCY_MINUTES = 60

/** So many characters say why: less is a reflex, not a reason. */
const LEAST_WHY = 20

export const emergencyCompartments = {
  opening: compartment({
    case: ref('case'),
    caseNumber: text(40),
    openedBy: ref('membership'),
    reason: code('emergencyReason', ['crisis', 'medical', 'danger', 'missing']),
    why: longText(1000),
  }),
  stopped: compartment({ stoppedOn: day() }),
  review: compartment({
    outcome: code('reviewOutcome', ['justified', 'notJustified', 'followUp']),
    findings: longText(2000),
    reviewedOn: day(),
  }),
}

const openers = {
  mentor: 'ours',
  zorgLead: 'ours',
  regisseur: 'ours',
  gemeenteLead: 'ours',
  coordinator: 'ours',
} as const
/** The person who opened it, and nobody beside them: the relation is held by their membership. */
const opener = {
  mentor: 'emergency',
  zorgLead: 'emergency',
  regisseur: 'emergency',
  gemeenteLead: 'emergency',
  coordinator: 'emergency',
} as const

// biome-ignore format: a row of the table is a line
export const emergencyRows = {
  breakGlass: {
    by: openers, from: ['new'], to: 'open', writes: ['opening'], opens: ['reviewAsProvider', 'reviewAsGemeente'], urgent: true, grave: true,
    alarms: [
      { role: 'mentor', part: 'provider' }, { role: 'zorgLead', part: 'provider' }, { role: 'regisseur', part: 'gemeente' }, { role: 'gemeenteLead', part: 'gemeente' },
      { role: 'privacyOfficer', part: 'provider' }, { role: 'privacyOfficer', part: 'gemeente' }, { role: 'privacyOfficer', part: 'opener' },
    ],
  },
  endEmergency: { by: opener, from: ['open'], writes: ['stopped'] },
  reviewEmergency: { by: { privacyOfficer: 'assigned' }, from: ['open'], to: 'reviewed', writes: ['review'], grave: true, alarms: [{ role: 'zorgLead', part: 'provider' }, { role: 'privacyOfficer', part: 'gemeente' }, { role: 'privacyOfficer', part: 'opener' }] },
} as const satisfies Record<string, Row>

const during = emergencyStages.slice(1)
const own: Reading = { as: 'emergency', during }
/** Whose client it is: the provider and the gemeente of the case. */
const theirs: Reading = { as: 'assigned', during }
/** Of both parties, and of the organisation that opened it. */
const officers: readonly Reading[] = [{ as: 'ours', during }, theirs]

const told = {
  mentor: [theirs, own],
  zorgLead: [theirs, own],
  regisseur: [theirs, own],
  gemeenteLead: [theirs, own],
  coordinator: own,
  privacyOfficer: officers,
}
/** What was found is for who answers for it and for who was judged. */
const judged = {
  mentor: own,
  zorgLead: own,
  regisseur: own,
  gemeenteLead: own,
  coordinator: own,
  privacyOfficer: officers,
}

export const emergencyProcess = {
  kind: 'emergency',
  stages: emergencyStages,
  compartments: emergencyCompartments,
  readers: { spine: told, opening: told, stopped: told, review: judged },
  rows: emergencyRows,
} as const satisfies ProcessDefinition

/** An emergency as someone may see it. */
export type Emergency = Loaded<typeof emergencyCompartments>
const step = stepsOf('emergency', emergencyCompartments, emergencyRows)

/** How a case is pointed at: its number, or exactly this family name with this day of birth. */
type Pointed = {
  readonly caseNumber: string | null
  readonly familyName: string | null
  readonly birthDate: string | null
}
const points = ({ caseNumber, familyName, birthDate }: Pointed) =>
  !!caseNumber || (!!familyName && !!birthDate)

/** Whether these answers may be looked up: only what could be taken is, so that every question has its record. */
export const isEarnest = ({ why, ...pointed }: Pointed & { readonly why: string }) =>
  why.length >= LEAST_WHY && points(pointed)

/**
 * Opens one case for an hour, for reading alone. That a case is not there, is shielded, is of another covenant or is not the
 * only one that fits, is one and the same answer: nobody learns by it that somebody is a client.
 */
export const breakGlass = step('breakGlass', {
  input: {
    reason: emergencyCompartments.opening.fields.reason,
    why: emergencyCompartments.opening.fields.why,
    caseNumber: optional(text(40)),
    familyName: optional(text(60)),
    birthDate: optional(day('past')),
  },
  check: (_emergency, { why, ...pointed }, { glass }) => {
    if (why.length < LEAST_WHY) return { reason: 'sayMore', field: 'why', values: { least: LEAST_WHY } }
    if (!points(pointed)) return { reason: 'sayWhichCase', field: 'caseNumber' }
    if (!glass) return { reason: 'noSuchCase' }
    return glass.readable ? { reason: 'readsAlready' } : null
  },
  apply: (_emergency, { reason, why }, { actor, glass }) => {
    if (!glass) throw new Error('No case behind the glass')
    const { caseId, number, reviewer } = glass
    return {
      write: { opening: { case: caseId, caseNumber: number, openedBy: actor.membershipId, reason, why } },
      relate: [
        { part: 'opener', relation: 'ours', organisationId: actor.organisationId },
        { part: 'provider', relation: 'assigned', asIn: caseId },
        { part: 'gemeente', relation: 'assigned', asIn: caseId },
      ],
      opens: [reviewer === 'provider' ? 'reviewAsProvider' : 'reviewAsGemeente'],
    }
  },
})

/** Whoever opened it stops before the hour is over. */
export const endEmergency = step('endEmergency', {
  input: {},
  blockedBy: [({ of }) => (of.stopped ? { reason: 'stoppedAlready' } : null)],
  apply: (_emergency, _input, { today }) => ({ write: { stopped: { stoppedOn: today } } }),
})

/** Judges it, and ends what is still open. Nobody judges what they did themselves: the database refuses that as well. */
export const reviewEmergency = step('reviewEmergency', {
  input: {
    outcome: emergencyCompartments.review.fields.outcome,
    findings: emergencyCompartments.review.fields.findings,
  },
  blockedBy: [
    ({ turns }, { actor }) =>
      turns.some(({ holderId }) => holderId === actor.organisationId)
        ? null
        : { reason: 'reviewedElsewhere' },
    (_emergency, { brokeIt }) => (brokeIt ? { reason: 'ownEmergency' } : null),
  ],
  apply: (_emergency, input, { today }) => ({ write: { review: { ...input, reviewedOn: today } } }),
})
