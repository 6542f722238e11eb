// What the care provider tells of its client, in the order of the aanmelding. It is shared group by group: compartments.ts.
import { contractForms, criteria, origins, tracks } from '../covenant/rule-set'
import { bsn, code, count, day, flag, longText, money, optional, phone, ref, text } from '../kernel/field'
import { compartment, ofHousehold, ofPerson, rows, rowsOfPerson } from '../kernel/subject'
import { consentCategories, consentPurposes, legalBases, textLanguages, waysToConsent } from './consent-table'

export const zrmDomains = [
  'finances',
  'work',
  'timeUse',
  'housing',
  'domesticRelations',
  'mentalHealth',
  'physicalHealth',
  'substanceUse',
  'basicDaily',
  'instrumentalDaily',
  'socialNetwork',
  'participation',
  'justice',
] as const
const zrmScores = Object.fromEntries(zrmDomains.map((d) => [d, count(1, 5)])) as Record<
  (typeof zrmDomains)[number],
  { kind: 'count'; min: number; max: number }
>

/** Where a client can stand, by the file that they come from; a lease comes from no file. */
const statedStages = ['intake', 'tafel', 'matching', 'aftercare'] as const
/** Whose the earlier registration was. */
export const earlierKinds = ['zelfde', 'ander'] as const
const startNeeds = ['geregeld', 'nodig', 'nietNodig'] as const
/** Why the day of readiness changed, without a word about health. */
export const readinessReasons = [
  'zover',
  'eerder',
  'meerTijd',
  'ietsRegelen',
  'wensClient',
  'vergissing',
] as const
export const placesTaken = ['uitConvenant', 'vanBuiten', 'andereClient', 'nogLeeg', 'vervallen'] as const
/** With these somebody lives there again: a client of this covenant, somebody from elsewhere, or it is not known whom. */
export const takenAgain = [
  'uitConvenant',
  'vanBuiten',
  'andereClient',
] as const satisfies readonly (typeof placesTaken)[number][]
const trackStates = ['teDoen', 'loopt', 'klaar', 'nietNodig'] as const
/** Who sees to it that it comes about; the client may do the work. */
const trackHolders = ['provider', 'gemeente'] as const

// biome-ignore format: a row of the table is a line
/** What belongs to the person, and stays theirs over all their cases. */
export const ofThePerson = {
  identity: ofPerson({ givenName: text(60), familyName: text(60), birthDate: day('past'), salutation: optional(code('salutation', ['mevrouw', 'meneer', 'geen'])) }),
  contact: ofPerson({ phone: optional(phone()), email: optional(text(120)), address: optional(text(200)), language: optional(text(40)), reachedBy: optional(code('reachedBy', ['bellen', 'berichten', 'mail', 'brief', 'begeleider'])) }),
  bsn: ofPerson({ number: bsn() }),
  /** Which organisation may see which category; a later row replaces an earlier one (AVG art. 7). */
  consents: rowsOfPerson({
    recipient: ref('organisation'),
    category: code('consentCategory', consentCategories),
    given: flag(),
    on: day('past'),
    /** The last day on which a yes counts; a no has none. */
    until: optional(day()),
    /** What it was asked for, and on which ground it is then read; none where it is withdrawn. */
    purpose: optional(code('consentPurpose', consentPurposes)),
    basis: optional(code('legalBasis', legalBases)),
    how: optional(code('wayToConsent', waysToConsent)),
    /** Which text was read to the client, and in which language; none where the client spoke first, to withdraw. */
    textVersion: optional(count(1, 999)),
    textLanguage: optional(code('textLanguage', textLanguages)),
  }),
}

