// Plays the plan of the demo world through the real engine, as the people who take its steps, each on its own day.
import type { Actor } from '@/domain/case/actor'
import { stepOf } from '@/domain/case/steps'
import { pseudonymOf } from '@/server/candidates'
import { connect, database } from '@/server/db/client'
import { takeStep } from '@/server/take-step'
import { asKernel } from '../load-covenant'
import type { WorldEvent, WorldInput, WorldValue } from './event'
import { planWorld } from './plan'

type World = {
  ownerUrl: string
  appUrl: string
  today: string
  memberships: ReadonlyMap<string, string>
  say: (line: string) => void
}
type Ids = Map<string, string>

const membershipKey = ({ actor, covenant }: WorldEvent) =>
  [actor.person, actor.organisation, covenant, actor.role].join(' ')

async function actorsOf({ ownerUrl, memberships }: World): Promise<Map<string, Actor>> {
  const found = await asKernel(ownerUrl, async (client) => {
    const { rows } = await client.query<Actor>(
      `SELECT m.id AS "membershipId", a.id AS "accountId", a.name, m.role, o.id AS "organisationId", o.name AS "organisationName", o.kind AS "organisationKind", c.id AS "covenantId", c.name AS "covenantName"
       FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id JOIN covenant c ON c.id = m.covenant_id`,
    )
    return new Map(rows.map((row) => [row.membershipId, row]))
  })
  return new Map([...memberships].map(([key, id]) => [key, found.get(id) as Actor]))
}

async function organisationIds({ ownerUrl }: World): Promise<Ids> {
  const { rows } = await asKernel(ownerUrl, (client) =>
    client.query<{ key: string; id: string }>('SELECT key, id FROM organisation'),
  )
  return new Map(rows.map(({ key, id }) => [`org:${key}`, id]))
}

const idOf = (ids: Ids, key: string) => {
  const id = ids.get(key)
  if (!id) throw new Error(`The plan speaks of ${key} before it is there`)
  return id
}

const resolved = (ids: Ids, value: WorldValue) =>
  value !== null && typeof value === 'object' && 'ref' in value ? idOf(ids, value.ref) : value

function inputOf(ids: Ids, step: string, planned: WorldInput): Record<string, unknown> {
  const input = Object.fromEntries(
    Object.entries(planned).map(([name, value]) => [name, resolved(ids, value)]),
  )
  // The plan knows who is proposed; the step knows a candidate by the name that the dwelling's officer sees.
  return step === 'propose'
    ? { ...input, candidate: pseudonymOf(String(input.candidate), String(input.dwelling)) }
    : input
}

async function playEvent(event: WorldEvent, actors: ReadonlyMap<string, Actor>, ids: Ids) {
  const actor = actors.get(membershipKey(event))
  const step = stepOf(event.step)
  if (!actor || !step) throw new Error(`The plan speaks of ${membershipKey(event)}, who is not there`)
  const input = inputOf(ids, event.step, event.input)
  const subjectId = event.opens ? null : idOf(ids, event.subject)
  const outcome = await takeStep({
    actor,
    step,
    subjectId,
    input,
    version: null,
    today: event.on,
    actionKey: null,
    requestId: null,
  })
  if ('refusal' in outcome)
    throw new Error(
      `${event.on} ${event.step} on ${event.subject} by ${membershipKey(event)}: ${JSON.stringify(outcome.refusal)}`,
    )
  ids.set(event.subject, outcome.done.subjectId)
}

/** Plays everything up to today; returns the number of steps that people took. The regions have their stories side by side. */
export async function playWorld(world: World): Promise<number> {
  const url = new URL(world.appUrl)
  // Loading is done again when it is cut off: it need not wait for the disk at every step.
  url.searchParams.set('options', '-c synchronous_commit=off')
  const client = connect(url.toString(), 4)
  database.use(client)
  try {
    const [actors, ids] = [await actorsOf(world), await organisationIds(world)]
    const stories = Map.groupBy(planWorld(world.today), (event) => event.covenant)
    let played = 0
    const tell = async (events: readonly WorldEvent[]) => {
      for (const event of events) {
        await playEvent(event, actors, ids)
        if (++played % 500 === 0) world.say(`${played} steps of the demo world are played`)
      }
    }
    await Promise.all([...stories.values()].map(tell))
    return played
  } finally {
    await client.$disconnect()
  }
}
