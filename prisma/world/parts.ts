// The parts without which an aanmelding cannot be sent, as inputs of their steps on the day of the opening.
import type { StepName } from '@/domain/case/steps'
import { addDays } from '@/domain/kernel/days'
import regions from '../data/world/regions.json' with { type: 'json' }
import texts from '../data/world/texts.json' with { type: 'json' }
import { type Client, said } from './clients'
import { org, type WorldInput } from './event'
import type { Story } from './story'

/** A value that is drawn more often than another stands here more often. */
const permits = [
  'nederlander',
  'nederlander',
  'nederlander',
  'nederlander',
  'eu',
  'onbepaald',
  'bepaald',
] as const
const arrangements = [
  'geenSchulden',
  'geenSchulden',
  'informeel',
  'schuldregeling',
  'schuldregeling',
  'geenRegeling',
  'wsnp',
]
const benefits = ['participatiewet', 'participatiewet', 'wajong', 'wia']
const nationalities = {
  nederlander: ['Nederlandse'],
  eu: ['Poolse', 'Roemeense'],
  onbepaald: ['Turkse', 'Syrische'],
  bepaald: ['Syrische', 'Eritrese'],
}

function stay(client: Client, on: string): WorldInput {
  const { chance, origin } = client
  const permit = chance.pick(permits)
  return {
    setting: origin,
    facility: said(client, 'facility', regions.facilities[origin]),
    law: client.law,
    product: said(client, 'product', regions.products[origin]),
    since: addDays(on, -chance.between(250, 1400)),
    indicationUntil: addDays(on, chance.between(60, 500)),
    nationality: chance.pick(nationalities[permit]),
    permit,
    permitUntil: permit === 'bepaald' ? addDays(on, chance.between(500, 1500)) : null,
  }
}

const household = ({ chance, origin, adults, children }: Client): WorldInput => ({
  adults,
  children,
  expecting: origin === 'VO' && chance.happens(0.1),
  pets: chance.happens(0.18) ? chance.pick(['een kat', 'een kleine hond', 'twee konijnen']) : null,
})

const binding = (client: Client): WorldInput => ({
  originMunicipality: org(client.gemeente),
  preferredMunicipality: client.chance.happens(0.8) ? org(client.gemeente) : null,
  grounds: said(client, 'binding', texts.bindingGrounds),
  seekerNumber: client.chance.happens(0.7) ? `VB-${100_000 + client.n}` : null,
})

function income({ chance, origin, adults, children }: Client, on: string): WorldInput {
  const alone = adults + children === 1
  const working = chance.happens(0.25)
  const euros =
    working && alone && chance.happens(0.3)
      ? chance.between(29_800, 38_000)
      : alone
        ? chance.between(14_200, 26_500)
        : chance.between(18_500, 33_000)
  return {
    source:
      origin === 'JMV' ? chance.pick(['studie', 'loon', 'wajong']) : working ? 'loon' : chance.pick(benefits),
    yearIncome: euros * 100,
    proof: working ? 'loonstrook' : chance.pick(['ibri', 'uitkering']),
    proofOn: addDays(on, -chance.between(5, 80)),
  }
}

function debts(client: Client): WorldInput {
  const { chance } = client
  const arrangement = chance.pick(arrangements)
  const owed = arrangement !== 'geenSchulden'
  const bewind = owed && chance.happens(0.4)
  return {
    total: owed ? chance.between(8, 240) * 10_000 : null,
    creditors: owed ? chance.between(2, 14) : null,
    arrangement,
    rentDebt: owed && chance.happens(0.12),
    note: owed && arrangement !== 'geenRegeling' ? said(client, 'debts', texts.debtNotes) : null,
    form: bewind ? 'bewind' : 'geen',
    contactName: bewind ? 'Bewindvoerderskantoor Voorbeeld' : null,
    contactPhone: bewind ? '088 000 00 99' : null,
  }
}

const support = (client: Client): WorldInput => ({
  hoursPerWeek: client.chance.between(2, 9),
  reachable: client.chance.pick(['kantooruren', 'avonden', 'altijd']),
  deliveredBy: said(client, 'deliveredBy', texts.support.deliveredBy),
  startOn: null,
  months: client.chance.pick([12, 18, 24]),
  needs: said(client, 'needs', texts.support.needs),
  summary: said(client, 'summary', texts.support.summary),
})

function profile(client: Client, on: string): WorldInput {
  const { chance, needs, children } = client
  const { profile: text } = texts
  const comment = chance.happens(0.6)
  return {
    dwelling: said(client, 'dwelling', children ? text.dwellingFamily : text.dwelling),
    minRooms: needs.rooms > 3 ? needs.rooms : needs.rooms > 1 ? needs.rooms - 1 : null,
    maxRent: needs.lowRent ? 47_500 : chance.happens(0.4) ? 73_500 : null,
    groundFloor: needs.groundFloor,
    accessibility: needs.accessibility,
    environment: said(client, 'environment', children ? text.environmentFamily : text.environment),
    supportAtHome: said(client, 'supportAtHome', text.supportAtHome),
    landing: said(client, 'landing', text.landing),
    carefulMatch: chance.happens(0.2),
    approvedOn: comment ? on : null,
    clientComment: comment ? said(client, 'comment', text.clientComment) : null,
  }
}

const safety = (client: Client): WorldInput =>
  client.origin === 'VO'
    ? {
        threat: client.chance.pick(['geweld', 'bedreiging', 'stalking']),
        secrecy: 'beschermd',
        note: said(client, 'safety', texts.safetyNotes),
      }
    : { threat: 'geen', secrecy: 'geen', note: null }

/** In the order in which the aanmelding asks them. */
export const parts = ({ client }: Story, on: string): readonly (readonly [StepName, WorldInput])[] => [
  ['describeStay', stay(client, on)],
  ['describeHousehold', household(client)],
  ['describeBinding', binding(client)],
  ['describeIncome', income(client, on)],
  ['describeDebts', debts(client)],
  ['describeSupport', support(client)],
  ['writeProfile', profile(client, on)],
  ['describeSafety', safety(client)],
]
