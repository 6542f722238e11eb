import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asNobody } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { hashOf } from '@/server/hash'
import { castOf, register } from '../support/main-job'
import { type Region, region } from '../support/region'
import { asked } from './sight'

let r: Region
let mentor: Actor
let other: Actor
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  mentor = await r.actor('mentor', 'cosis')
  other = await r.actor('officer', 'domesta')
})
afterAll(() => r.close())

const ask = async <T>(question: Prisma.Sql) => asNobody((tx) => tx.$queryRaw<T[]>(question))
type Found = { account_name: string; membership_id: string | null; role: string | null }
const sessionOf = async (key: string) =>
  (await ask<Found>(Prisma.sql`SELECT * FROM app.session_of(${key})`))[0]
const several = async (key: string) =>
  (await ask<{ several: boolean }>(Prisma.sql`SELECT app.works_for_several(${key}) AS several`))[0]?.several
const membershipsOf = (key: string) =>
  ask<{ id: string }>(Prisma.sql`SELECT id::text FROM app.memberships_of(${key})`)
const choose = async (key: string, membership: string) =>
  (
    await ask<{ done: boolean }>(
      Prisma.sql`SELECT app.choose_membership(${key}, ${membership}::uuid) AS done`,
    )
  )[0]?.done

async function open(actor: Actor): Promise<string> {
  const key = hashOf(randomBytes(32).toString('base64url'))
  await ask(Prisma.sql`SELECT app.open_session(${key}, ${actor.accountId}::uuid)::text`)
  return key
}

let key: string
beforeEach(async () => {
  await r.kernel('DELETE FROM installation')
  key = await open(mentor)
})

const demo = (on: boolean) => r.kernel('INSERT INTO installation (id, demo) VALUES (1, $1)', [on])
const age = (column: 'created_at' | 'seen_at', interval: string) =>
  r.kernel(`UPDATE session SET ${column} = now() - $1::interval WHERE id_hash = $2`, [interval, key])
const gone = async () => [
  await sessionOf(key),
  await membershipsOf(key),
  await choose(key, mentor.membershipId),
]
const NOBODY = [undefined, [], false]

describe('a session', () => {
  it('is the person, in the membership that this person has', async () => {
    expect(await sessionOf(key)).toMatchObject({
      account_name: mentor.name,
      membership_id: mentor.membershipId,
      role: 'mentor',
    })
  })

  it.each([
    ['has been idle for half an hour', () => age('seen_at', '31 minutes')],
    ['is older than twelve hours, however busy', () => age('created_at', '12 hours 1 minute')],
    ['was ended', () => ask(Prisma.sql`SELECT app.end_session(${key})::text`)],
  ])('that %s is nobody: no person, no memberships, nothing to choose', async (_, end) => {
    expect(await sessionOf(key)).toBeDefined()
    await end()
    expect(await gone()).toEqual(NOBODY)
  })

  it('of an account that was closed is nobody', async () => {
    const closed = await r.actor('mentor', 'treant')
    key = await open(closed)
    await r.kernel('UPDATE account SET deactivated_at = now() WHERE id = $1', [closed.accountId])
    expect([await sessionOf(key), await membershipsOf(key), await choose(key, closed.membershipId)]).toEqual(
      NOBODY,
    )
  })

  it('of a membership that has ended is a person without one, who can do nothing', async () => {
    const left = await r.actor('mentor', 'wender')
    key = await open(left)
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [left.membershipId])
    expect(await sessionOf(key)).toMatchObject({ membership_id: null, role: null })
    expect([await membershipsOf(key), await choose(key, left.membershipId)]).toEqual([[], false])
    expect(await asked(left, Prisma.sql`SELECT app.role() AS role`)).toEqual([{ role: null }])
  })

  it.each([
    ['begins only tomorrow', `UPDATE membership SET valid_from = app.today() + 1 WHERE id = $1`],
    [
      'is for an organisation that left the covenant yesterday',
      `UPDATE covenant_party p SET valid_until = current_date - 1 FROM membership m WHERE m.id = $1 AND p.organisation_id = m.organisation_id`,
    ],
  ])('of a membership that %s can do nothing', async (_, change) => {
    const someone = await r.actor('mentor', 'soozijn')
    const role = Prisma.sql`SELECT app.role() AS role`
    expect(await asked(someone, role)).toEqual([{ role: 'mentor' }])
    await r.kernel(change, [someone.membershipId])
    expect(await asked(someone, role)).toEqual([{ role: null }])
    await r.kernel('UPDATE membership SET valid_from = current_date WHERE id = $1', [someone.membershipId])
    await r.kernel('UPDATE covenant_party SET valid_until = NULL')
  })

  it('in use lives on, and in the demo may rest for the day but not for two', async () => {
    await age('seen_at', '29 minutes')
    expect(await sessionOf(key)).toBeDefined()
    await demo(true)
    await age('seen_at', '8 hours')
    expect(await sessionOf(key)).toBeDefined()
    await age('created_at', '12 hours 1 minute')
    expect(await sessionOf(key)).toBeUndefined()
  })

  it('does not act in the membership of another person', async () => {
    expect(await choose(key, other.membershipId)).toBe(false)
    expect((await sessionOf(key))?.membership_id).toBe(mentor.membershipId)
  })

  it('of a person with two memberships has none until one is chosen', async () => {
    const [here, there] = [
      await r.actor('mentor', 'opmaat-wonen', 'Twee petten'),
      await r.actor('mentor', 'opmaat-wonen', 'Twee petten', 'flevoland'),
    ]
    key = await open(here)
    expect((await sessionOf(key))?.membership_id).toBeNull()
    expect((await membershipsOf(key)).map((m) => m.id).sort()).toEqual(
      [here.membershipId, there.membershipId].sort(),
    )
    expect([await several(key), await several(await open(mentor)), await several('nobody')]).toEqual([
      true,
      false,
      false,
    ])
    expect(await choose(key, there.membershipId)).toBe(true)
    expect((await sessionOf(key))?.membership_id).toBe(there.membershipId)
    await ask(Prisma.sql`SELECT app.end_session(${key})::text`)
    expect(await several(key)).toBe(false)
  })
})

describe('the language of a person', () => {
  const keep = (of: string, language: string) =>
    ask(Prisma.sql`SELECT app.keep_language(${of}, ${language})::text`)
  const kept = async () =>
    (
      await r.kernel<{ language: string | null }>('SELECT language FROM account WHERE id = $1', [
        mentor.accountId,
      ])
    )[0]?.language

  it('is kept for who is signed in, and only one that there is', async () => {
    expect(await kept()).toBeNull()
    await keep(key, 'en')
    expect(await kept()).toBe('en')
    await keep(key, 'xx')
    await keep(hashOf('nobody'), 'nl')
    expect(await kept()).toBe('en')
    await age('created_at', '13 hours')
    await keep(key, 'nl')
    expect(await kept()).toBe('en')
  })
})

describe('without a person', () => {
  it('nothing of anyone is found, in any table that holds something of a case or of people', async () => {
    await register(r, await castOf(r))
    const tables = [
      'spine',
      'relation',
      'turn',
      'party',
      'journal',
      'outbox',
      'case_identity',
      'case_stay',
      'membership',
      'account',
      'covenant',
    ]
    for (const table of tables)
      expect([
        table,
        await ask(
          Prisma.sql`SELECT count(*)::int AS n FROM ${Prisma.raw(table === 'account' ? '(SELECT id FROM account) a' : table)}`,
        ),
      ]).toEqual([table, [{ n: 0 }]])
  })
})
