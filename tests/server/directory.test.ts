import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asNobody } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { type Region, region } from '../support/region'
import { asked } from './sight'

let r: Region
let drenthe: Actor
let flevoland: Actor
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  drenthe = await r.actor('mentor', 'cosis')
  flevoland = await r.actor('mentor', 'opvang-het-baken', 'Een ander', 'flevoland')
})
afterAll(() => r.close())

/** What belongs to a region, and by which question its owner finds it. */
const ofCovenant: Readonly<Record<string, string>> = {
  covenant: 'SELECT id::text AS x FROM covenant WHERE id = $1',
  covenant_version: 'SELECT id::text AS x FROM covenant_version WHERE covenant_id = $1',
  covenant_party: 'SELECT organisation_id::text AS x FROM covenant_party WHERE covenant_id = $1',
  mandate: 'SELECT to_id::text AS x FROM mandate WHERE covenant_id = $1',
  membership: 'SELECT id::text AS x FROM membership WHERE covenant_id = $1',
  organisation: 'SELECT organisation_id::text AS x FROM covenant_party WHERE covenant_id = $1',
  account: 'SELECT DISTINCT account_id::text AS x FROM membership WHERE covenant_id = $1',
}
const keyOf: Readonly<Record<string, string>> = { covenant_party: 'organisation_id', mandate: 'to_id' }

type X = { x: string }
const sorted = (rows: readonly X[]) => rows.map(({ x }) => x).sort()
const found = async (who: Actor, table: string) => {
  const rows = await asked<X>(
    who,
    Prisma.sql`SELECT ${Prisma.raw(keyOf[table] ?? 'id')}::text AS x FROM ${Prisma.raw(table)}`,
  )
  return Array.isArray(rows) ? sorted(rows) : rows
}

describe.each(Object.entries(ofCovenant))('%s', (table, question) => {
  it('is known to whoever acts in the region, and only that of the region', async () => {
    for (const who of [drenthe, flevoland])
      expect(await found(who, table)).toEqual(sorted(await r.kernel<X>(question, [who.covenantId])))
  })

  it('is not known to a person without a membership, or to nobody at all', async () => {
    const left: Actor = await r.actor('mentor', 'wender')
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [left.membershipId])
    expect(await found(left, table)).toEqual([])
    const question = Prisma.sql`SELECT ${Prisma.raw(keyOf[table] ?? 'id')}::text AS x FROM ${Prisma.raw(table)}`
    expect(await asNobody((tx) => tx.$queryRaw(question))).toEqual([])
  })
})

describe('what only the sign-in and the engine use', () => {
  it.each(['session', 'invitation', 'person', 'household', 'counter', 'chain', 'failed_sign_in'])(
    '%s is read by nobody who acts',
    async (table) => {
      expect(await asked(drenthe, Prisma.sql`SELECT 1 FROM ${Prisma.raw(table)}`)).toBe('42501')
    },
  )

  it('the password of an account is read by nobody who acts', async () => {
    expect(await asked(drenthe, Prisma.sql`SELECT password_hash FROM account`)).toBe('42501')
  })
})
