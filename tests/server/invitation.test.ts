import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asNobody } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { hashOf } from '@/server/hash'
import { acceptInvitation, accountByPassword, demoPeople, invitedName } from '@/server/sign-in'
import { type Region, region } from '../support/region'

let r: Region
let mentor: Actor
let other: Actor
beforeAll(async () => {
  r = await region()
  mentor = await r.actor('mentor', 'cosis')
  other = await r.actor('officer', 'domesta')
})
afterAll(() => r.close())

const ask = async <T>(question: Prisma.Sql) => asNobody((tx) => tx.$queryRaw<T[]>(question))
const sessions = () => r.kernel('SELECT ended_at IS NOT NULL AS ended FROM session')

describe('a one-time link', () => {
  const invite = async (actor: Actor, term = '7 days') => {
    const token = randomBytes(32).toString('base64url')
    await r.kernel(
      'INSERT INTO invitation (token_hash, account_id, expires_at) VALUES ($1, $2, now() + $3::interval)',
      [hashOf(token), actor.accountId, term],
    )
    return token
  }
  const password = 'een lange zin als wachtwoord'
  const mail = async (actor: Actor) =>
    (await r.kernel<{ email: string }>('SELECT email FROM account WHERE id = $1', [actor.accountId]))[0]
      ?.email ?? ''

  it('sets the password once, and ends the sessions that were open', async () => {
    const token = await invite(mentor)
    await ask(Prisma.sql`SELECT app.open_session(${hashOf('a key')}, ${mentor.accountId}::uuid)::text`)
    expect(await invitedName(token)).toBe(mentor.name)
    expect(await acceptInvitation(token, password)).toBe(mentor.accountId)
    expect(await sessions()).toEqual([{ ended: true }])
    expect(await accountByPassword(await mail(mentor), password)).toBe(mentor.accountId)
    expect([await invitedName(token), await acceptInvitation(token, 'een heel andere lange zin')]).toEqual([
      null,
      null,
    ])
    expect(await accountByPassword(await mail(mentor), 'een heel andere lange zin')).toBeNull()
  })

  it('is used once also by two at the same moment', async () => {
    const token = await invite(other)
    const both = await Promise.all([acceptInvitation(token, password), acceptInvitation(token, password)])
    expect(both.filter(Boolean)).toEqual([other.accountId])
  })

  it('that is too old, or that nobody sent, opens nothing', async () => {
    const old = await invite(mentor, '-1 minute')
    for (const token of [old, 'nobody sent this'])
      expect([await invitedName(token), await acceptInvitation(token, password)]).toEqual([null, null])
  })
})

describe('the people of the demo', () => {
  it('are there on a demo installation only', async () => {
    const question = Prisma.sql`SELECT name FROM app.demo_people()`
    expect(await ask(question)).toEqual([])
    await r.kernel('INSERT INTO installation (id, demo) VALUES (1, false)')
    expect(await ask(question)).toEqual([])
    expect(await demoPeople()).toEqual([])
    await r.kernel('UPDATE installation SET demo = true')
    expect((await ask(question)).length).toBeGreaterThan(0)
    expect(await demoPeople()).toEqual([])
  })
})
