// Saved views on a real database: whose they are, who can open them, and that none of them gives a right.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { type Keeping, keepView, openWith, removeView, viewsFor } from '@/server/work-views'
import { type Region, region } from '../support/region'

let r: Region
let mentor: Actor
let colleague: Actor
let lead: Actor
let elsewhere: Actor
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  mentor = await r.actor('mentor', 'cosis')
  colleague = await r.actor('mentor', 'cosis', 'Een collega')
  lead = await r.actor('zorgLead', 'cosis')
  elsewhere = await r.actor('mentor', 'wender')
})
beforeEach(() => r.kernel('DELETE FROM work_view'))
afterAll(() => r.close())

const late: Keeping = { name: 'Te laat', reach: 'own', asked: { late: 'yes', view: 'board' } }
const keep = (who: Actor, more: Partial<Keeping> = {}) =>
  asActor(who, (tx) => keepView(tx, { ...late, ...more }))
const names = async (who: Actor) => (await asActor(who, viewsFor)).map(({ name }) => name)

describe('a saved view', () => {
  it('of one’s own is opened by nobody else', async () => {
    await keep(mentor)
    expect(await names(mentor)).toEqual(['Te laat'])
    for (const other of [colleague, lead, elsewhere]) expect(await names(other)).toEqual([])
  })

  it('of a team is opened by who has the same role at the same organisation, of an organisation by all of it', async () => {
    await keep(mentor, { name: 'Team', reach: 'team' })
    await keep(mentor, { name: 'Allen', reach: 'organisation' })
    expect(await names(colleague)).toEqual(['Allen', 'Team'])
    expect(await names(lead)).toEqual(['Allen'])
    expect(await names(elsewhere)).toEqual([])
  })

  it('is renamed and shared by whoever saved it alone, and its selection stays', async () => {
    const id = (await keep(mentor)) as string
    const change = { id, name: 'Anders', reach: 'team' } as const
    expect(await asActor(colleague, (tx) => keepView(tx, change))).toBeNull()
    expect(await asActor(mentor, (tx) => keepView(tx, change))).toBe(id)
    expect(await asActor(colleague, viewsFor)).toMatchObject([
      { name: 'Anders', own: false, asked: late.asked, by: mentor.name },
    ])
    expect(await asActor(colleague, (tx) => keepView(tx, { ...change, name: 'Van mij' }))).toBeNull()
  })

  it('holds codes and nothing that somebody typed', async () => {
    for (const asked of [{ stage: 'Jan de Vries' }, { name: 'jan' }, { late: ['yes'] }, { columns: '' }])
      expect(await keep(mentor, { asked: asked as never }), JSON.stringify(asked)).toBeNull()
    expect(await keep(mentor, { name: '' })).toBeNull()
    expect(await keep(mentor, { name: 'x'.repeat(61) })).toBeNull()
  })

  it('is removed by whoever saved it, and a shared one by a team leader of the organisation', async () => {
    const [own, team] = [await keep(mentor), await keep(mentor, { reach: 'team' })] as [string, string]
    const remove = (who: Actor, id: string) => asActor(who, (tx) => removeView(tx, id))
    expect([await remove(colleague, team), await remove(elsewhere, team), await remove(lead, own)]).toEqual([
      false,
      false,
      false,
    ])
    expect([await remove(lead, team), await remove(mentor, own)]).toEqual([true, true])
  })

  it('is what the list opens with for who chose so, and only one that they can open', async () => {
    const [own, team] = [await keep(mentor), await keep(mentor, { reach: 'team' })] as [string, string]
    const first = async (who: Actor) => (await asActor(who, viewsFor)).filter((v) => v.first).map((v) => v.id)
    expect(await asActor(colleague, (tx) => openWith(tx, own))).toBe(false)
    expect(await asActor(colleague, (tx) => openWith(tx, team))).toBe(true)
    expect([await first(colleague), await first(mentor)]).toEqual([[team], []])
    expect(await asActor(colleague, (tx) => openWith(tx, null))).toBe(true)
    expect(await first(colleague)).toEqual([])
  })

  it('is kept at most thirty times by one person', async () => {
    for (let n = 0; n < 30; n++) await keep(mentor, { name: `Nummer ${n}` })
    expect(await keep(mentor)).toBeNull()
  })

  it('goes with the access of whoever kept it to themselves; a shared one stays for the others', async () => {
    await keep(colleague, { name: 'Weg' })
    await keep(colleague, { name: 'Blijft', reach: 'team' })
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [colleague.membershipId])
    expect(await names(mentor)).toEqual(['Blijft'])
    const left = await r.kernel<{ name: string }>('SELECT name FROM work_view')
    expect(left.map(({ name }) => name)).toEqual(['Blijft'])
    expect(await keep(colleague)).toBeNull()
  })
})
