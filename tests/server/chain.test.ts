import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Prisma } from '@/server/db/client'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { type Region, region } from '../support/region'
import { asked } from './sight'

let r: Region
let cast: Cast
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  const kase = await register(r, cast)
  await admit(r, cast, kase)
  await moveIn(cast, kase, await propose(cast, await enter(r, cast), kase))
})
afterAll(() => r.close())

const chains = ['cosis', 'emmen', 'domesta', 'thuistafel']
const brokenOf = async (key: string) => {
  const question = Prisma.sql`SELECT app.broken_link(${r.organisations[key]}::uuid)::text AS link`
  const found = await asked<{ link: string | null }>(cast.mentor, question)
  return Array.isArray(found) ? found[0]?.link : found
}

/** As whoever owns the tables, past every right: what a chain is for. */
async function tamper(sql: string) {
  const owner = new pg.Client({ connectionString: r.ownerUrl })
  await owner.connect()
  await owner.query(
    `BEGIN; ALTER TABLE journal NO FORCE ROW LEVEL SECURITY; ${sql}; ALTER TABLE journal FORCE ROW LEVEL SECURITY; COMMIT`,
  )
  await owner.end()
}
const inChain = (seq: number) => `organisation_id = '${r.organisations.cosis}' AND seq = ${seq}`

describe('the journal', () => {
  it('holds one unbroken chain for each organisation, from its first record on', async () => {
    for (const key of chains) expect([key, await brokenOf(key)]).toEqual([key, null])
    const counts = await r.kernel<{ whole: boolean; n: number }>(
      'SELECT max(seq) = count(*) AND min(seq) = 1 AS whole, count(*)::int AS n FROM journal GROUP BY organisation_id',
    )
    expect(counts.every((c) => c.whole)).toBe(true)
    expect(counts.reduce((sum, c) => sum + c.n, 0)).toBeGreaterThan(35)
  })
})

describe('whoever owns the database and changes a record', () => {
  it('to another person is found, at that record', async () => {
    const [before] = await r.kernel<{ account_id: string }>(
      `SELECT account_id FROM journal WHERE ${inChain(5)}`,
    )
    await tamper(`UPDATE journal SET account_id = membership_id WHERE ${inChain(5)}`)
    expect(await brokenOf('cosis')).toBe('5')
    await tamper(`UPDATE journal SET account_id = '${before?.account_id}' WHERE ${inChain(5)}`)
    expect(await brokenOf('cosis')).toBeNull()
  })

  it('to another moment, a thousandth of a second later, is found', async () => {
    await tamper(
      `UPDATE journal SET recorded_at = recorded_at + interval '1 millisecond' WHERE ${inChain(3)}`,
    )
    expect(await brokenOf('cosis')).toBe('3')
    await tamper(
      `UPDATE journal SET recorded_at = recorded_at - interval '1 millisecond' WHERE ${inChain(3)}`,
    )
    expect(await brokenOf('cosis')).toBeNull()
  })

  it('by taking one out is found at the gap, and by taking the last one out at the end', async () => {
    await tamper(
      `CREATE TABLE kept AS SELECT * FROM journal WHERE ${inChain(4)}; DELETE FROM journal WHERE ${inChain(4)}`,
    )
    expect(await brokenOf('cosis')).toBe('5')
    await tamper(`INSERT INTO journal SELECT * FROM kept; DROP TABLE kept`)
    const { organisationId } = cast.mentor
    const [end] = await r.kernel<{ seq: string }>(
      'SELECT max(seq)::text AS seq FROM journal WHERE organisation_id = $1',
      [organisationId],
    )
    await tamper(
      `CREATE TABLE kept AS SELECT * FROM journal WHERE ${inChain(Number(end?.seq))}; DELETE FROM journal WHERE ${inChain(Number(end?.seq))}`,
    )
    expect(await brokenOf('cosis')).toBe(end?.seq)
    await tamper(`INSERT INTO journal SELECT * FROM kept; DROP TABLE kept`)
    expect(await brokenOf('cosis')).toBeNull()
  })
})
