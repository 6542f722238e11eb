// The canonical story in what people fill in: a case of nobody in particular, from aanmelding to waakvlam.
import { addDays } from '@/domain/kernel/days'
import { access } from './access-inputs'
import { actors, organisations } from './actors'
import { afterwards } from './afterwards'
import { dwelling } from './dwelling-inputs'
import { lasting } from './lasting-inputs'
import { fileNumber } from './papers'
import { handingOver, movingIn, preparing } from './preparing'
import type { Inputs } from './world'
import { writing } from './writing'

const [emmen] = organisations.gemeente
const stay = { setting: 'BW', facility: 'De Horst (voorbeeld)', law: 'wmo' }
const person = { givenName: 'Noor', familyName: 'de Wit', birthDate: '1996-03-14', salutation: 'mevrouw' }

const scores = Object.fromEntries(
  'finances work timeUse housing domesticRelations mentalHealth physicalHealth substanceUse basicDaily instrumentalDaily socialNetwork participation justice'
    .split(' ')
    .map((domain) => [domain, 3]),
)

const intake: Inputs = {
  openCase: () => ({
    ...person,
    ...stay,
    readySince: '2025-11-03',
    gemeente: emmen.id,
    mentorName: 'Sanne Mentor',
  }),
  describeIdentity: () => ({ ...person, phone: '0591 000 000' }),
  describeStay: () => ({ ...stay, nationality: 'Nederlandse', permit: 'nederlander' }),
  changeReadiness: ({ today }) => ({ expectedOn: addDays(today, 60), why: 'meerTijd' }),
  describeHousehold: () => ({ adults: 1, children: 0, expecting: false }),
  describeBinding: () => ({ originMunicipality: emmen.id, grounds: 'Woont hier vijf jaar' }),
  describeIncome: () => ({ source: 'participatiewet', yearIncome: 18_000_00, proof: 'ibri' }),
  describeDebts: () => ({ total: 2_400_00, arrangement: 'schuldregeling', rentDebt: false, form: 'geen' }),
  describeSupport: () => ({
    hoursPerWeek: 4,
    reachable: 'avonden',
    deliveredBy: 'Cosis',
    needs: 'Hulp bij post en geld',
    summary: 'Vier uur in de week, ook in de avond bereikbaar',
  }),
  writeProfile: () => ({
    dwelling: 'Twee kamers, gelijkvloers',
    environment: 'Rustig portiek',
    supportAtHome: 'Twee keer per week',
    landing: 'Kennismaken met de buren',
    maxRent: 700_00,
    groundFloor: false,
    accessibility: 'GNV',
    carefulMatch: false,
  }),
  addExclusion: () => ({ area: 'postcode', value: '7826 ab', reason: 'Bekende van vroeger' }),
  inviteParty: () => ({ organisation: organisations.corporatie[1].id }),
  assignLocalTeam: () => ({ localTeam: organisations.wijkteam[0].id }),
  describeSafety: () => ({ threat: 'geen', secrecy: 'geen' }),
  namePerson: () => ({ person: actors.regisseur.membershipId }),
  unnamePerson: () => ({ person: actors.officer.membershipId }),
  recordConsent: ({ today }) => ({
    recipient: organisations.corporatie[0].id,
    categories: ['schulden'],
    given: true,
    how: 'mondeling',
    textLanguage: 'nl',
    textVersion: 1,
    on: today,
  }),
  withdrawConsent: () => ({
    recipient: organisations.corporatie[0].id,
    categories: ['schulden'],
    how: 'mondeling',
  }),
  passOnWithdrawal: () => ({ categories: ['schulden'], how: 'mondeling' }),
  recordBsn: () => ({ number: '111222333' }),
  describeHealth: () => ({ treatment: 'Bij de ggz', summary: 'Stabiel' }),
  describeRelapse: () => ({
    signs: 'Slaapt slecht',
    helps: 'Rust',
    whoToCall: 'Sanne Mentor',
    when: 'Geen contact in drie dagen',
  }),
  addHousingHistory: () => ({ landlord: 'Lefier', until: '2019-05-01', ended: 'ontruimd' }),
  recordCriminal: () => ({ note: 'Geen bijzonderheden' }),
  scoreZrm: ({ today }) => ({ measuredOn: today, ...scores }),
  addNetwork: () => ({ name: 'Jet', relation: 'zus' }),
  recordCosts: () => ({ placePerDay: 150_00, supportPerWeek: 280_00 }),
  addPaper: () => ({ paperType: 'incomeStatement' }),
  withdrawPaper: () => ({ paper: fileNumber(1) }),
  confirmAdmitted: () => ({ priority: 'normaal', clientText: 'U bent toegelaten, brief van 15 december.' }),
  askMore: () => ({ missing: 'Het bewijs van inkomen ontbreekt' }),
  withdrawCase: () => ({ reason: 'ingetrokken' }),
}

