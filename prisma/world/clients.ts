// The fictional clients: who they are, where they come from, which party carries their case.
import names from '../data/world/names.json' with { type: 'json' }
import regions from '../data/world/regions.json' with { type: 'json' }
import { actor } from './cast'
import { type Chance, chanceOf } from './chance'
import type { WorldActor } from './event'
import { type Goal, goals, housed, householdsOf85 } from './goals'

type Origin = 'BW' | 'MO' | 'VO' | 'JMV'
export type CovenantKey = keyof typeof regions & ('zuidoost-drenthe' | 'flevoland')
type Provider = { key: string; weight: number; origins: string[]; law: string }
type Region = {
  short: string
  places: Record<string, number>
  corporations: Record<string, string[]>
  postcodes: Record<string, string[]>
  providers: Provider[]
  tafel: { everyDays: number; at: string; place: string; seats: string[] }
}

export const covenantKeys: readonly CovenantKey[] = ['zuidoost-drenthe', 'flevoland']
export const regionOf = (covenant: CovenantKey): Region => regions[covenant] as Region

export type Client = {
  readonly n: number
  readonly key: string
  readonly covenant: CovenantKey
  readonly goal: Goal
  readonly chance: Chance
  readonly givenName: string
  readonly familyName: string
  readonly salutation: string
  readonly origin: Origin
  readonly law: string
  readonly adults: number
  readonly children: number
  readonly gemeente: string
  /** How many days before the opening the client was ready to leave, and how many days after it they would like to. */
  readonly ready: number
  readonly wanted: number
  readonly mentor: WorldActor
  readonly regisseur: WorldActor
  readonly officer: WorldActor
  /** Which dwelling this household can have: rooms, ground floor, the accessibility that is needed, postcode to avoid. */
  readonly needs: {
    rooms: number
    groundFloor: boolean
    accessibility: string
    avoid: string | null
    lowRent: boolean
  }
}

const spread = (weights: readonly (readonly [string, number])[]) =>
  weights.flatMap(([key, n]) => Array<string>(n).fill(key))

function nameOfClient(
  n: number,
  chance: Chance,
  origin: Origin,
): { givenName: string; familyName: string; salutation: string } {
  const special = n % 17 === 5 ? names.special[Math.floor(n / 17) % names.special.length] : undefined
  if (special) return { givenName: special.given, familyName: special.family, salutation: special.salutation }
  const woman = chance.happens(origin === 'VO' ? 0.95 : 0.45)
  return {
    givenName: chance.pick(woman ? names.women : names.men),
    familyName: chance.pick(names.families),
    salutation: woman ? 'mevrouw' : 'meneer',
  }
}

/** How many people move: what was counted in Zuidoost-Drenthe is given out to those with a key, largest to the shelters. */
function sizes(list: readonly { goal: Goal; origin: Origin; chance: Chance }[], counted: boolean): number[] {
  const rank = { VO: 0, MO: 0.45, BW: 0.6, JMV: 1 }
  const drawn = list.map(({ origin, chance }) => ({
    order: rank[origin] + chance.roll(),
    usual: origin === 'VO' ? chance.between(2, 4) : origin === 'JMV' ? 1 : chance.pick([1, 1, 1, 2]),
  }))
  const result = drawn.map((d) => d.usual)
  if (counted) {
    const withKey = list.flatMap(({ goal }, i) => (housed(goal) ? [i] : []))
    withKey.sort((a, b) => (drawn[a]?.order ?? 0) - (drawn[b]?.order ?? 0))
    withKey.forEach((i, at) => {
      result[i] = householdsOf85[at] ?? 1
    })
  }
  return result
}

const roomsFor = [0, 2, 3, 3, 4]

/** As many of a deck as are asked for: shuffled, and shuffled anew each time it has been dealt out. */
const dealt = (deal: Chance, deck: readonly string[], count: number): string[] =>
  Array.from({ length: Math.ceil(count / deck.length) }, () => deal.shuffled(deck)).flat()

/** Who is told of: where each of them gets to, and by which name chance deals them a provider and a gemeente. */
type Cast = { readonly goals: readonly Goal[]; readonly deal: string; readonly counted: boolean }

/** The clients of the demo. */
const ofTheDemo = (covenant: CovenantKey): Cast => ({
  goals: goals[covenant] ?? [],
  deal: `deal:${covenant}`,
  counted: covenant === 'zuidoost-drenthe',
})

/** Everyone of one region, numbered from `from`. */
export function clientsOf(covenant: CovenantKey, from: number, told = ofTheDemo(covenant)): Client[] {
  const region = regionOf(covenant)
  const deal = chanceOf(told.deal)
  const list = told.goals
  const providers = dealt(deal, spread(region.providers.map((p) => [p.key, p.weight])), list.length)
  const places = dealt(deal, spread(Object.entries(region.places)), list.length)
  const drafts = list.map((goal, i) => {
    const n = from + i
    const chance = chanceOf(`case:${n}`)
    const provider = region.providers.find((p) => p.key === providers[i]) as Provider
    return {
      n,
      goal,
      chance,
      provider,
      gemeente: places[i] as string,
      origin: chance.pick(provider.origins) as Origin,
    }
  })
  const persons = sizes(drafts, told.counted)
  return drafts.map(({ n, goal, chance, provider, gemeente, origin }, i) => {
    const size = persons[i] ?? 1
    const adults = size > 1 && origin !== 'VO' && chance.happens(0.35) ? 2 : 1
    const groundFloor = chance.happens(0.1)
    return {
      n,
      key: `case:${n}`,
      covenant,
      goal,
      chance,
      ...nameOfClient(n, chance, origin),
      origin,
      law: provider.law,
      adults,
      children: size - adults,
      gemeente,
      ready: chance.between(14, 240),
      wanted: chance.between(30, 75),
      mentor: actor(covenant, provider.key, 'mentor', n),
      regisseur: actor(covenant, gemeente, 'regisseur', n),
      officer: actor(covenant, chance.pick(region.corporations[gemeente] as string[]), 'officer', n),
      needs: {
        rooms: origin === 'JMV' ? 1 : (roomsFor[size] ?? 4),
        groundFloor,
        accessibility: groundFloor ? 'NUL' : chance.pick(['ZON', 'ZON', 'GNV']),
        avoid:
          origin === 'VO' || chance.happens(0.15)
            ? chance.pick(region.postcodes[gemeente] as string[])
            : null,
        lowRent: origin === 'JMV',
      },
    }
  })
}

/** Texts about children are said only of those who have them. */
const fitting = ({ children }: Client, from: readonly string[]) =>
  children ? from : from.filter((text) => !/kinder|gezin|opvoed|basisschool/i.test(text))

/** One of a list of texts, the same for the same client and purpose. */
export const said = (client: Client, purpose: string, from: readonly string[]): string =>
  chanceOf(`${client.key}:${purpose}`).pick(fitting(client, from))

/** The texts of a list one after the other, so that two in a row differ. */
export function saidInTurn(client: Client, nth: number, from: readonly string[]): string {
  const texts = fitting(client, from)
  return texts[(client.n * 3 + nth) % texts.length] as string
}
