import { caseStep } from '../case/case'
import { compartments } from '../case/compartments'
import type { FromFile } from '../kernel/context'
import { optional, type Values } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { firstReadiness, readinessInput, readinessRefusal, readinessTask } from './readiness'
import { youthRefusal } from './youth'

const { identity, contact, stay, parties, earlier } = compartments

/** First letters of the names, for those who may know no more. */
export const initialsOf = (given: string, family: string) =>
  [given, ...family.split(/\s+/).slice(-1)].map((n) => `${[...n][0]?.toUpperCase() ?? ''}.`).join('')

/** The covenant names the settings whose leavers it is meant for. */
const originAdmitted = (setting: string, origins: readonly string[]): Refusal | null =>
  origins.includes(setting)
    ? null
    : { reason: 'originNotInCovenant', field: 'setting', values: { origins: origins.join(', ') } }

const contactOf = ({ phone, email, address, language, reachedBy }: Values<typeof contact.fields>) => ({
  phone,
  email,
  address,
  language,
  reachedBy,
})

type As = (typeof earlier.fields.earlierAs.codes)[number]

/** From which registration the facts come that the forms propose; nothing where it begins afresh. */
const takenOver = (earlierCase: string | null, as: As | null, earlierOn?: string) =>
  earlierCase && earlierOn ? { earlier: { earlierCase, earlierAs: as ?? 'zelfde', earlierOn } } : {}

/** From a file: what it says of the way so far. */
const fromRow = (row: FromFile | undefined) => (row ? { imported: row } : {})

/** Where the file says that the client is further than this, the gemeente is asked first. */
const firstTask = (row: FromFile | undefined) =>
  row && row.stated !== 'intake' ? 'checkImported' : 'finishIntake'

/** The care provider registers its client: the front door of the whole process. */
export const openCase = caseStep('openCase', {
  input: {
    ...identity.fields,
    ...contact.fields,
    setting: stay.fields.setting,
    facility: stay.fields.facility,
    law: stay.fields.law,
    ...readinessInput,
    gemeente: { kind: 'ref', to: 'gemeente' },
    mentorName: parties.fields.mentorName,
    mentorPhone: parties.fields.mentorPhone,
    earlier: optional(earlier.fields.earlierCase),
    earlierAs: optional(earlier.fields.earlierAs),
  },
  check: (_kase, { setting, birthDate, earlier, ...i }, { rules, today, ...found }) =>
    (earlier && !found.earlier ? { reason: 'earlierNotThere' } : null) ??
    originAdmitted(setting, rules.origins) ??
    readinessRefusal(i, birthDate) ??
    youthRefusal({ birthDate, wantedFrom: i.wantedFrom ?? i.expectedOn }, rules, today),
  apply: (_kase, i, { actor, earlier, fromFile }) => ({
    write: {
      ...fromRow(fromFile),
      identity: {
        givenName: i.givenName,
        familyName: i.familyName,
        birthDate: i.birthDate,
        salutation: i.salutation,
      },
      contact: contactOf(i),
      initials: { initials: initialsOf(i.givenName, i.familyName) },
      parties: {
        mentorName: i.mentorName,
        mentorPhone: i.mentorPhone,
        deputyName: null,
        deputyPhone: null,
      },
      stay: {
        setting: i.setting,
        facility: i.facility,
        law: i.law,
        product: null,
        since: null,
        indicationUntil: null,
        leftOn: null,
        placeTaken: null,
        takenOn: null,
      },
      readiness: firstReadiness(i),
      ...takenOver(i.earlier, i.earlierAs, earlier?.openedOn),
    },
    opens: [firstTask(fromFile), ...readinessTask(i).opens],
    due: readinessTask(i).due,
    relate: [
      { part: 'provider', relation: 'ours', organisationId: actor.organisationId },
      { part: 'gemeente', relation: 'ours', organisationId: i.gemeente },
    ],
  }),
})
