// Where providers guide, on a real Postgres: who says it, who reads it, and what stays.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { Prisma } from '@/server/db/client'
import { supportOfSeekers, supportSaid } from '@/server/support'
import { type Supported, supported } from '../support/support-areas'
import { tamper } from '../support/tampering'
import { asked } from './sight'

let w: Supported
beforeAll(async () => {
  w = await supported()
})
afterAll(() => w.r.close())
beforeEach(() => tamper(w.r.ownerUrl, 'TRUNCATE support_area'))

const every = Prisma.sql`SELECT * FROM support_area`

describe('where a provider guides', () => {
  it('is said by its team leader or administrator, for the own organisation, and by nobody else', async () => {
    const others: [Role, string][] = [
      ['mentor', 'cosis'],
      ['privacyOfficer', 'cosis'],
      ['boardMember', 'cosis'],
      ['coordinator', 'emmen'],
      ['organisationAdmin', 'emmen'],
      ['organisationAdmin', 'domesta'],
      ['corporatieLead', 'domesta'],
      ['officer', 'domesta'],
    ]
    for (const [role, at] of others) expect(await w.say(await w.r.actor(role, at), 0), role).toBe(false)
    expect(await w.areas(w.coordinator)).toEqual([])
    expect(await w.say(w.lead, 0)).toBe(true)
    expect(await w.say(await w.r.actor('organisationAdmin', 'cosis'), 1, { always: false })).toBe(true)
    expect(await w.areas(w.lead)).toMatchObject([{ organisation: 'Cosis', number: 2, always: false }])
  })

  it('is a gemeente of the own covenant that takes part; where nobody is guided nothing else is kept', async () => {
    for (const at of ['almere', 'domesta', 'cosis']) expect(await w.say(w.lead, 0, {}, at), at).toBe(false)
    expect(await w.say(w.lead, 0, { guides: false, always: true, places: 4 })).toBe(true)
    expect(await w.areas(w.lead)).toMatchObject([{ guides: false, always: false, places: null, left: null }])
    await expect(w.say(w.lead, 1, { places: 100 })).rejects.toThrow(/some_support_places/)
  })

  it('keeps what was said before with who and when, and nobody changes or removes it', async () => {
    await w.say(w.lead, 0, { places: 3 })
    await w.say(w.lead, 1, { guides: false })
    const said = await asActor(w.cast.mentor, (tx) => supportSaid(tx, w.cast.mentor.organisationId))
    expect(said).toMatchObject([
      { number: 2, guides: false, name: 'Teamleider' },
      { number: 1, guides: true, places: 3, name: 'Teamleider' },
    ])
    for (const change of ['UPDATE support_area SET guides = true', 'DELETE FROM support_area'])
      await expect(w.r.kernel(change)).rejects.toThrow(/permission denied/)
    await expect(
      asActor(w.lead, (tx) => tx.$executeRaw`INSERT INTO support_area SELECT * FROM support_area`),
    ).rejects.toThrow(/permission denied/)
  })

  it('is not said over what a colleague said meanwhile', async () => {
    const colleague = await w.r.actor('zorgLead', 'cosis', 'Collega')
    const both = await Promise.all([w.say(w.lead, 0), w.say(colleague, 0, { guides: false })])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await w.say(colleague, 0)).toBe(false)
  })

  it('is read by the own people, the regie and the gemeenten, and by no corporation, no other provider and no other covenant', async () => {
    await w.say(w.lead, 0, { places: 2 })
    const readers: [Role, string][] = [
      ['mentor', 'cosis'],
      ['organisationAdmin', 'cosis'],
      ['coordinator', 'emmen'],
      ['regisseur', 'coevorden'],
      ['gemeenteLead', 'borger-odoorn'],
    ]
    for (const [role, at] of readers) {
      const who = await w.r.actor(role, at)
      expect(await asked(who, every), role).toHaveLength(1)
      expect(await w.areas(who), role).toMatchObject([{ organisation: 'Cosis', left: 2 }])
    }
    const strangers: Actor[] = await Promise.all([
      w.r.actor('officer', 'domesta'),
      w.r.actor('corporatieLead', 'domesta'),
      w.r.actor('organisationAdmin', 'domesta'),
      w.r.actor('mentor', 'leger-des-heils'),
      w.r.actor('zorgLead', 'leger-des-heils'),
      w.r.actor('localTeam', 'wijkteam-de-verbinding'),
      w.r.actor('clientCouncil', 'clientenraad-samen-verder'),
      w.r.actor('coordinator', 'noordoostpolder', 'Elders', 'flevoland'),
    ])
    for (const who of strangers) {
      expect(await asked(who, every), who.role).toEqual([])
      expect(await asked(who, Prisma.sql`SELECT * FROM app.support_left()`), who.role).toEqual([])
    }
  })

  it('tells who supports a client, and with how many more a provider can begin, to the matching membership alone', async () => {
    await w.say(w.lead, 0, { places: 2 })
    const clients = w.clients as readonly string[]
    const all = Prisma.sql`SELECT case_id FROM app.support_of_seekers()`
    const ofAll = (tx: Tx) => supportOfSeekers(tx, clients)
    for (const who of [w.lead, w.cast.mentor, w.cast.officer, w.cast.regisseur, w.coordinator]) {
      expect((await asActor(who, ofAll)).size, who.role).toBe(0)
      expect(await asked(who, all), who.role).toEqual([])
      expect(await asked(who, Prisma.sql`SELECT * FROM app.support_caps()`), who.role).toEqual([])
      expect(
        await asked(who, Prisma.sql`SELECT * FROM app.support_now(${who.covenantId}::uuid)`),
        who.role,
      ).toBe('42501')
    }
    const [matching] = await w.r.kernel<{ id: string }>(
      `SELECT m.id FROM membership m JOIN covenant c ON c.id = m.covenant_id AND c.key = 'zuidoost-drenthe' WHERE m.role = 'matching'`,
    )
    const by = { membershipId: matching?.id ?? '' }
    const known = await asActor(by, ofAll)
    expect([...known.keys()].sort()).toEqual([...clients].sort())
    const one = await asActor(by, (tx) => supportOfSeekers(tx, clients.slice(0, 1)))
    expect([...one]).toEqual([[clients[0], known.get(clients[0] as string)]])
    expect(Object.keys(known.get(w.clients[0] as string) ?? {}).sort()).toEqual(['areas', 'asked'])
  })
})