const tafel: Inputs = {
  planTafel: ({ today }) => ({ on: addDays(today, 14), at: '09:30', place: 'Gemeentehuis Emmen' }),
  changeTafel: ({ today }) => ({ on: addDays(today, 21), at: '10:00', place: 'Gemeentehuis Emmen' }),
  putOnTafel: ({ ids }) => ({ tafel: ids.tafel }),
  givePosition: () => ({ position: 'supportIf', positionReason: 'Als de begeleiding meegaat.' }),
  nameDelegate: () => ({ seat: 'corporatie', delegate: actors.officer.membershipId }),
  dropDelegate: () => ({ delegate: actors.officer.membershipId }),
  arrangeItem: ({ ids }) => ({ item: ids.case, minutes: 30 }),
  closeTafel: () => ({ lettersSent: true }),
  openTafel: () => ({ seats: ['gemeente', 'corporatie', 'zorgaanbieder'], present: 'Vijf mensen' }),
  takeUpItem: ({ ids }) => ({ item: ids.case }),
  arrive: () => ({ seat: 'wijkteam' }),
  leave: () => ({ seat: 'wijkteam' }),
  proposeDecision: () => ({
    outcome: 'admitted',
    municipality: emmen.id,
    priority: 'hoog',
    contractForm: 'driepartijen',
    clientText: 'U mag verhuizen naar Emmen.',
    motivation: 'Alles is op orde',
  }),
  ...afterwards,
}

const matching: Inputs = {
  ...dwelling,
  propose: ({ ids }) => ({ dwelling: ids.dwelling, candidate: 'TT-2026-0001' }),
  refuseOffer: () => ({ reason: 'huurTeHoog' }),
  hearClient: () => ({ word: 'nee', reason: 'huurTeHoog', helped: 'naaste' }),
  proposeSwap: () => ({ swapWhy: 'pastBeter' }),
  rankReserve: () => ({ candidate: 'BBBBBBBB', rankedWhy: 'kanEerder' }),
  withdrawOffer: () => ({ withdrawnWhy: 'woningNietVrij', note: 'De woning komt later vrij' }),
  declineOffer: () => ({ note: 'Eerst de buren spreken' }),
  informClient: ({ today }) => ({ toldOn: today, toldHow: 'gesprek' }),
  planViewing: ({ today }) => ({ viewOn: addDays(today, 2), viewAt: '10:30' }),
  recordViewing: () => ({ viewOutcome: 'gezien' }),
  countRefusal: () => ({ motivation: 'De woning past bij wat is afgesproken' }),
  excuseRefusal: () => ({ motivation: 'Dit konden wij niet weten' }),
  returnRefusal: () => ({ motivation: 'Bespreek de buurt nog een keer' }),
  weighRefusals: () => ({ weighed: 'searchOn', weighedWhy: 'Er komt iets beters' }),
  confirmOffer: ({ today }) => ({ ...threeParties, startOn: addDays(today, 10) }),
}

const signing = ({ today }: { today: string }) => ({
  signedOn: today,
  startOn: '2026-03-02',
  signingWay: 'inApp',
})

const living: Inputs = {
  signLease: signing,
  signGuidance: signing,
  signTripartiteLandlord: signing,
  signTripartiteProvider: signing,
  chooseContract: () => ({ form: 'driepartijen' }),
  moveStart: ({ today }) => ({ startOn: addDays(today, 21), movedWhy: 'nietGeregeld' }),
  writePlan: ({ today }) => ({ goals: 'Rust', agreements: 'Elke week', signedOn: today, level: 'midden' }),
  addContract: () => ({ paperType: 'lease' }),
  withdrawContract: () => ({ paper: fileNumber(1) }),
  endBeforeKey: () => ({ reason: 'ingetrokken' }),
  handOverKey: ({ today }) => ({ keyOn: today }),
  recordFreedPlace: ({ today }) => ({ leftOn: today, placeTaken: 'andereClient', takenOn: today }),
  ...lasting,
}

/** A lease on the name of the client, without an end. */
export const threeParties = { form: 'driepartijen', temporaryGround: null, endsOn: null }

export const inputs: Inputs = {
  ...intake,
  ...preparing,
  ...handingOver,
  ...writing,
  ...tafel,
  ...matching,
  ...movingIn,
  ...living,
  ...access,
}
