// Dwellings that corporations bring in: one that fits a client, and those that wait for someone.
import { addDays } from '@/domain/kernel/days'
import regions from '../data/world/regions.json' with { type: 'json' }
import texts from '../data/world/texts.json' with { type: 'json' }
import { earlier, last } from './calendar'
import { actors } from './cast'
import { type Chance, chanceOf } from './chance'
import { type CovenantKey, regionOf } from './clients'
import { org, type Telling, type WorldActor, type WorldInput } from './event'
import { type Story, tellOf } from './story'

type Wish = {
  readonly rooms: number
  readonly groundFloor: boolean
  readonly accessibility: string
  readonly avoid: string | null
  readonly lowRent: boolean
}

/** Numbers the dwellings of a plan. */
export type Numbering = { next: number }

/** Rents stay below the aftoppingsgrenzen of 2025 for the households that these rooms are for. */
const rentFor = ({ rooms, lowRent }: Wish, chance: Chance) =>
  lowRent
    ? chance.between(39_500, 47_000)
    : rooms >= 3
      ? chance.between(56_500, 68_000)
      : chance.between(49_000, 66_500)

function facts(
  covenant: CovenantKey,
  gemeente: string,
  wish: Wish,
  chance: Chance,
  availableFrom: string,
): WorldInput {
  const codes = (regionOf(covenant).postcodes[gemeente] as string[]).filter((code) => code !== wish.avoid)
  const house = !wish.groundFloor && !wish.lowRent && wish.rooms >= 3 && chance.happens(0.67)
  const type = wish.groundFloor
    ? 'BEN'
    : chance.pick(house ? ['TUS', 'TUS', 'HOE', 'EIN'] : ['POF', 'GAL', 'POW', 'BOV'])
  const flat = !house && !wish.groundFloor
  const complex = flat && chance.happens(0.4)
  return {
    unitNumber: `${chance.between(10, 99)}-${chance.between(1000, 9999)}`,
    street: chance.pick(regions.streets),
    houseNumber: `${chance.between(1, 180)}${chance.happens(0.15) ? chance.pick([' a', ' b', '-1', '-2']) : ''}`,
    postcode: `${chance.pick(codes)} ${chance.pick(regions.postcodeLetters)}`,
    municipality: org(gemeente),
    neighbourhood: chance.pick(regions.neighbourhoods),
    complex: complex ? chance.pick(regions.complexes) : null,
    entrance: flat ? chance.pick(['A', 'B', 'C']) : null,
    type,
    rooms: wish.rooms,
    surface: wish.rooms * 17 + chance.between(12, 30),
    floor: flat && !wish.groundFloor ? chance.between(0, 4) : 0,
    lift: flat && chance.happens(0.5),
    accessibility: wish.groundFloor
      ? chance.pick(['NUL', 'ROA'])
      : wish.accessibility === 'GNV'
        ? 'GNV'
        : chance.pick(['ZON', 'GNV', 'NUL']),
    energyLabel: chance.pick(['A', 'B', 'B', 'C', 'D']),
    outdoorSpace: flat ? chance.pick(['BAL', 'LOG']) : 'TUI',
    situation: [chance.pick(['RUS', 'WOO', 'WOO', 'DRU', 'CEN'])],
    facilities: [chance.pick(['winkels', 'bus']), chance.pick(['huisarts', 'groen', 'ontmoeting'])],
    meantFor: wish.groundFloor ? ['SEN'] : [],
    rent: rentFor(wish, chance),
    serviceCosts: flat ? chance.between(18, 62) * 100 : null,
    availableFrom,
  }
}

/** Enters a dwelling that fits this client; the officer of the case brings it in. Returns its key. */
export function dwellingFor(
  story: Story,
  numbering: Numbering,
  enteredOn: string,
  availableFrom: string,
  extraRooms = 0,
): string {
  const { client } = story
  const key = `dwelling:${numbering.next++}`
  const fitting = facts(client.covenant, client.gemeente, client.needs, chanceOf(key), availableFrom)
  // A home that is kept for an age stands in the supply: this one is for somebody, whatever their age.
  const input = { ...fitting, rooms: client.needs.rooms + extraRooms, meantFor: [] }
  tellOf(story, enteredOn, client.officer, 'enterDwelling', key, input, true)
  return key
}

/** Why a dwelling is not offered for a while: the code, and what only its corporation reads. */
export const blocked = (chance: Chance) => {
  const [blockedWhy, reason] = chance.pick(texts.blockReasons) as [string, string]
  return { blockedWhy, blockedUntil: null, reason }
}

const corporationsOf = (covenant: CovenantKey) => Object.entries(regionOf(covenant).corporations)

/** Dwellings outside the stories of the cases: available, blocked for a while, withdrawn. */
export function tellSupply(
  covenant: CovenantKey,
  today: string,
  numbering: Numbering,
  telling: Telling,
  name = `supply:${covenant}`,
): void {
  const chance = chanceOf(name)
  const counts =
    covenant === 'flevoland'
      ? { available: 4, blocked: 1, withdrawn: 1 }
      : { available: 8, blocked: 2, withdrawn: 3 }
  const enter = (gemeente: string, officer: WorldActor, enteredOn: string) => {
    const key = `dwelling:${numbering.next++}`
    const rooms = chance.pick([1, 2, 2, 2, 3, 3, 4])
    const wish = {
      rooms,
      groundFloor: chance.happens(0.2),
      accessibility: chance.pick(['ZON', 'GNV']),
      avoid: null,
      lowRent: rooms === 1,
    }
    const input = facts(covenant, gemeente, wish, chance, addDays(enteredOn, chance.between(10, 50)))
    telling.push({
      on: enteredOn,
      covenant,
      actor: officer,
      step: 'enterDwelling',
      subject: key,
      input,
      opens: true,
    })
    return key
  }
  for (const [state, count] of Object.entries(counts))
    for (let i = 0; i < count; i++) {
      const [gemeente, corporations] = corporationsOf(covenant)[i % corporationsOf(covenant).length] as [
        string,
        string[],
      ]
      const officer = chance.pick(actors(covenant, chance.pick(corporations), 'officer'))
      const enteredOn = earlier(
        today,
        state === 'withdrawn' ? chance.between(30, 200) : chance.between(3, 15),
      )
      const key = enter(gemeente, officer, enteredOn)
      const then = last(
        enteredOn,
        earlier(today, state === 'withdrawn' ? chance.between(10, 28) : chance.between(1, 2)),
      )
      if (state === 'blocked')
        telling.push({
          on: then,
          covenant,
          actor: officer,
          step: 'blockDwelling',
          subject: key,
          input: blocked(chance),
        })
      if (state === 'available' && i === 0)
        telling.push({
          on: then,
          covenant,
          actor: officer,
          step: 'changeAvailability',
          subject: key,
          input: { availableFrom: addDays(today, 55), why: 'onderhoud' },
        })
      if (state === 'withdrawn')
        telling.push({
          on: then,
          covenant,
          actor: officer,
          step: 'withdrawDwelling',
          subject: key,
          input: {},
        })
    }
}
