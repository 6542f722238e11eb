// Plays the plan of the demo world through the real engine, as the people who take its steps, each on its own day.
import type pg from 'pg'
import type { Actor } from '@/domain/case/actor'
import { stepOf } from '@/domain/case/steps'
import { pseudonymOf } from '@/server/candidates'
import { connect, database } from '@/server/db/client'
import { takeStep } from '@/server/take-step'
import { asKernel } from '../load-covenant'
import { cast } from './cast'
import type { WorldEvent, WorldInput, WorldValue } from './event'
import { planWorld } from './plan'
import { playRuns } from './runs'
import { saySupportOfAll } from './support'

type World = {
  ownerUrl: string
  appUrl: string
  today: string
  say: (line: string) => void
}
type Ids = Map<string, string>

const membershipKey = ({ actor, covenant }: WorldEvent) =>
  [actor.person, actor.organisation, covenant, actor.role].join(' ')

/** The people of the demo as actors, by the keys of person, organisation, covenant and role. */
export async function actorsIn(client: pg.Client): Promise<Map<string, Actor>> {
  const { rows } = await client.query<Actor & { email: string; at: string }>(
    `SELECT m.id AS "membershipId", a.id AS "accountId", a.name, m.role, o.id AS "organisationId", o.name AS "organisationName", o.kind AS "organisationKind", c.id AS "covenantId", c.name AS "covenantName",
       a.email, o.key || ' ' || c.key AS at
     FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id JOIN covenant c ON c.id = m.covenant_id WHERE m.ended_at IS NULL`,
  )
  const keys = new Map(cast.map(({ email, key }) => [email, key]))
  return new Map(rows.map(({ email, at, ...who }) => [`${keys.get(email)} ${at} ${who.role}`, who]))
}

/** The organisations of the plan: their ids by 'org:' and their key. */
export async function organisationIds(client: pg.Client): Promise<Ids> {
  const { rows } = await client.query<{ key: string; id: string }>('SELECT key, id FROM organisation')
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

/** What the engine is asked for an event of the plan. */
export function askedBy(event: WorldEvent, actors: ReadonlyMap<string, Actor>, ids: Ids) {
  const actor = actors.get(membershipKey(event))
  const step = stepOf(event.step)
  if (!actor || !step) throw new Error(`The plan speaks of ${membershipKey(event)}, who is not there`)
  return {
    actor,
    step,
    subjectId: event.opens ? null : idOf(ids, event.subject),
    input: inputOf(ids, event.step, event.input),
    today: event.on,
    ...(event.fromFile && { fromFile: event.fromFile }),
  }
}

async function playEvent(event: WorldEvent, actors: ReadonlyMap<string, Actor>, ids: Ids) {
  const asked = askedBy(event, actors, ids)
  const outcome = await takeStep({ ...asked, version: null, actionKey: null, requestId: null })
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
    const [actors, ids] = await asKernel(world.ownerUrl, async (kernel) => [
      await actorsIn(kernel),
      await organisationIds(kernel),
    ])
    const stories = Map.groupBy(planWorld(world.today), (event) => event.covenant)
    let played = 0
    const tell = async (events: readonly WorldEvent[]) => {
      for (const event of events) {
        await playEvent(event, actors, ids)
        if (++played % 500 === 0) world.say(`${played} steps of the demo world are played`)
      }
    }
    await Promise.all([...stories.values()].map(tell))
    await saySupportOfAll([...actors.values()])
    await playRuns(world, [...actors.values()])
    return played
  } finally {
    await client.$disconnect()
  }
}
