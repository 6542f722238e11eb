// What Postgres really does, asked as the role of the application: which rows come back, which writes succeed.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Role, roleNames } from '@/domain/case/actor'
import { stepsOfKind } from '@/domain/case/steps'
import { type Compartment, type SubjectKind, subjectKinds } from '@/domain/kernel/subject'
import { keyOf as columnOf, tableOf } from '@/server/db/rows'
import type { Ground } from './agreements'
import { claimed } from './claims'
import { rowOf, sample } from './rows'
import { compartmentsOf, type Placed } from './standings'

type Answer = { name: string; ids: string[] | null }

/** Of whom and of what it is asked: everyone and everything, or some roles and one object of a kind of subject. */
export type Asked = {
  readonly roles?: readonly Role[]
  readonly of?: { readonly kind: SubjectKind; readonly object: string } | undefined
}
const isAsked = ({ of }: Asked, kind: SubjectKind, object: string) =>
  !of || (of.kind === kind && of.object === object)

const compartmentsAsked = (asked: Asked, kind: SubjectKind) =>
  Object.entries(compartmentsOf(kind)).filter(([name]) => isAsked(asked, kind, name))

const reading = (name: string, from: string, id: string, where = 'true') =>
  `SELECT '${name}' AS name, array_agg(DISTINCT ${id}::text) AS ids FROM ${from} WHERE ${where}`

/** All that a role reads, in one question. */
const reads = (asked: Asked) =>
  subjectKinds
    .flatMap((kind) => [
      ...['spine', 'relation', 'turn', 'party']
        .filter((name) => isAsked(asked, kind, name))
        .map((name) =>
          name === 'spine'
            ? reading(`read ${kind}.spine`, 'spine', 'id', `kind = '${kind}'`)
            : reading(`read ${kind}.${name}`, name, 'subject_id', `subject_kind = '${kind}'`),
        ),
      ...compartmentsAsked(asked, kind).map(([name, c]) =>
        reading(`read ${kind}.${name}`, tableOf(kind, name), columnOf(c)),
      ),
    ])
    .join(' UNION ALL ')

const HEARD = `SELECT 'hear ' || subject_kind || '.' || coalesce(shown[1], 'spine') AS name, array_agg(subject_id::text) AS ids
  FROM journal GROUP BY 1`

/** The app may insert, never change, a row of these; whether it may is the catalogue's question. */
const singles = (asked: Asked, kind: SubjectKind) => compartmentsAsked(asked, kind).filter(([, c]) => !c.many)

const updates = (asked: Asked) =>
  subjectKinds.flatMap((kind) =>
    singles(asked, kind).map(([name, c]) => {
      const column = columnOf(c)
      const changed = `UPDATE ${tableOf(kind, name)} SET ${column} = ${column} RETURNING ${column}::text AS id`
      return `WITH changed AS (${changed}) SELECT 'update ${kind}.${name}' AS name, array_agg(id) AS ids FROM changed`
    }),
  )

/** A row that may be written: it names an organisation that there is, and a tafel that has not begun. */
function writable(bare: readonly Placed[], c: Compartment, covenant: string, organisation: string) {
  const tafel = bare.find(({ kind, stage }) => kind === 'tafel' && stage === 'planned')?.id
  return rowOf(c, covenant, organisation, (field) => {
    if (field.kind !== 'ref') return sample(field)
    return { organisation, tafel }[field.to as string] ?? sample(field)
  })
}

async function insertsOf(
  client: pg.Client,
  ground: Ground,
  bare: readonly Placed[],
  asked: Asked,
): Promise<Answer[]> {
  const answers: Answer[] = []
  const tryAll = async (name: string, values: unknown[]) => {
    const sql = 'SELECT array_agg(i) AS ids FROM probe.inserted($1, $2, $3, $4) i'
    const { rows } = await client.query<{ ids: string[] | null }>(sql, values)
    answers.push({ name, ids: rows[0]?.ids ?? null })
  }
  for (const kind of subjectKinds) {
    const ids = bare.filter((p) => p.kind === kind).map((p) => p.id)
    for (const [name, c] of compartmentsAsked(asked, kind)) {
      const row = (organisation: string) => JSON.stringify(writable(bare, c, ground.here, organisation))
      await tryAll(`insert ${kind}.${name}`, [tableOf(kind, name), columnOf(c), row(ground.mine), ids])
      if (c.many)
        await tryAll(`insertForAnother ${kind}.${name}`, [
          tableOf(kind, name),
          columnOf(c),
          row(ground.another),
          ids,
        ])
    }
  }
  return answers
}

async function takesOf(client: pg.Client, bare: readonly Placed[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const kind of subjectKinds) {
    const at = JSON.stringify(bare.filter((p) => p.kind === kind))
    const tryOne = async (verb: string, name: string, cause: string | null) => {
      const sql = 'SELECT array_agg(i) AS ids FROM probe.taken($1, $2, $3) i'
      const { rows } = await client.query<{ ids: string[] | null }>(sql, [name, at, cause])
      answers.push({ name: `${verb} ${kind}.${name}`, ids: rows[0]?.ids ?? null })
    }
    for (const { name } of stepsOfKind(kind)) await tryOne('take', name, null)
    for (const name of Object.keys(compartmentsOf(kind)).slice(0, 1)) await tryOne('take', name, null)
    for (const name of claimed(kind)) await tryOne('claim', name, randomUUID())
  }
  return answers
}

/** What an update reaches: nothing where a trigger refuses what a policy let through. */
async function changed(client: pg.Client, sql: string): Promise<Answer[]> {
  await client.query('SAVEPOINT one')
  try {
    return (await client.query<Answer>(sql)).rows
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '42501')) throw error
    await client.query('ROLLBACK TO one')
    return []
  }
}

async function answersOf(
  client: pg.Client,
  ground: Ground,
  role: Role,
  bare: readonly Placed[],
  asked: Asked,
): Promise<Answer[]> {
  await client.query('BEGIN')
  await client.query(`SELECT set_config('app.membership', $1, true)`, [ground.memberships[role]])
  const answers = [
    ...(await client.query<Answer>(reads(asked))).rows,
    ...(await insertsOf(client, ground, bare, asked)),
  ]
  if (!asked.of) answers.push(...(await client.query<Answer>(HEARD)).rows, ...(await takesOf(client, bare)))
  for (const sql of updates(asked)) answers.push(...(await changed(client, sql)))
  await client.query('ROLLBACK')
  return answers
}

/** What these roles may, one after the other. */
async function allowedTo(
  appUrl: string,
  ground: Ground,
  places: readonly Placed[],
  asked: Asked,
  roles: readonly Role[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const allowed: string[] = []
  try {
    const bare = places.filter((p) => !p.holds.length)
    for (const role of roles)
      for (const { name, ids } of await answersOf(client, ground, role, bare, asked))
        for (const id of ids ?? []) allowed.push(`${role} ${name} ${id}`)
  } finally {
    await client.end()
  }
  return allowed
}

/** So many connections ask at the same time: each role in a transaction of its own, which is undone. */
const AT_ONCE = 2

/** Everything that Postgres allows of what is asked, as `role verb kind.object id`. */
export async function allowedByPostgres(
  appUrl: string,
  ground: Ground,
  places: readonly Placed[],
  asked: Asked = {},
): Promise<Set<string>> {
  const { roles = roleNames } = asked
  const shares = Array.from({ length: AT_ONCE }, (_, n) => roles.filter((_, i) => i % AT_ONCE === n))
  const found = await Promise.all(shares.map((some) => allowedTo(appUrl, ground, places, asked, some)))
  return new Set(found.flat())
}
