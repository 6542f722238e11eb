// The world of the walk: a subject in every standing, a canary in each of its fields, and someone in each role to look.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { roleNames } from '@/domain/case/actor'
import { stepsOfKind } from '@/domain/case/steps'
import nl from '@/i18n/nl/domain.json'
import { seal } from '@/server/db/seal'
import { asKernel } from '../../prisma/load-covenant'
import type { Ground } from '../policy/agreements'
import { lay, type Said, type Sayings } from '../policy/ground'
import { insertInto, showTogether } from '../policy/rows'
import { everyPlace, type Placed } from '../policy/standings'
import { type Region, region } from '../support/region'
import { Aviary, type Canary } from './canaries'
import { type Looker, letIn, seats } from './lookers'
import { isPaperGroup, Papers } from './papers'
import { access, people } from './people'
import { layWeighed } from './weighed'

export type World = {
  readonly region: Region
  readonly ground: Ground
  readonly places: readonly Placed[]
  readonly placeOf: ReadonlyMap<string, Placed>
  readonly aviary: Aviary
  readonly papers: Papers
  readonly lookers: readonly Looker[]
  readonly close: () => Promise<void>
}

/** Every standing, all filled; each consent once more where it could open something. */
const standings = () =>
  everyPlace().filter(
    ({ holds, consent, setting, stage, shield }) =>
      shield !== 'named' &&
      holds.length > 0 &&
      !['renewed', 'endless'].includes(consent) &&
      ((consent === 'never' && shield === 'none') ||
        (stage !== 'new' && (setting === 'ours' || setting === 'assigned'))),
  )

/** What the sentence of a step is filled with. */
const argumentsOf = (step: string) => {
  const { told = '' } = (nl.steps as Record<string, { told?: string }>)[step] ?? {}
  return [...new Set([...told.matchAll(/\{(\w+)/g)].map(([, name]) => name as string))]
}

export type { Looker }

export const TELLING = 'telling of '

type Saying = { aviary: Aviary; papers: Papers; versions: Record<string, string>; ground: Ground }

function sayings({ aviary, papers, versions, ground }: Saying): Sayings {
  const canary = (at: Placed, object: string, field: string): Canary => ({ subject: at.id, object, field })
  const told = (at: Placed): Said[] =>
    stepsOfKind(at.kind).map(({ name, row }) => ({
      step: name,
      shown: [...(row.writes ?? [])],
      tells: {
        ...Object.fromEntries(
          argumentsOf(name).map((field) => {
            const its = canary(at, TELLING + name, field)
            // The day of a tafel is shown as a day, also where it was moved from.
            return [field, at.kind === 'tafel' && field === 'on' ? aviary.day(its) : aviary.text(its)]
          }),
        ),
        ...(row.writes?.includes('notes') && { noteId: at.id }),
      },
    }))
  return {
    number: (at) => aviary.text(canary(at, 'spine', 'number')),
    version: (at) => versions[at.setting === 'elsewhere' ? ground.elsewhere : ground.here] ?? '',
    value: (at, compartment, name, field) => {
      if (at.shield !== 'none' && compartment === 'shield' && name === 'endedOn') return null
      const said = isPaperGroup(compartment) ? papers.value(at, compartment, name) : undefined
      if (said !== undefined) return said
      const value = aviary.for(field, canary(at, compartment, name))
      return field.kind === 'bsn' ? seal(String(value)) : value
    },
    records: told,
    tasks: (at) => ['visit', ...(at.kind === 'case' && at.stage === 'matching' ? ['findDwelling'] : [])],
  }
}

/** Those of our organisation who look: what an emergency opens is held by their memberships. */
const oneOfEach = () =>
  Object.fromEntries(roleNames.map((role) => [role, randomUUID()])) as Ground['memberships']

async function agreements(
  r: Region,
): Promise<{ ground: Ground; third: string; versions: Record<string, string> }> {
  const covenants = await r.kernel<{ id: string; key: string; version: string }>(
    `SELECT c.id, c.key, v.id AS version FROM covenant c JOIN covenant_version v ON v.covenant_id = c.id ORDER BY v.number`,
  )
  const idOf = (key: string) => covenants.find((c) => c.key === key)?.id ?? ''
  const [mine, another, third] = Array.from({ length: 3 }, () => randomUUID()) as [string, string, string]
  const [here, elsewhere] = [idOf('zuidoost-drenthe'), idOf('flevoland')]
  await asKernel(r.ownerUrl, async (client) => {
    const organisations = Object.entries({ Onze: mine, Andere: another, Derde: third })
    await insertInto(
      client,
      'organisation',
      organisations.map(([name, id]) => ({ id, key: id, name, kind: 'gemeente', fictional: true })),
    )
    const parties = [mine, another, third].flatMap((organisation_id) =>
      [here, elsewhere].map((covenant_id) => ({ covenant_id, organisation_id, valid_from: '2020-01-01' })),
    )
    await insertInto(client, 'covenant_party', parties)
  })
  const versions = Object.fromEntries(covenants.map((c) => [c.id, c.version]))
  return {
    ground: { here, elsewhere, mine, another, memberships: oneOfEach(), stranger: randomUUID() },
    third,
    versions,
  }
}

/** Makes the world, in a database of its own. */
export async function world(): Promise<World> {
  const r = await region('zuidoost-drenthe', 'flevoland')
  const { ground, third, versions } = await agreements(r)
  const places = standings()
  const aviary = new Aviary()
  const papers = new Papers(aviary)
  for (const at of places) aviary.known(at.id, { subject: at.id, object: 'spine', field: 'id' })
  const lookers: Looker[] = []
  await asKernel(r.ownerUrl, async (client) => {
    await lay(client, ground, places, sayings({ aviary, papers, versions, ground }))
    await showTogether(client)
    await layWeighed(client, aviary, ground, places)
    // The records that were laid stand in this chain: what is looked at next is recorded after them.
    await client.query('INSERT INTO chain SELECT organisation_id, max(seq), $1 FROM journal GROUP BY 1', [''])
    await people(client, aviary, ground, places)
    for (const seat of seats(ground, third)) lookers.push(await letIn(client, seat))
    await access(client, places, lookers)
  })
  const placeOf = new Map(places.map((at) => [at.id, at]))
  const close = async () => {
    await r.close()
    rmSync(papers.folder, { recursive: true, force: true })
  }
  return { region: r, ground, places, placeOf, aviary, papers, lookers, close }
}
