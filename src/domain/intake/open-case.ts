import { caseStep } from '../case/case'
import { compartments } from '../case/compartments'
import type { Refusal } from '../kernel/step'

const { identity, contact, stay, readiness, parties } = compartments

/** First letters of the names, for those who may know no more. */
export const initialsOf = (given: string, family: string) =>
  [given, ...family.split(/\s+/).slice(-1)].map((n) => `${[...n][0]?.toUpperCase() ?? ''}.`).join('')

/** The covenant names the settings whose leavers it is meant for. */
const originAdmitted = (setting: string, origins: readonly string[]): Refusal | null =>
  origins.includes(setting)
    ? null
    : { reason: 'originNotInCovenant', field: 'setting', values: { origins: origins.join(', ') } }

/** The care provider registers its client: the front door of the whole process. */
export const openCase = caseStep('openCase', {
  input: {
    ...identity.fields,
    ...contact.fields,
    setting: stay.fields.setting,
    facility: stay.fields.facility,
    law: stay.fields.law,
    readySince: readiness.fields.readySince,
    wantedFrom: readiness.fields.wantedFrom,
    gemeente: { kind: 'ref', to: 'gemeente' },
    mentorName: parties.fields.mentorName,
    mentorPhone: parties.fields.mentorPhone,
  },
  check: (_kase, { setting, birthDate, readySince }, { rules }) =>
    originAdmitted(setting, rules.origins) ??
    (readySince < birthDate ? { reason: 'readyBeforeBirth', field: 'readySince' } : null),
  apply: (_kase, i, { actor }) => ({
    write: {
      identity: {
        givenName: i.givenName,
        familyName: i.familyName,
        birthDate: i.birthDate,
        salutation: i.salutation,
      },
      contact: {
        phone: i.phone,
        email: i.email,
        address: i.address,
        language: i.language,
        reachedBy: i.reachedBy,
      },
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
      },
      readiness: { readySince: i.readySince, wantedFrom: i.wantedFrom },
    },
    relate: [
      { part: 'provider', relation: 'ours', organisationId: actor.organisationId },
      { part: 'gemeente', relation: 'ours', organisationId: i.gemeente },
    ],
  }),
})
