// The same stories told twice: step by step on a real database, and in memory onto a copy of it from before.
import pg from 'pg'
import { type Actor, type Role, roles } from '@/domain/case/actor'
import { processes, steps } from '@/domain/case/steps'
import type { Compartment } from '@/domain/kernel/subject'
import { keyOf, tableOf } from '@/server/db/rows'
import { takeStep } from '@/server/take-step'
import { addMember, asKernel } from '../../prisma/load-covenant'
import { cast } from '../../prisma/world/cast'
import { Batch, type NewId } from '../../prisma/world/large/batch'
import { TOGETHER, tellCohort } from '../../prisma/world/large/cohort'
import { groundOf } from '../../prisma/world/large/ground'
import { asOwnerOfRights, countedIn, writeBatch } from '../../prisma/world/large/load'
import { type Asked, takeInMemory } from '../../prisma/world/large/take'
import { actorsIn, askedBy, organisationIds } from '../../prisma/world/play'
import { isApart } from './apart'
import { computing } from './computing'
import { testDatabase } from './database'
import { inputs } from './inputs'
import type { Line } from './line'
import { aFile } from './papers'
import { home, type Region } from './region'
import { script } from './script'
import { takers } from './script/handover'
import { readBack } from './typed'

type Kernel = Region['kernel']
export type Rows = Record<string, unknown>[]

const nameOf = (url: string) => new URL(url).pathname.slice(1)

/** The people of the demo, in this region too. */
export const welcomeCast = ({ ownerUrl }: Region) =>
  asKernel(ownerUrl, async (client) => {
    for (const { name, email, memberships } of cast)
      for (const m of memberships)
        await addMember(client, { name, email, fictional: true, ...m, from: '2020-01-01' })
  })

/** A copy of this region as it is now; nobody may be connected to it. */
export async function copyOf({ ownerUrl }: Region) {
  const db = await testDatabase(nameOf(ownerUrl))
  const kernel: Kernel = (sql, values = []) =>
    asKernel(db.ownerUrl, async (owner) => (await owner.query(sql, [...values])).rows)
  return { ...db, kernel }
}

