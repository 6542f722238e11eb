// What the database itself holds about people's access, whoever asks and however it is asked.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { today } from '@/server/clock'
import { holdersOf } from '@/server/covenant'
import { asActor, asNobody } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { colleaguesOf } from '@/server/facts'
import { hashOf } from '@/server/hash'
import { tokenOf } from '@/server/invitation'
import { acceptInvitation, invitedName } from '@/server/sign-in'
import { attempt, type Region, region, take } from '../support/region'
import { asked } from './sight'

/** The day it really is: the database looks at its own clock. */
const on = today()

let r: Region
let admin: Actor
let mail: string
beforeAll(async () => {
  r = await region()
  admin = await r.actor('organisationAdmin', 'emmen')
  await r.actor('organisationAdmin', 'coevorden')
})
beforeEach(() => {
  mail = `${randomUUID()}@voorbeeld.example`
})
afterAll(() => r.close())

const someone = (more: Record<string, unknown> = {}) => ({
  name: 'Ilse Nieuw',
  email: mail,
  role: 'regisseur',
  until: null,
  standsInFor: null,
  ...more,
})
const give = (more?: Record<string, unknown>, who = admin) =>
  take(who, 'giveAccess', null, someone(more), { on })
const refused = async (step: Parameters<typeof attempt>[1], id: string | null, input = {}, who = admin) => {
  const outcome = await attempt(who, step, id, input, { on })
  return 'refusal' in outcome ? outcome.refusal.reason : null
}
const tokenFor = async (membership: string) => {
  const [row] = await r.kernel<{ nonce: string }>('SELECT nonce FROM membership_link WHERE subject_id = $1', [
    membership,
  ])
  return tokenOf(row?.nonce ?? '')
}
const ending = { reason: 'uitDienst', note: null }
const actingAs = async (id: string): Promise<Actor> => ({ ...admin, membershipId: id, role: 'regisseur' })
const organisation = Prisma.sql`SELECT app.organisation()::text AS id`

describe('a person who is given access', () => {
  it('chooses a password by a link that only this installation can make, once', async () => {
    const id = await give()
    const token = await tokenFor(id)
    expect(await invitedName(token)).toBe('Ilse Nieuw')
    expect(await acceptInvitation(token, 'een lange zin als wachtwoord')).not.toBeNull()
    expect(await invitedName(token)).toBeNull()
  })

  it('acts at once in that role, and no longer than the last day', async () => {
    const id = await give({ until: on })
    expect(await asked(await actingAs(id), organisation)).toEqual([{ id: admin.organisationId }])
    await r.kernel('UPDATE membership SET valid_until = current_date - 1 WHERE id = $1', [id])
    expect(await asked(await actingAs(id), organisation)).toEqual([{ id: null }])
  })

  it('is named as who holds the role, and as a colleague, as long as that lasts', async () => {
    const id = await give({ until: on, role: 'chair' })
    const named = () =>
      asActor(admin, async (tx) => [
        (await colleaguesOf(tx)).some((c) => c.id === id),
        (await holdersOf(tx, ['chair'], admin.organisationId)).some(({ email }) => email === mail),
      ])
    expect(await named()).toEqual([true, true])
    await r.kernel('UPDATE membership SET valid_until = current_date - 1 WHERE id = $1', [id])
    expect(await named()).toEqual([false, false])
  })

  it('has the same role once at a time, and can get it anew after its end', async () => {
    const id = await give()
    expect(await refused('giveAccess', null, someone())).toBe('hasThisRole')
    await take(admin, 'endAccess', id, ending, { on })
    expect(await refused('giveAccess', null, someone())).toBeNull()
  })

  it('is no one’s own doing: an administrator gives nothing to themselves', async () => {
    const own = await r.kernel<{ email: string }>('SELECT email FROM account WHERE id = $1', [
      admin.accountId,
    ])
    expect(await refused('giveAccess', null, someone({ email: own[0]?.email }))).toBe('notToYourself')
  })
})

describe('ending access', () => {
  it('works at once: the session of that moment is of nobody', async () => {
    const id = await give()
    const key = hashOf(randomUUID())
    const [person] = await r.kernel<{ account: string }>(
      'SELECT account_id AS account FROM membership WHERE id = $1',
      [id],
    )
    const open = Prisma.sql`SELECT app.open_session(${key}, ${person?.account}::uuid)::text`
    await asNobody((tx) => tx.$queryRaw(open))
    const live = () =>
      asNobody((tx) => tx.$queryRaw<{ role: string }[]>`SELECT role FROM app.session_of(${key})`)
    expect(await live()).toEqual([{ role: 'regisseur' }])
    await take(admin, 'endAccess', id, ending, { on })
    expect(await live()).toEqual([])
  })

  it('leaves an administrator: the last one stays, also when two end each other at the same moment', async () => {
    const [one, two] = await Promise.all(
      ['één', 'twee'].map((name) => r.actor('organisationAdmin', 'borger-odoorn', `beheerder ${name}`)),
    )
    if (!one || !two) throw new Error('Two administrators')
    const outcomes = await Promise.all([
      refused('endAccess', two.membershipId, ending, one),
      refused('endAccess', one.membershipId, ending, two),
    ])
    expect(outcomes.filter((reason) => reason === null)).toHaveLength(1)
  })

  it('is refused for the last administrator by a last day too', async () => {
    const second = await give({ role: 'organisationAdmin', until: on })
    const temporary: Actor = { ...admin, membershipId: second }
    expect(await refused('endAccess', admin.membershipId, ending, temporary)).toBe('lastAdministrator')
    expect(await refused('changeUntil', admin.membershipId, { until: on }, temporary)).toBe(
      'lastAdministrator',
    )
  })
})

describe('a link', () => {
  it('makes an older one dead', async () => {
    const id = await give()
    const old = await tokenFor(id)
    await take(admin, 'renewLink', id, {}, { on })
    expect(await invitedName(old)).toBeNull()
    expect(await invitedName(await tokenFor(id))).toBe('Ilse Nieuw')
  })

  it('is not made for who works for another organisation too: it would be a way into that one', async () => {
    const elsewhere = await r.actor('regisseur', 'coevorden', `elders ${mail}`)
    const [known] = await r.kernel<{ email: string }>('SELECT email FROM account WHERE id = $1', [
      elsewhere.accountId,
    ])
    const id = await give({ email: known?.email })
    expect(await invitedName(await tokenFor(id))).toBeNull()
    expect(await refused('renewLink', id)).toBe('signsInElsewhere')
  })
})

it('an administrator of another organisation finds none of these people', async () => {
  const id = await give()
  const neighbour = await r.actor('organisationAdmin', 'coevorden')
  expect(await refused('endAccess', id, ending, neighbour)).toBe('notFound')
  const seats = Prisma.sql`SELECT 1 FROM membership_seat s JOIN membership m ON m.id = s.subject_id WHERE m.organisation_id <> ${neighbour.organisationId}::uuid`
  expect(await asked(neighbour, seats)).toEqual([])
})
