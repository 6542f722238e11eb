import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { inOneQuestion } from '@/server/db/in-one-question'
import { type DraftOf, discardDrafts, draftsAsked, type OwnDraft } from '@/server/drafts'
import { tidy } from '@/server/notices/deliver'
import { first } from '../support/client'
import { everyDraft, holding, openDrafting } from '../support/drafting'
import { openOffice } from '../support/office'
import { attempt, take } from '../support/region'
import { asked } from './sight'

let d: Awaited<ReturnType<typeof openDrafting>>
beforeAll(async () => {
  d = await openDrafting()
})
beforeEach(() => d.r.kernel('DELETE FROM draft'))
afterAll(() => d.r.close())

type Found = { swept: unknown[]; drafts: OwnDraft[] }

/** Where somebody left off, as their start asks for it. */
const leftOff = async (who: Actor) =>
  (await asActor(who, (tx) => inOneQuestion<Found>(tx, 'own drafts', draftsAsked(9)))).drafts

describe('a draft goes', () => {
  it('with the step that it was for, and not with another', async () => {
    const opening: DraftOf = { kind: 'case', subjectId: null, step: 'openCase', about: '' }
    const [before, form, elsewhere] = [holding('a'), holding('b'), holding('c')]
    for (const one of [before, form, elsewhere]) await d.keep(d.mentor, one, opening)
    const input = { givenName: 'Els', familyName: 'Bakker', ...first, gemeente: d.r.organisations.emmen }
    await take(d.mentor, 'openCase', null, input, {
      actionKey: form.id,
      drafts: [{ id: before.id, seq: 1 }],
    })
    expect((await d.drafts(d.mentor, opening)).map(({ id }) => id)).toEqual([elsewhere.id])
    // What is still on its way when the step is taken comes too late.
    expect(await d.keep(d.mentor, { ...form, seq: 9 }, opening)).toBeNull()
  })

  it('not when the step was refused', async () => {
    const form = holding('x')
    await d.keep(d.mentor, form)
    const outcome = await attempt(
      d.mentor,
      'describeHealth',
      d.kase,
      {},
      { version: 999, actionKey: form.id },
    )
    expect(outcome).toEqual({ refusal: { reason: 'changedMeanwhile' } })
    expect(await d.texts(d.mentor)).toEqual(['x'])
  })

  it('when it is thrown away, and comes back when that was a mistake', async () => {
    await d.keep(d.mentor, holding('x'))
    await asActor(d.mentor, (tx) => discardDrafts(tx, d.health, false))
    expect(await d.drafts(d.mentor)).toMatchObject([{ discarded: true }])
    expect(await leftOff(d.mentor)).toEqual([])
    await asActor(d.mentor, (tx) => discardDrafts(tx, d.health, true))
    expect(await d.drafts(d.mentor)).toMatchObject([{ discarded: false }])
  })

  it('when its author may not take the step any more', async () => {
    await d.keep(d.mentor, holding('x'))
    expect(await leftOff(d.mentor)).toMatchObject([
      { step: 'describeHealth', subjectId: d.kase, number: expect.stringMatching(/^ZOD-/) },
    ])
    await d.r.kernel(`UPDATE relation SET stage = 'closed' WHERE subject_id = $1`, [d.kase])
    expect(await asked(d.mentor, everyDraft)).toEqual([])
    expect(await leftOff(d.mentor)).toEqual([])
    expect(await d.r.kernel('SELECT * FROM draft')).toEqual([])
    await d.r.kernel(`UPDATE relation SET stage = 'intake' WHERE subject_id = $1`, [d.kase])
  })

  it('after the days that the worker is told, an hour after it was thrown away, and with the access of its author', async () => {
    const office = await openOffice(d.r)
    const leaver = await d.r.actor('mentor', 'cosis', 'Wie weggaat')
    const age = (days: number) =>
      d.r.kernel(`UPDATE draft SET changed_at = now() - make_interval(days => $1)`, [days])
    await d.keep(d.mentor, holding('x'))
    await age(29)
    await tidy({ client: office.client, draftDays: 30 })
    expect(await d.drafts(d.mentor)).toHaveLength(1)
    await tidy({ client: office.client, draftDays: 28 })
    expect(await d.drafts(d.mentor)).toHaveLength(0)
    await d.keep(d.mentor, holding('x'))
    await d.r.kernel(`UPDATE draft SET discarded_at = now() - interval '61 minutes'`)
    await d.keep(leaver, holding('x'))
    const admin = await d.r.actor('organisationAdmin', 'cosis')
    await d.r.actor('organisationAdmin', 'cosis', 'Nog een beheerder')
    await take(admin, 'endAccess', leaver.membershipId, { reason: 'left' })
    expect(await d.r.kernel('SELECT * FROM draft WHERE discarded_at IS NULL')).toEqual([])
    await tidy({ client: office.client, draftDays: 30 })
    expect(await d.r.kernel('SELECT * FROM draft')).toEqual([])
    await office.close()
  })
})
