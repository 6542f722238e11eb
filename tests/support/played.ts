// Plays the events of the demo world through the engine, in memory.
import { readFileSync } from 'node:fs'
import type { Actor } from '@/domain/case/actor'
import { processes, stepOf } from '@/domain/case/steps'
import type { Norm } from '@/domain/norm/norm'
import { cast } from '../../prisma/world/cast'
import { provisionalFor } from '../../prisma/world/norms'
import { covenants, type WorldEvent } from '../../prisma/world/plan'
import { covenant as region, uuid } from './actors'
import { World } from './world'

export const files = covenants()
const organisations = files.flatMap((file) => file.organisations)
const published: Norm[] = JSON.parse(
  readFileSync(new URL('../../prisma/data/norms.json', import.meta.url), 'utf8'),
)

/** Next year's norms are not known: the demo marks them as provisional. */
function normsUntil(year: number): Norm[] {
  const norms = [...published]
  for (let at = 2025; at <= year; at++) norms.push(...provisionalFor(norms, at))
  return norms
}

export const organisationId = (key: string) => uuid(5000 + organisations.findIndex((o) => o.key === key))

function actorOf({ actor }: WorldEvent): Actor {
  const at = 6000 + cast.findIndex(({ key }) => key === actor.person)
  const organisation = organisations.find(({ key }) => key === actor.organisation)
  return {
    membershipId: uuid(at),
    accountId: uuid(at),
    name: actor.person,
    role: actor.role,
    organisationId: organisationId(actor.organisation),
    organisationName: organisation?.name ?? '',
    organisationKind: organisation?.kind ?? 'systeem',
    covenantId: region.id,
    covenantName: region.name,
  }
}

/** Plays the events of one covenant through the engine; a refusal is an error. */
export function play(events: readonly WorldEvent[], covenantKey: string, today: string) {
  const rules = files.find(({ key }) => key === covenantKey)?.version.rules
  if (!rules) throw new Error(`No covenant ${covenantKey}`)
  const mine = events.filter(({ covenant }) => covenant === covenantKey)
  const world = new World(rules, normsUntil(Number(today.slice(0, 4))), {})
  world.today = mine[0]?.on ?? today
  world.kinds = Object.fromEntries(organisations.map(({ key, kind }) => [organisationId(key), kind]))
  const ids = new Map<string, string>()
  const find = (key: string) =>
    key.startsWith('org:') ? organisationId(key.slice(4)) : (ids.get(key) ?? `no ${key} yet`)
  for (const event of mine) {
    const values = Object.entries(event.input).map(([name, value]) => {
      const id = typeof value === 'object' && value && 'ref' in value ? find(value.ref) : null
      return [name, id === null ? value : name === 'candidate' ? world.held(id).spine.number : id]
    })
    if (event.opens && ids.has(event.subject)) throw new Error(`${event.subject} is opened twice`)
    world.fromFile = event.fromFile
    world.on(event.on).take(event.step, actorOf(event), Object.fromEntries(values), ids.get(event.subject))
    const id = world.ids[processes[stepOf(event.step)?.kind ?? 'case'].kind]
    if (event.opens && id) ids.set(event.subject, id)
  }
  return world
}
