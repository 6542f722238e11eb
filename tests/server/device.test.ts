// Whether people of an organisation keep a visit on their device, on a real Postgres: who chooses, who reads it, and whose key it is.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { chooseDevice, deviceAllowed, deviceChoices, deviceKey } from '@/server/device'
import { type Region, region } from '../support/region'
import { tamper } from '../support/tampering'
import { asked } from './sight'

let r: Region
let admin: Actor
let mentor: Actor
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  admin = await r.actor('organisationAdmin', 'cosis', 'Beheerder')
  mentor = await r.actor('mentor', 'cosis')
})
afterAll(() => r.close())
beforeEach(() => tamper(r.ownerUrl, 'TRUNCATE device_choice'))

const every = Prisma.sql`SELECT * FROM device_choice`
const choose = (who: Actor, base: number, allowed: boolean) =>
  asActor(who, (tx) => chooseDevice(tx, base, allowed))
const allowed = (who: Actor) => asActor(who, (tx) => deviceAllowed(tx, who.organisationId))

describe('keeping a visit on a device', () => {
  it('is forbidden as long as nobody chose, and is what was chosen last', async () => {
    expect(await allowed(mentor)).toBe(false)
    expect(await choose(admin, 0, true)).toBe(true)
    expect(await allowed(mentor)).toBe(true)
    expect(await choose(admin, 1, false)).toBe(true)
    expect(await allowed(mentor)).toBe(false)
  })

  it('is chosen by an administrator for the own organisation, and by nobody else', async () => {
    const others: [Role, string][] = [
      ['mentor', 'cosis'],
      ['zorgLead', 'cosis'],
      ['privacyOfficer', 'cosis'],
      ['boardMember', 'cosis'],
      ['coordinator', 'emmen'],
    ]
    for (const [role, at] of others) expect(await choose(await r.actor(role, at), 0, true), role).toBe(false)
    expect(await choose(await r.actor('organisationAdmin', 'leger-des-heils'), 0, true)).toBe(true)
    expect(await allowed(mentor)).toBe(false)
  })

  it('is kept with who chose and when, and neither changed nor taken away', async () => {
    await choose(admin, 0, true)
    await choose(admin, 1, false)
    const choices = await asActor(mentor, (tx) => deviceChoices(tx, mentor.organisationId))
    expect(choices).toMatchObject([
      { number: 2, allowed: false, name: 'Beheerder' },
      { number: 1, allowed: true, name: 'Beheerder' },
    ])
    for (const change of ['UPDATE device_choice SET allowed = true', 'DELETE FROM device_choice'])
      await expect(r.kernel(change)).rejects.toThrow(/permission denied/)
    await expect(
      asActor(admin, (tx) => tx.$executeRaw`INSERT INTO device_choice SELECT * FROM device_choice`),
    ).rejects.toThrow(/permission denied/)
  })

  it('is not chosen over what a colleague chose meanwhile, nor once more as it is', async () => {
    const colleague = await r.actor('organisationAdmin', 'cosis', 'Collega')
    const both = await Promise.all([choose(admin, 0, true), choose(colleague, 0, true)])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await choose(colleague, 0, false)).toBe(false)
    expect(await choose(colleague, 1, true)).toBe(false)
    expect(await allowed(mentor)).toBe(true)
  })

  it('of another organisation, in this covenant or another, is read by nobody', async () => {
    await choose(admin, 0, true)
    expect(await asked(mentor, every)).toHaveLength(1)
    const others = await Promise.all([
      r.actor('mentor', 'leger-des-heils'),
      r.actor('regisseur', 'emmen'),
      r.actor('officer', 'domesta'),
      r.actor('mentor', 'opvang-het-baken', 'Elders', 'flevoland'),
    ])
    for (const other of others) expect(await asked(other, every), other.role).toEqual([])
  })

  it('has a key of one session and one role: the same when it is asked again, and another for anybody else', () => {
    const keys = [
      deviceKey('session one', mentor),
      deviceKey('session two', mentor),
      deviceKey('session one', admin),
    ]
    expect(deviceKey('session one', mentor)).toBe(keys[0])
    expect(new Set(keys).size).toBe(3)
    for (const key of keys) expect(Buffer.from(key, 'base64')).toHaveLength(32)
  })
})
