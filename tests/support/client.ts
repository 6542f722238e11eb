// One client in typed inputs: what the care provider fills in, part by part.
import type { StepName } from '@/domain/case/steps'
import { TODAY } from './region'

export type Name = { givenName: string; familyName: string }
type Input = Readonly<Record<string, unknown>>

const stay = {
  setting: 'BW',
  facility: 'De Linde',
  law: 'wmo',
}

/** Besides the name and the gemeente. */
export const first: Input = {
  ...stay,
  readySince: '2026-06-01',
  expectedOn: null,
  wantedFrom: null,
  birthDate: '1990-05-02',
  salutation: 'meneer',
  phone: '06 12 34 56 78',
  email: null,
  address: null,
  language: null,
  mentorName: 'Karin Smit',
  mentorPhone: null,
}

const residence = { nationality: 'Nederlandse', permit: 'nederlander', permitUntil: null }
const unknownYet = { product: null, since: null, indicationUntil: null }
const income = { source: 'participatiewet', yearIncome: 1_650_000, proof: 'uitkering', proofOn: null }
const debts = {
  total: 420_000,
  creditors: 3,
  arrangement: 'schuldregeling',
  rentDebt: false,
  note: 'Bij de GKB',
  form: 'geen',
  contactName: null,
  contactPhone: null,
}
const support = {
  hoursPerWeek: 4,
  reachable: 'avonden',
  deliveredBy: 'Cosis',
  startOn: null,
  months: 12,
  needs: 'Hulp bij de administratie',
  summary: 'Vier uur per week, ook in de avond bereikbaar',
}
const profile = {
  dwelling: 'Een rustig appartement',
  minRooms: 2,
  maxRent: 72_000,
  groundFloor: false,
  accessibility: 'ZON',
  environment: 'Rustige straat',
  supportAtHome: 'Wekelijks bezoek',
  landing: 'Kennismaken met de buren',
  carefulMatch: false,
  approvedOn: TODAY,
  clientComment: null,
}

/** Every part without which an aanmelding cannot be sent, in its order. */
export const described = (
  originMunicipality: string | undefined,
): readonly (readonly [StepName, Input])[] => [
  ['describeStay', { ...stay, ...unknownYet, ...residence }],
  ['describeHousehold', { adults: 1, children: 0, expecting: false, pets: null }],
  ['describeBinding', { originMunicipality, preferredMunicipality: null, grounds: null, seekerNumber: null }],
  ['describeIncome', income],
  ['describeDebts', debts],
  ['describeSupport', support],
  ['writeProfile', profile],
  ['describeSafety', { threat: 'geen', secrecy: 'geen', note: null }],
  ['addExclusion', { area: 'postcode', value: '7824', until: null, reason: 'Oude bekenden' }],
]
