// What not every aanmelding has: a number, consents, what helps at a relapse, where someone cannot live.
import { addDays } from '@/domain/kernel/days'
import { isBsn } from '@/domain/kernel/input'
import names from '../data/world/names.json' with { type: 'json' }
import texts from '../data/world/texts.json' with { type: 'json' }
import { chanceOf } from './chance'
import { said } from './clients'
import { org, type WorldInput } from './event'
import { type Story, tell } from './story'

const domains = [
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
]

/** Test numbers: the range that begins with 9999 is given to nobody. In a large world some have the same. */
function testBsn(n: number): string {
  let number = 999_990_000 + ((n * 37) % 9_900)
  while (!isBsn(String(number))) number++
  return String(number)
}

const zrm = ({ client }: Story, on: string): WorldInput => ({
  measuredOn: on,
  ...Object.fromEntries(domains.map((d) => [d, chanceOf(`${client.key}:${d}`).between(2, 5)])),
})

/** How the people of the demo are asked: aloud, from the first text. */
const asked = { how: 'mondeling', textLanguage: 'nl', textVersion: 1, until: null }

type Extra = {
  readonly step: Parameters<typeof tell>[3]
  readonly likely: number
  readonly input: (story: Story, on: string) => WorldInput
}

const extra: readonly Extra[] = [
  { step: 'recordBsn', likely: 0.08, input: ({ client }) => ({ number: testBsn(client.n) }) },
  { step: 'scoreZrm', likely: 0.2, input: zrm },
  {
    step: 'recordCosts',
    likely: 0.18,
    input: ({ client }) => ({
      placePerDay: client.chance.between(95, 190) * 100,
      supportPerWeek: client.chance.between(120, 420) * 100,
    }),
  },
  {
    step: 'describeRelapse',
    likely: 0.22,
    input: ({ client }) => ({
      signs: said(client, 'signs', texts.relapse.signs),
      helps: said(client, 'helps', texts.relapse.helps),
      crisisContact: null,
      whoToCall: texts.relapse.whoToCall[0] as string,
      when: said(client, 'when', texts.relapse.when),
    }),
  },
  {
    step: 'describeHealth',
    likely: 0.18,
    input: ({ client }) => {
      const addiction = client.chance.happens(0.3)
      return {
        treatment: said(client, 'treatment', texts.treatment),
        addiction: addiction ? said(client, 'addiction', texts.addiction) : null,
        summary: addiction ? (texts.addictionSummary[0] as string) : null,
      }
    },
  },
  {
    step: 'addHousingHistory',
    likely: 0.15,
    input: ({ client }, on) => ({
      landlord: 'Woonstichting Vroeger (voorbeeld)',
      until: addDays(on, -client.chance.between(400, 1800)),
      ended: client.chance.pick(['opgezegd', 'relatiebreuk', 'opname']),
      note: said(client, 'housing', texts.housingNotes),
    }),
  },
  {
    step: 'addNetwork',
    likely: 0.12,
    input: ({ client }) => {
      const [who = '', relation = '', sex] = client.chance.pick(texts.network)
      return {
        name: `${client.chance.pick(sex === 'v' ? names.women : names.men)} (${who})`,
        relation,
        phone: null,
      }
    },
  },
  { step: 'recordCriminal', likely: 0.03, input: () => ({ note: texts.criminal[0] as string }) },
  {
    step: 'recordConsent',
    likely: 0.3,
    input: ({ client }) => {
      const toGemeente = client.chance.happens(0.4)
      return {
        recipient: org(toGemeente ? client.gemeente : client.mentor.organisation),
        categories: toGemeente ? ['verslaving'] : ['huurachterstand'],
        given: true,
        ...asked,
        on: null,
      }
    },
  },
]

/** Adds to an aanmelding what this client's has besides the required parts. */
export function extras(story: Story, opened: string, until: string): void {
  const { client } = story
  const { needs, mentor } = client
  if (needs.avoid)
    tell(story, until, mentor, 'addExclusion', {
      area: 'postcode',
      value: needs.avoid,
      until: client.origin === 'VO' ? null : addDays(opened, 700),
      reason: said(client, 'exclusion', texts.exclusionReasons),
    })
  for (const { step, likely, input } of extra)
    if (client.chance.happens(likely)) tell(story, until, mentor, step, input(story, until))
}

/** Of some who look for a home something came to be known once the table had decided: beside what it knew, that stands out. */
export function learned(story: Story, adopted: string): void {
  const { n, mentor, adults, children } = story.client
  if (n % 3 !== 1) return
  const household = { adults, children, expecting: false, pets: 'een kat' }
  tell(story, adopted, mentor, 'describeHousehold', household)
  const start = {
    furnishing: 'nodig',
    moving: 'geregeld',
    firstRent: 'nodig',
    energy: 'nietNodig',
    note: null,
  }
  tell(story, adopted, mentor, 'describeStart', start)
}

/** What the landlord may know: asked once there is an offer, for the corporation that made it. Some say no. */
export function consentFor(story: Story, on: string, corporation: string): void {
  const { chance, mentor, n } = story.client
  const input = {
    recipient: org(corporation),
    categories: ['schulden', 'terugval', 'woongeschiedenis'],
    given: n % 8 !== 3,
    ...asked,
    on,
  }
  if (chance.happens(0.35)) tell(story, on, mentor, 'recordConsent', input)
}
