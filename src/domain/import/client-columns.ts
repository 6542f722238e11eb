// The columns that a file with running clients can have, each with the field that it fills and the names that people give it.
import { compartments as c } from '../case/compartments'
import { day } from '../kernel/field'
import type { ColumnOf } from './column'

const no = { nee: 'geen', no: 'geen', geen: 'geen' }

/** In the order of the template. A burgerservicenummer is not among them: docs/decisions/0028. */
export const clientColumns = {
  givenName: {
    field: c.identity.fields.givenName,
    names: ['voornaam', 'roepnaam', 'first name', 'given name'],
    needed: true,
  },
  familyName: {
    field: c.identity.fields.familyName,
    names: ['achternaam', 'familienaam', 'last name', 'family name'],
    needed: true,
  },
  birthDate: {
    field: c.identity.fields.birthDate,
    names: ['geboortedatum', 'geb datum', 'geboren', 'geboren op', 'date of birth'],
    needed: true,
  },
  salutation: { field: c.identity.fields.salutation, names: ['aanhef', 'salutation'] },
  phone: { field: c.contact.fields.phone, names: ['telefoon', 'telefoonnummer', 'mobiel', 'phone'] },
  email: { field: { ...c.contact.fields.email, kind: 'email' }, names: ['e-mail', 'mail', 'e-mailadres'] },
  setting: {
    field: c.stay.fields.setting,
    names: ['soort verblijf', 'herkomst', 'verblijf', 'type verblijf', 'setting'],
    needed: true,
  },
  facility: {
    field: c.stay.fields.facility,
    names: ['voorziening', 'locatie', 'naam voorziening', 'facility'],
    needed: true,
  },
  law: { field: c.stay.fields.law, names: ['wet', 'financiering', 'law'], needed: true },
  readySince: {
    // Who is only expected to be ready is registered by hand: a file is about running clients.
    field: day('past'),
    names: ['uitstroomgereed sinds', 'uitstroomgereed', 'gereed sinds', 'klaar sinds', 'ready since'],
    needed: true,
  },
  wantedFrom: {
    field: c.readiness.fields.wantedFrom,
    names: ['wil verhuizen vanaf', 'gewenst vanaf', 'gewenste datum', 'wanted from'],
  },
  gemeente: {
    field: { kind: 'ref', to: 'gemeente' },
    names: ['gemeente', 'verantwoordelijke gemeente', 'municipality'],
    needed: true,
  },
  mentorName: {
    field: c.parties.fields.mentorName,
    names: ['begeleider', 'naam begeleider', 'mentor', 'persoonlijk begeleider'],
    needed: true,
  },
  mentorPhone: {
    field: c.parties.fields.mentorPhone,
    names: ['telefoon begeleider', 'telefoonnummer begeleider', 'phone of the mentor'],
  },
  agreedOn: {
    field: c.imported.fields.agreedOn,
    names: ['toestemming op', 'datum toestemming', 'toestemming', 'consent on'],
    needed: true,
  },
  agreedHow: {
    field: c.imported.fields.agreedHow,
    names: ['toestemming hoe', 'hoe toestemming', 'wijze van toestemming', 'consent how'],
    also: { papier: 'schriftelijk', handtekening: 'schriftelijk', gesprek: 'mondeling' },
    needed: true,
  },
  stated: {
    field: c.imported.fields.stated,
    names: ['fase', 'stand', 'status', 'stage'],
    also: {
      wachtlijst: 'tafel',
      uitstroomtafel: 'tafel',
      toegelaten: 'matching',
      woningzoeken: 'matching',
      nazorg: 'aftercare',
      woont: 'aftercare',
    },
    needed: true,
  },
  statedSince: {
    field: c.imported.fields.statedSince,
    names: ['fase sinds', 'sinds', 'datum besluit', 'datum sleutel', 'since'],
  },
  statedForm: { field: c.imported.fields.statedForm, names: ['contractvorm', 'contract', 'contract form'] },
  statedLevel: {
    field: c.imported.fields.statedLevel,
    names: ['begeleiding', 'niveau begeleiding', 'level of support'],
  },
  threat: {
    field: { ...c.safety.fields.threat, optional: true },
    names: ['dreiging', 'veiligheid', 'geweld', 'threat'],
    also: no,
  },
  secrecy: {
    field: { ...c.safety.fields.secrecy, optional: true },
    names: ['geheim adres', 'adres geheim', 'geheimhouding', 'secret address'],
    also: { ...no, ja: 'geheim', yes: 'geheim' },
  },
} as const satisfies Record<string, ColumnOf>

/** The invented client of the template, to show how cells are meant; nobody of this name comes in. */
export const exampleClient = { givenName: 'Voorbeeld', familyName: 'Verzonnen' } as const
