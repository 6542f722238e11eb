// Steps taken in the demo world by its own people, without a browser: for a test that is about what follows. What comes of it is
// printed as JSON. With DATABASE_OWNER_URL and DATABASE_URL.
import pg from 'pg'
import type { Actor } from '@/domain/case/actor'
import { connect, database } from '@/server/db/client'

const PERSON = `SELECT m.id AS "membershipId", a.id AS "accountId", a.name, m.role, o.id AS "organisationId",
    o.name AS "organisationName", o.kind AS "organisationKind", c.id AS "covenantId", c.name AS "covenantName"
  FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id
    JOIN covenant c ON c.id = m.covenant_id
  WHERE a.name = $1 AND m.role = $2 AND m.ended_at IS NULL`

export type Demo = {
  readonly today: string
  /** Throws where the demo has nobody of that name in that role. */
  readonly person: (name: string, role: string) => Promise<Actor>
  readonly idOf: (organisation: string) => Promise<string>
  readonly numberOf: (subject: string) => Promise<string>
}

/** Does this in the demo world, and prints what comes of it. */
export async function onDemo(work: (demo: Demo) => Promise<unknown>) {
  const owner = new pg.Client(process.env.DATABASE_OWNER_URL)
  await owner.connect()
  const client = connect(process.env.DATABASE_URL ?? '', 2)
  database.use(client)
  const one = async <T>(sql: string, values: readonly string[]) => {
    const [row] = (await owner.query(sql, [...values])).rows
    if (!row) throw new Error(`The demo has no ${values.join(', ')}`)
    return row as T
  }
  const done = await work({
    today: new Date().toISOString().slice(0, 10),
    person: (name, role) => one<Actor>(PERSON, [name, role]),
    idOf: async (key) => (await one<{ id: string }>('SELECT id FROM organisation WHERE key = $1', [key])).id,
    numberOf: async (id) =>
      (await one<{ number: string }>('SELECT number FROM spine WHERE id = $1', [id])).number,
  })
  console.log(JSON.stringify(done))
  await client.$disconnect()
  await owner.end()
}