// biome-ignore format: a row of the table is a line
/** What the care provider describes, in the order of the aanmelding. */
export const described = {
  /** Whether the number is known of somebody else in this covenant: all that is told of a double registration. */
  bsnCheck: compartment({ known: flag() }),
  initials: compartment({ initials: text(8) }),
  /** The registration whose facts are proposed in this one: of the same client, or of somebody with the same place or mentor. */
  earlier: compartment({ earlierCase: ref('case'), earlierAs: code('earlierAs', earlierKinds), earlierOn: day('past') }),
  /** What the file said from which this case came: the checksum and the row, where it stood by then and since when, and what the client agreed to. */
  imported: compartment({ file: text(64), fileRow: count(1, 20_000), stated: code('statedStage', statedStages), statedSince: optional(day('past')), statedForm: optional(code('contractForm', contractForms)), statedLevel: optional(code('supportLevel', ['licht', 'midden', 'intensief'])), agreedOn: day('past'), agreedHow: code('wayToConsent', waysToConsent) }),
  /** Rows that were added wrongly: they stay, and count no more. No word of what stood in them, for not everyone read that. */
  takenBack: rows({ row: ref('row'), why: code('takenBackWhy', ['vergissing', 'dubbel', 'nietMeer']) }),
  parties: compartment({ mentorName: text(80), mentorPhone: optional(phone()), deputyName: optional(text(80)), deputyPhone: optional(phone()) }),
  /** `leftOn`, `placeTaken` and `takenOn`: since when the place is free again, what came of it, and since when somebody lives there. */
  stay: compartment({ setting: code('origin', origins), facility: text(), law: code('law', ['wmo', 'wlz', 'jeugdwet', 'zvw']), product: optional(text()), since: optional(day('past')), indicationUntil: optional(day()), leftOn: optional(day('past')), placeTaken: optional(code('placeTaken', placesTaken)), takenOn: optional(day('past')) }),
  /** Either ready since a day, or expected to be on one; why it was changed is a code, for health is no business of these readers. */
  readiness: compartment({ readySince: optional(day('past')), expectedOn: optional(day()), wantedFrom: optional(day()), changedWhy: optional(code('readinessWhy', readinessReasons)) }),
  household: ofHousehold({ adults: count(1, 10), children: count(0, 12), expecting: flag(), pets: optional(text()) }),
  /** Who moves in as well, without a name: how many they are stands in `household`, for more readers. */
  members: rows({ relation: code('memberRelation', ['partner', 'kind', 'ouder', 'ander']), birthDate: day('past'), lives: code('memberLives', ['altijd', 'deels', 'bezoek']), school: optional(text(80)) }),
  earlierAddresses: rows({ place: text(120), since: day('past'), until: optional(day('past')), livedAs: code('livedAs', ['huurder', 'koper', 'inwonend', 'instelling', 'zonderAdres']) }),
  residence: compartment({ nationality: text(60), permit: code('permit', ['nederlander', 'eu', 'onbepaald', 'bepaald', 'geen']), permitUntil: optional(day()) }),
  binding: compartment({ originMunicipality: ref('gemeente'), preferredMunicipality: optional(ref('gemeente')), grounds: optional(longText(1000)), seekerNumber: optional(text(40)), seekerSince: optional(day('past')), ownReactions: optional(count(0, 5000)) }),
  income: compartment({ source: code('incomeSource', ['loon', 'participatiewet', 'wajong', 'wia', 'ww', 'aow', 'studie', 'geen']), yearIncome: money(), proof: code('incomeProof', ['ibri', 'ib60', 'loonstrook', 'uitkering', 'geen']), proofOn: optional(day('past')), assets: optional(code('assets', ['onder', 'boven', 'onbekend'])), benefitFrom: optional(ref('gemeente')) }),
  debts: compartment({ total: optional(money()), creditors: optional(count(0, 200)), arrangement: code('debtArrangement', ['geenSchulden', 'geenRegeling', 'informeel', 'schuldregeling', 'wsnp']), rentDebt: flag(), note: optional(longText(2000)) }),
  bewind: compartment({ form: code('bewindForm', ['geen', 'bewind', 'curatele', 'mentorschap']), contactName: optional(text(80)), contactPhone: optional(phone()) }),
  health: compartment({ treatment: longText(), addiction: optional(longText(2000)) }),
  addictionSummary: compartment({ summary: longText(600) }),
  zrm: rows({ measuredOn: day('past'), ...zrmScores }),
  support: compartment({ hoursPerWeek: count(0, 60), reachable: code('reachable', ['kantooruren', 'avonden', 'altijd']), deliveredBy: text(), startOn: optional(day()), months: optional(count(1, 120)), needs: longText() }),
  dayActivity: compartment({ activity: code('dayActivity', ['werk', 'opleiding', 'dagbesteding', 'vrijwilligerswerk', 'zoekend', 'geen']), where: optional(text(120)), hoursPerWeek: optional(count(0, 60)), travel: optional(text(200)), wish: optional(longText(1000)) }),
  /** What somebody who comes of age must be able to lean on, besides a roof: people, days, money and care. */
  youth: compartment({ adult: flag(), adultWho: optional(text(120)), days: code('youthDays', ['school', 'werk', 'beide', 'geenVanBeide']), moneyHelp: flag(), careAfter18: code('youthCare', ['geregeld', 'aangevraagd', 'nietNodig', 'onbekend']), planOn: optional(day('past')) }),
  relapsePlan: compartment({ signs: longText(), helps: longText(), crisisContact: optional(text(160)) }),
  housingHistory: rows({ landlord: text(), until: optional(day('past')), ended: code('tenancyEnd', ['opgezegd', 'ontruimd', 'relatiebreuk', 'opname', 'nooit']), note: optional(longText(1000)) }),
  criminal: compartment({ note: longText() }),
  safety: compartment({ threat: code('threat', ['geen', 'bedreiging', 'geweld', 'stalking']), secrecy: code('secrecy', ['geen', 'beschermd', 'geheim']), note: optional(longText(2000)) }),
  exclusions: rows({ area: code('exclusionArea', ['postcode', 'straat', 'complex', 'gemeente']), value: text(80), until: optional(day()) }),
  exclusionReasons: rows({ value: text(80), reason: longText(1000) }),
  network: rows({ name: text(80), relation: text(60), phone: optional(phone()), standing: optional(code('networkStanding', ['naaste', 'mantelzorger', 'vertegenwoordiger', 'noodcontact'])), agreedOn: optional(day('past')) }),
  costs: compartment({ placePerDay: money(100_000), supportPerWeek: money(1_000_000) }),
  contractProposal: compartment({ form: code('contractForm', contractForms), why: longText(1000), omklapOn: optional(day('future')) }),
  startNeeds: compartment({ furnishing: code('startNeed', startNeeds), moving: code('startNeed', startNeeds), firstRent: code('startNeed', startNeeds), energy: code('startNeed', startNeeds), note: optional(longText(1000)) }),
  /** What client and provider declare: told what is shared, true as far as they know, a copy for the client. */
  statement: compartment({ informedOn: day('past'), clientSignedOn: optional(day('past')), providerSignedOn: day('past'), copyGivenOn: optional(day('past')) }),
  /** How each condition of the covenant stands, and what shows it; the last row about one counts. */
  criteria: rows({ criterion: code('criterion', criteria), met: code('met', ['ja', 'nee', 'onbekend']), evidence: optional(longText(600)) }),
  /** What must be arranged beside the home; the last row about a track counts. */
  tracks: rows({ track: code('track', tracks), state: code('trackState', trackStates), holder: code('trackHolder', trackHolders), dueOn: optional(day()), evidence: optional(longText(600)), note: optional(longText(600)) }),
}
