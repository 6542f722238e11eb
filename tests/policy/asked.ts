// The catalogue of Postgres, asked as the role of the application.
import pg from 'pg'
import { testDatabase } from '../support/database'

/** The catalogue of a database of the test's own, as the application may read it. */
export async function openCatalogue() {
  const db = await testDatabase()
  const client = new pg.Client({ connectionString: db.appUrl })
  await client.connect()
  const ask = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await client.query<T>(sql, values)).rows
  /** One column of text, in order. */
  const list = async (sql: string, values: unknown[] = []) => {
    const ordered = `SELECT x::text FROM (${sql}) list(x) ORDER BY x::text COLLATE "C"`
    return (await ask<{ x: string }>(ordered, values)).map((row) => row.x)
  }
  const tables = (condition: string, values: unknown[] = []) => {
    const all = `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`
    return list(`${all} AND ${condition}`, values)
  }
  const close = async () => {
    await client.end()
    await db.close()
  }
  return { ask, list, tables, close }
}

export type Catalogue = Awaited<ReturnType<typeof openCatalogue>>
