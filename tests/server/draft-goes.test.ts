// When a draft goes: with its step, when it is thrown away, with the right to the step, and with time.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { type DraftOf, discardDrafts, draftsOf, type Keeping, keepDraft, ownDrafts } from '@/server/drafts'
import { tidy } from '@/server/notices/deliver'
import { first } from '../support/client'
import { castOf, register } from '../support/main-job'
import { openOffice } from '../support/office'
import { attempt, type Region, region, take } from '../support/region'
import { asked } from './sight'

let r: Region
let mentor: Actor
let kase: string
let health: DraftOf
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  const cast = await castOf(r)
  mentor = cast.mentor
  kase = await register(r, cast)
  health = { kind: 'case', subjectId: kase, step: 'describeHealth', about: '' }
})
beforeEach(() => r.kernel('DELETE FROM draft'))
afterAll(() => r.close())

const holding = (text: string, more: Partial<Keeping> = {}): Keeping => ({
  id: randomUUID(),
  seq: 1,
  from: [],
  version: 3,
  stood: {},
  typed: { diagnosis: [text] },
  ...more,
})
const keep = (who: Actor, keeping: Keeping, of = health) => asActor(who, (tx) => keepDraft(tx, of, keeping))
const drafts = (who: Actor, of = health) => asActor(who, (tx) => draftsOf(tx, of))
const texts = async (who: Actor, of = health) =>
  (await drafts(who, of)).map(({ typed }) => typed.diagnosis?.[0]).sort()
const everything = Prisma.sql`SELECT * FROM draft`

describe('a draft goes', () => {
  it('with the step that it was for, and not with another', async () => {
    const opening: DraftOf = { kind: 'case', subjectId: null, step: 'openCase', about: '' }
    const [before, form, elsewhere] = [holding('a'), holding('b'), holding('c')]
    for (const one of [before, form, elsewhere]) await keep(mentor, one, opening)
    const input = { givenName: 'Els', familyName: 'Bakker', ...first, gemeente: r.organisations.emmen }
    await take(mentor, 'openCase', null, input, {
      actionKey: form.id,
      drafts: [{ id: before.id, seq: 1 }],
    })
    expect((await drafts(mentor, opening)).map(({ id }) => id)).toEqual([elsewhere.id])
    // What is still on its way when the step is taken comes too late.
    expect(await keep(mentor, { ...form, seq: 9 }, opening)).toBeNull()
  })

  it('not when the step was refused', async () => {
    const form = holding('x')
    await keep(mentor, form)
    const outcome = await attempt(mentor, 'describeHealth', kase, {}, { version: 999, actionKey: form.id })
    expect(outcome).toEqual({ refusal: { reason: 'changedMeanwhile' } })
    expect(await texts(mentor)).toEqual(['x'])
  })

  it('when it is thrown away, and comes back when that was a mistake', async () => {
    await keep(mentor, holding('x'))
    await asActor(mentor, (tx) => discardDrafts(tx, health, false))
    expect(await drafts(mentor)).toMatchObject([{ discarded: true }])
    expect(await asActor(mentor, (tx) => ownDrafts(tx, 9))).toEqual([])
    await asActor(mentor, (tx) => discardDrafts(tx, health, true))
    expect(await drafts(mentor)).toMatchObject([{ discarded: false }])
  })

  it('when its author may not take the step any more', async () => {
    await keep(mentor, holding('x'))
    expect(await asActor(mentor, (tx) => ownDrafts(tx, 9))).toMatchObject([
      { step: 'describeHealth', subjectId: kase, number: expect.stringMatching(/^ZOD-/) },
    ])
    await r.kernel(`UPDATE relation SET stage = 'closed' WHERE subject_id = $1`, [kase])
    expect(await asked(mentor, everything)).toEqual([])
    expect(await asActor(mentor, (tx) => ownDrafts(tx, 9))).toEqual([])
    expect(await r.kernel('SELECT * FROM draft')).toEqual([])
    await r.kernel(`UPDATE relation SET stage = 'intake' WHERE subject_id = $1`, [kase])
  })

  it('after the days that the worker is told, an hour after it was thrown away, and with the access of its author', async () => {
    const office = await openOffice(r)
    const leaver = await r.actor('mentor', 'cosis', 'Wie weggaat')
    const age = (days: number) =>
      r.kernel(`UPDATE draft SET changed_at = now() - make_interval(days => $1)`, [days])
    await keep(mentor, holding('x'))
    await age(29)
    await tidy({ client: office.client, draftDays: 30 })
    expect(await drafts(mentor)).toHaveLength(1)
    await tidy({ client: office.client, draftDays: 28 })
    expect(await drafts(mentor)).toHaveLength(0)
    await keep(mentor, holding('x'))
    await r.kernel(`UPDATE draft SET discarded_at = now() - interval '61 minutes'`)
    await keep(leaver, holding('x'))
    const admin = await r.actor('organisationAdmin', 'cosis')
    await r.actor('organisationAdmin', 'cosis', 'Nog een beheerder')
    await take(admin, 'endAccess', leaver.membershipId, { reason: 'left' })
    expect(await r.kernel('SELECT * FROM draft WHERE discarded_at IS NULL')).toEqual([])
    await tidy({ client: office.client, draftDays: 30 })
    expect(await r.kernel('SELECT * FROM draft')).toEqual([])
    await office.close()
  })
})
