// What the people of the main job fill in, as they would type it.
import type { Answers } from '../pages/page'

export const registration = (familyName: string): Answers => ({
  Voornaam: 'Noortje',
  Achternaam: familyName,
  Geboortedatum: '3 mei 1991',
  'Soort verblijf': 'Beschermd wonen (BW)',
  'Naam van de voorziening': 'De Linde',
  Wet: 'Wet maatschappelijke ondersteuning (Wmo)',
  'Uitstroomgereed sinds': '3-3-2024',
  'Verantwoordelijke gemeente': 'Gemeente Emmen',
})

/** A part of the aanmelding: the name of its step, its label, and what is filled in. */
export type Part = readonly [name: string, label: string, answers: Answers]

export const exclusion: Part = [
  'addExclusion',
  'Contra-indicatie toevoegen',
  { 'Soort plek': 'Postcode', 'Welke plek': '7824', Reden: 'Daar wonen oude bekenden' },
]

const stay: Answers = { Nationaliteit: 'Nederlandse', Verblijfsrecht: 'Nederlandse nationaliteit' }
const household: Answers = { 'Aantal volwassenen': '1', 'Aantal kinderen': '0', 'Baby op komst': 'Nee' }
const income: Answers = {
  'Soort inkomen': 'Bijstand (Participatiewet)',
  'Bruto inkomen per jaar': '16.500,00',
  'Bewijs van inkomen': 'Uitkeringsspecificatie',
}
export const debts: Answers = {
  'Regeling voor schulden': 'Schuldregeling',
  Huurschuld: 'Nee',
  'Bewind of curatele': 'Geen',
}
const support: Answers = {
  'Uren begeleiding per week': '4',
  'Begeleiding bereikbaar': 'Overdag en ’s avonds',
  'Begeleiding door': 'Cosis',
  'Wat de cliënt nodig heeft': 'Hulp bij de administratie',
  'Samenvatting voor de corporatie': 'Vier uur per week, ook in de avond',
}
export const profile: Answers = {
  'Type woning': 'Een rustig appartement',
  'Begane grond of lift': 'Nee',
  'Nodige toegankelijkheid': 'Geen bijzondere toegankelijkheid',
  Woonomgeving: 'Een rustige straat',
  'Ondersteuning thuis': 'Elke week bezoek',
  'Landen in de buurt': 'Kennismaken met de buren',
  'Extra zorgvuldig zoeken': 'Nee',
}

/** What an aanmelding must have before it can be sent. */
export const parts: readonly Part[] = [
  ['describeStay', 'Huidig verblijf beschrijven', stay],
  ['describeHousehold', 'Huishouden beschrijven', household],
  ['describeBinding', 'Binding met gemeente beschrijven', { 'Gemeente van herkomst': 'Gemeente Emmen' }],
  ['describeIncome', 'Inkomen invullen', income],
  ['describeDebts', 'Geldzaken beschrijven', debts],
  ['describeSupport', 'Begeleiding beschrijven', support],
  ['writeProfile', 'Woonprofiel schrijven', profile],
  ['describeSafety', 'Veiligheid beschrijven', { Dreiging: 'Geen dreiging', 'Geheim adres': 'Niet geheim' }],
]

export const dwelling = (houseNumber: string): Answers => ({
  Straat: 'Weiersstraat',
  Huisnummer: houseNumber,
  Postcode: '7811 AB',
  Gemeente: 'Gemeente Emmen',
  'Soort woning': 'Portiekflat',
  'Aantal kamers': '2',
  Verdieping: '1',
  Lift: 'Ja',
  Toegankelijkheid: 'Zonder trap en drempels (nultreden)',
  'Kale huur per maand': '612,50',
  'Beschikbaar vanaf': 'vandaag',
})

export const decision: Answers = {
  Uitkomst: 'Toegelaten',
  Gemeente: 'Gemeente Emmen',
  Voorrang: 'Spoed',
  Contractvorm: 'Op naam, met driepartijenovereenkomst',
  'Uitleg voor de cliënt': 'U komt in aanmerking voor een woning in Emmen.',
  Motivering: 'Voldoet aan alle voorwaarden.',
}

export const signed: Answers = { 'Getekend op': 'vandaag', 'Begint op': 'vandaag' }