async function really(asked: Asked): Promise<string> {
  const outcome = await takeStep({ ...asked, version: null, actionKey: null, requestId: null })
  if ('refusal' in outcome) throw new Error(`${asked.step.name}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.done.subjectId
}

/** Some cases of a large world, step by step; returns everything that was asked. */
export async function playCohort({ ownerUrl }: Region, today: string, cases: number): Promise<Asked[]> {
  const [actors, ids] = await asKernel(ownerUrl, async (c) => [await actorsIn(c), await organisationIds(c)])
  const asked: Asked[] = []
  for (const event of tellCohort(today, 1, cases)) {
    const one = askedBy(event, actors, ids)
    ids.set(event.subject, await really(one))
    asked.push(one)
  }
  return asked
}

export type Players = Record<'home' | 'elsewhere', Readonly<Partial<Record<Role, Actor>>>>

/** Somebody of every role, where the others work as well, and those to whom a case is handed over. */
export async function playersOf(r: Region): Promise<Players> {
  const at = async (role: Role, organisation: string) => [role, await r.actor(role, organisation)] as const
  const all = (Object.keys(roles) as Role[]).flatMap((role) => {
    const [kind] = roles[role]
    return kind in home ? [at(role, home[kind as keyof typeof home])] : []
  })
  const taking = Object.entries(takers).map(([role, organisation]) => at(role as Role, organisation))
  return {
    home: { ...Object.fromEntries(await Promise.all(all)), matching: await computing(r) },
    elsewhere: Object.fromEntries(await Promise.all(taking)),
  }
}
export const playerOf = (people: Players, { who, elsewhere }: Line) =>
  people[elsewhere ? 'elsewhere' : 'home'][who] as Actor

/** Every step that people take by hand, each where it can be taken; returns everything that was asked. */
export async function playScript(r: Region, people: Players): Promise<Asked[]> {
  const ids: Record<string, string> = {}
  const asked: Asked[] = []
  // Who has access is loaded with a region; in a large world nobody is hidden, breaks a glass, comes from a file, writes or takes back.
  const untold: readonly string[] = ['membership', 'emergency']
  const told = script.filter((l) => !untold.includes(steps[l.step].kind) && !isApart(l))
  for (const line of told) {
    const step = steps[line.step]
    const stage = { r, ids, by: (role: Role) => people.home[role] as Actor }
    const given = { ...inputs[line.step]?.({ today: line.day, ids: {} }), ...(await line.input(stage)) }
    const input = readBack(step.input, given, line.day)
    const subjectId = step.row.from.includes('new') ? null : (ids[line.on] as string)
    const file = step.file && { file: aFile() }
    const one = { actor: playerOf(people, line), step, subjectId, input, today: line.day, ...file }
    // Of guests there can be more than one.
    const second = { ...one, input: { organisation: r.organisations.lefier } }
    for (const each of line.step === 'inviteParty' ? [one, second] : [one]) {
      ids[line.on] = await really(each)
      asked.push(each)
    }
  }
  return asked
}

const lists = Object.values(processes).flatMap(({ kind, compartments }) =>
  Object.entries<Compartment>(compartments).flatMap(([name, c]) =>
    c.many ? [{ name, table: tableOf(kind, name), key: keyOf(c) }] : [],
  ),
)

/** Gives each new row the id that it has in this database. */
async function idsOf(kernel: Kernel): Promise<NewId> {
  const nth = lists.map(
    ({ name, table, key }) =>
      `SELECT '${name}', ${key}::text, (row_number() OVER (PARTITION BY ${key} ORDER BY seq) - 1)::text, id::text FROM ${table}`,
  )
  const rows = await kernel<{ table: string; owner: string; which: string; id: string }>(
    [
      `SELECT 'spine' AS table, number AS owner, kind AS which, id::text FROM spine`,
      `SELECT 'person', number, '', person_id::text FROM spine WHERE kind = 'case'`,
      `SELECT 'household', number, '', household_id::text FROM spine WHERE kind = 'case'`,
      `SELECT 'turn', subject_id::text, task, id::text FROM turn`,
      `SELECT 'journal', organisation_id::text, seq::text, id::text FROM journal`,
      `SELECT 'outbox', journal_id::text, role, id::text FROM outbox`,
      ...['signals', 'careSignals'].map(
        (list) =>
          `SELECT 'signal of ${list}', subject_id::text, (row_number() OVER (PARTITION BY subject_id ORDER BY seq) - 1)::text, signal::text FROM ${tableOf('case', list)}`,
      ),
      ...nth,
    ].join(' UNION ALL '),
  )
  const known = new Map(rows.map((r) => [`${r.table} ${r.owner} ${r.which}`, r.id]))
  return (...of) => known.get(of.join(' ')) ?? `no ${of.join(' ')}`
}

/** Works in memory on top of what this database has counted, in one transaction of the owner of the rights. */
async function inBatch<T>(
  ownerUrl: string,
  newId: NewId | undefined,
  work: (batch: Batch, client: pg.Client) => Promise<T>,
) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await asOwnerOfRights(client, async () =>
      work(new Batch(await groundOf(client), await countedIn(client), newId), client),
    )
  } finally {
    await client.end()
  }
}

/** Tells the same in memory, under the same ids, and copies it into this database. */
export const tellAgain = async (ownerUrl: string, asked: readonly Asked[], played: Kernel) =>
  inBatch(ownerUrl, await idsOf(played), (batch, client) => {
    for (const one of asked) takeInMemory(batch, one)
    return writeBatch(client, batch)
  })

/** Tells a whole cohort in memory and keeps nothing; returns how many cases came to each stage. */
export const tellOnly = (ownerUrl: string, today: string, from: number) =>
  inBatch(ownerUrl, undefined, async (batch) => {
    const ids = new Map(batch.ground.organisations)
    for (const event of tellCohort(today, from, TOGETHER))
      ids.set(event.subject, takeInMemory(batch, askedBy(event, batch.ground.actors, ids)))
    const cases = [...batch.subjects.values()].filter(({ spine }) => spine.kind === 'case')
    return Object.groupBy(cases, ({ spine }) => spine.stage)
  })

/** Times of day that these steps take from the clock, and where they stand; and who is next for a home, which a large world leaves open. */
const TIMED = ['propose', 'reserveDwelling', 'openTafel', 'arrive', 'leave', 'takeUpItem']
const TIMES: Readonly<Record<string, string>> = { tafel_presence: 'at', tafel_in_hand: 'since' }

/** Every row of every table but the migrations, without what the clock, the hash and the sequence of its own run gave it. */
export async function everyRow(kernel: Kernel): Promise<Map<string, Rows>> {
  const tables = await kernel<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  )
  const clock = ['recorded_at', 'created_at', 'transaction_id', 'previous_hash', 'hash']
  const all = new Map<string, Rows>()
  for (const { name } of tables) {
    const list = lists.find(({ table }) => table === name)
    const seq = list
      ? `|| jsonb_build_object('seq', row_number() OVER (PARTITION BY ${list.key} ORDER BY seq))`
      : ''
    const rows = await kernel<{ row: Rows[number] }>(
      `SELECT row FROM (SELECT (to_jsonb(t) - $1::text[] - CASE WHEN to_jsonb(t)->>'step' = ANY ($2) THEN 'payload_hash' ELSE '' END) ${seq} AS row FROM "${name}" t) r ORDER BY row`,
      [[...clock, TIMES[name] ?? ''], TIMED],
    )
    all.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return all
}
