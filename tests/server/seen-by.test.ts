// Through the eyes of another party: exactly what that party reads, and nothing that the asker may not know of.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region } from '../support/region'

let r: Region
let cast: Cast
let kase: string
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  kase = await register(r, cast)
})
afterAll(() => r.close())

const seenBy = (asker: Actor, other: Pick<Actor, 'organisationId' | 'role'>) =>
  asActor(asker, async (tx) => {
    const [row] = await tx.$queryRaw<
      { seen: string[] | null }[]
    >`SELECT app.seen_by(${kase}::uuid, ${other.organisationId}::uuid, ${other.role}) AS seen`
    return row?.seen?.filter((name) => name !== 'spine').sort() ?? null
  })
const reads = (actor: Actor) =>
  asActor(actor, async (tx) => [...((await load(tx, actor.role, 'case', kase))?.shared ?? [])].sort())

describe('how another party sees a case', () => {
  it('is what it really reads, for each party as for each other', async () => {
    const lead = await r.actor('zorgLead', 'cosis')
    for (const asker of [cast.mentor, cast.regisseur])
      for (const other of [cast.mentor, cast.regisseur, lead, cast.officer])
        expect(await seenBy(asker, other), `${asker.role} ${other.role}`).toEqual(await reads(other))
  })

  it('follows a consent at once', async () => {
    const recipient = cast.regisseur.organisationId
    const said = { recipient, categories: ['verslaving'], how: 'mondeling', on: null }
    const text = { textLanguage: 'nl', textVersion: 1, given: true, until: null }
    await attempt(cast.mentor, 'recordConsent', kase, { ...said, ...text })
    expect(await seenBy(cast.mentor, cast.regisseur)).toContain('addictionSummary')
    await attempt(cast.mentor, 'withdrawConsent', kase, said)
    expect(await seenBy(cast.mentor, cast.regisseur)).not.toContain('addictionSummary')
  })

  it('leaves the asker who they were', async () => {
    const [own] = await asActor(cast.mentor, async (tx) => {
      await tx.$queryRaw`SELECT app.seen_by(${kase}::uuid, ${cast.regisseur.organisationId}::uuid, 'regisseur')::text`
      return tx.$queryRaw<{ id: string }[]>`SELECT app.membership()::text AS id`
    })
    expect(own?.id).toBe(cast.mentor.membershipId)
  })

  it('is told to nobody who may not know the parties, nor of a role that nobody has', async () => {
    const stranger = await r.actor('regisseur', 'almere', 'stranger', 'flevoland')
    expect(await seenBy(stranger, cast.mentor)).toBeNull()
    expect(await seenBy(cast.officer, cast.mentor)).toBeNull()
    expect(await seenBy(cast.mentor, { ...cast.regisseur, role: 'clientCouncil' })).toBeNull()
  })
})
