import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashOf } from '@/server/hash'
import { tidy } from '@/server/notices/deliver'
import { type Cast, castOf, register } from '../support/main-job'
import { openOffice, type TestOffice } from '../support/office'
import { type Region, region } from '../support/region'

let r: Region
let cast: Cast
let office: TestOffice
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
})
afterAll(async () => {
  await office.close()
  await r.close()
})

const count = async (table: string) =>
  (await r.kernel<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n

it('what has had its time is removed, and nothing else', async () => {
  const { accountId } = cast.mentor
  const session = (key: string, age: string) =>
    r.kernel(
      `INSERT INTO session (id_hash, account_id, membership_id, created_at, seen_at, ended_at) VALUES ($1, $2, NULL, now() - $3::interval, now() - $3::interval, NULL)`,
      [hashOf(key), accountId, age],
    )
  const invitation = (key: string, expires: string, used: string | null) =>
    r.kernel(
      `INSERT INTO invitation (token_hash, account_id, expires_at, used_at) VALUES ($1, $2, now() + $3::interval, now() + $4::interval)`,
      [hashOf(key), accountId, expires, used],
    )
  await session('of today', '11 hours')
  await session('of yesterday', '25 hours')
  await invitation('open', '2 days', null)
  await invitation('just used', '2 days', '-1 hour')
  await invitation('used long ago', '-20 days', '-31 days')
  await invitation('expired long ago', '-31 days', null)
  await r.kernel(`INSERT INTO failed_sign_in VALUES ('a', now()), ('a', now() - interval '25 hours')`)
  await register(r, cast)
  await office.round()
  await register(r, cast)
  await office.round(15)
  await r.kernel(`UPDATE mail SET created_at = now() - interval '31 days' WHERE sent_at IS NOT NULL`)
  await register(r, cast)
  await r.kernel(
    `UPDATE outbox SET created_at = now() - interval '91 days' WHERE created_at = (SELECT max(created_at) FROM outbox)`,
  )

  expect(await tidy({ client: office.client, draftDays: 30 })).toBe(6)
  expect([await count('session'), await count('invitation'), await count('failed_sign_in')]).toEqual([
    1, 2, 1,
  ])
  expect(await count('mail')).toBe(1)
  expect(await count('outbox')).toBe(2)
  expect(await count('journal')).toBeGreaterThan(20)
  expect(await tidy({ client: office.client, draftDays: 30 })).toBe(0)
})
