// An open page hears that the access of its reader ended, and does not keep that access alive.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { today } from '@/server/clock'
import { asNobody } from '@/server/db/as-actor'
import { POLL, type Said, Watch } from '@/server/live/watch'
import { openPage, sessionOn } from '../support/open-page'
import { type Region, region, take } from '../support/region'

let r: Region
let watch: Watch
beforeAll(async () => {
  r = await region()
})
afterAll(() => r.close())
beforeEach(() => {
  watch = new Watch(r.appUrl)
})
afterEach(() => watch.close())

const asOwner = async (sql: string) => {
  const client = new pg.Client({ connectionString: r.ownerUrl })
  await client.connect()
  return client.query(sql).finally(() => client.end())
}
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** A person of their own for each test: their access ends. */
const fresh = () => r.actor('regisseur', 'emmen', `regisseur ${randomUUID()}`)
const END = 5_000

const ENDS: readonly (readonly [string, Said, (who: Actor, session: string) => Promise<unknown>])[] = [
  [
    'signs out',
    'ended',
    (_, session) => asNobody((tx) => tx.$queryRaw`SELECT app.end_session(${session})::text`),
  ],
  [
    'has access no longer, by a step of the administrator',
    'ended',
    async ({ membershipId }) => {
      const admin = await r.actor('organisationAdmin', 'emmen')
      return take(admin, 'endAccess', membershipId, { reason: 'uitDienst', note: null }, { on: today() })
    },
  ],
  [
    'has a membership that was ended',
    'ended',
    ({ membershipId }) => r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [membershipId]),
  ],
  [
    'has a membership whose last day has passed',
    'ended',
    ({ membershipId }) =>
      r.kernel('UPDATE membership SET valid_until = current_date - 1 WHERE id = $1', [membershipId]),
  ],
  [
    'has an account that was closed',
    'ended',
    ({ accountId }) => r.kernel('UPDATE account SET deactivated_at = now() WHERE id = $1', [accountId]),
  ],
  [
    'has not been there for half an hour',
    'over',
    (_, session) =>
      r.kernel(`UPDATE session SET seen_at = now() - interval '31 minutes' WHERE id_hash = $1`, [session]),
  ],
  [
    'has been there for twelve hours',
    'over',
    (_, session) =>
      r.kernel(`UPDATE session SET created_at = now() - interval '12 hours' WHERE id_hash = $1`, [session]),
  ],
]

describe('the open page of somebody who', () => {
  it.each(ENDS)('%s is told so within five seconds', async (_, word, end) => {
    const who = await fresh()
    const page = await openPage(watch, who, { of: null })
    const heard = page.hears(word, END)
    await end(who, page.session)
    expect(await heard).toBeLessThan(END)
  })

  it('signs out is told so also when nothing is said of it', async () => {
    const page = await openPage(watch, await fresh())
    const heard = page.hears('ended', END)
    await asOwner('ALTER TABLE session DISABLE TRIGGER session_ended')
    await r.kernel('UPDATE session SET ended_at = now() WHERE id_hash = $1', [page.session])
    await heard
    await asOwner('ALTER TABLE session ENABLE TRIGGER session_ended')
  })

  it('goes on in another membership is told so', async () => {
    const who = await fresh()
    const [second] = await r.kernel<{ id: string }>(
      `INSERT INTO membership (account_id, organisation_id, covenant_id, role, valid_from)
       SELECT account_id, organisation_id, covenant_id, 'chair', valid_from FROM membership WHERE id = $1 RETURNING id`,
      [who.membershipId],
    )
    const page = await openPage(watch, who)
    const heard = page.hears('over', END)
    await sessionOn(page.session, second?.id ?? '')
    await heard
  })
})

describe('an open page', () => {
  it('does not keep a session alive: it asks without being seen, and is answered the same', async () => {
    const who = await fresh()
    const page = await openPage(watch, who)
    const ofSession = (sql: string) => r.kernel<{ at: string }>(sql, [page.session])
    const seenAt = async () =>
      (await ofSession('SELECT seen_at::text AS at FROM session WHERE id_hash = $1'))[0]?.at
    await ofSession(`UPDATE session SET seen_at = now() - interval '20 minutes' WHERE id_hash = $1`)
    const before = await seenAt()
    const rests = await asNobody((tx) => tx.$queryRaw`SELECT * FROM app.session_at_rest(${page.session})`)
    await pause(POLL + 500)
    expect(await seenAt()).toBe(before)
    expect(page.said).toEqual([])
    expect(rests).toEqual(await asNobody((tx) => tx.$queryRaw`SELECT * FROM app.session_of(${page.session})`))
    expect(await seenAt()).not.toBe(before)
  })
})
