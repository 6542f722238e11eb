// What people fill in about the start in the home: whom to call, who moves in, the days, the conditions, the tracks.
import { addDays } from '@/domain/kernel/days'
import { organisations } from './actors'
import type { Inputs } from './world'

export const preparing: Inputs = {
  describeParties: () => ({
    mentorName: 'Sanne Mentor',
    deputyName: 'Bram Waarnemer',
    deputyPhone: '0591 000 001',
  }),
  addEarlierAddress: () => ({
    place: 'Dorpsstraat, Emmen',
    since: '2019-05-01',
    until: '2022-11-30',
    livedAs: 'huurder',
  }),
  addMember: () => ({ relation: 'kind', birthDate: '2019-06-02', lives: 'deels' }),
  describeDayActivity: () => ({ activity: 'dagbesteding', where: 'De Werkplaats', hoursPerWeek: 12 }),
  proposeContract: () => ({ form: 'driepartijen', why: 'Begeleiding hoort bij de start' }),
  describeStart: () => ({ furnishing: 'nodig', moving: 'geregeld', firstRent: 'nodig', energy: 'nietNodig' }),
  recordStatement: ({ today }) => ({ informedOn: today, providerSignedOn: today, clientSignedOn: today }),
  judgeCriterion: () => ({
    criterion: 'inkomen',
    met: 'ja',
    evidence: 'Uitkeringsspecificatie van deze maand',
  }),
  describeYouth: () => ({
    adult: true,
    adultWho: 'Tante',
    days: 'school',
    moneyHelp: true,
    careAfter18: 'aangevraagd',
  }),
  takeBackRow: () => ({ why: 'vergissing' }),
  keepTrack: ({ today }) => ({
    track: 'inkomen',
    state: 'loopt',
    holder: 'gemeente',
    dueOn: addDays(today, 20),
  }),
}

const [, coevorden] = organisations.gemeente
const [, otherProvider] = organisations.zorgaanbieder

export const handingOver: Inputs = {
  requestSpoed: () => ({ reason: 'plekEindigt', why: 'De plek houdt op 1 februari op' }),
  decideSpoed: ({ today }) => ({
    granted: true,
    why: 'Anders staat iemand op straat',
    until: addDays(today, 60),
  }),
  proposeHandover: ({ today }) => ({
    to: otherProvider.id,
    why: 'andereZorg',
    agreedOn: today,
    agreedHow: 'mondeling',
  }),
  acceptHandover: ({ today }) => ({
    metOn: today,
    checks: ['kennismaking', 'afspraken', 'signalen', 'geldzaken'],
    nextMentorName: 'Wout Nieuwebegeleider',
  }),
  proposeMove: ({ today }) => ({ to: coevorden.id, why: 'verhuizing', agreedOn: today, moveOn: today }),
  prepareMove: ({ today }) => ({
    moveItem: 'uitkering',
    arrangedBy: 'zorgaanbieder',
    arrangedOn: today,
    shownBy: 'besprokenMet',
  }),
  acceptMove: ({ today }) => ({
    metOn: today,
    fromOn: today,
    checks: ['uitkering', 'indicatie', 'schulden', 'inschrijving'],
  }),
}

/** Around the key, and around the omklap. */
export const movingIn: Inputs = {
  planTalk: ({ today }) => ({ talkOn: today, talkAt: '10:30', talkPlace: 'kantoor' }),
  recordTalk: () => ({ talkOutcome: 'akkoord' }),
  planLanding: ({ today }) => ({
    landingWith: 'buren',
    introducedBy: 'doorBegeleider',
    landingOn: addDays(today, 7),
    landingState: 'komtNog',
  }),
  adviseAsProvider: () => ({ voice: 'steunt', voiceWhy: 'De doelen zijn gehaald' }),
  adviseAsGemeente: () => ({ voice: 'steunt', voiceWhy: 'Woont er goed' }),
  adviseAsCorporation: () => ({ voice: 'steunt', voiceWhy: 'De huur is steeds betaald' }),
}
