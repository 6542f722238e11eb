// The figures of the tafels on a real Postgres: counted by the rights of who asks, and no shielded case in any of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { figuresFor } from '@/features/tafel/figures'
import { asActor } from '@/server/db/as-actor'
import { broughtIn, positionsIn } from '@/server/tafel-figures'
import { type Cast, castOf, decision, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

const NEXT = addDays(TODAY, 7)
const session = { on: TODAY, at: '10:00', place: 'Gemeentehuis Emmen', note: null }
const opening = { seats: ['gemeente', 'corporatie', 'zorgaanbieder'], present: 'Allen' }
const adjourned = { outcome: 'adjourned', until: NEXT, followUpBy: 'gemeente' }

let r: Region
let cast: Cast
let own: string
let twice: string
let shielded: string
async function hold(tafel: string, outcomes: readonly (readonly [string, Record<string, unknown>])[]) {
  await take(cast.chair, 'openTafel', tafel, opening)
  for (const [id, said] of outcomes) await take(cast.chair, 'proposeDecision', id, decision(r, said))
  if (outcomes.length > 1) {
    await take(cast.chair, 'arrive', tafel, { seat: 'wijkteam', delegate: null })
    await take(cast.chair, 'leave', tafel, { seat: 'corporatie', delegate: null })
    await take(cast.chair, 'arrive', tafel, { seat: 'corporatie', delegate: null })
  }
  await take(cast.chair, 'adoptList', tafel)
  await take(cast.secretary, 'adoptList', tafel)
}
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  own = await register(r, cast)
  twice = await register(r, cast, { givenName: 'Bo', familyName: 'Later' })
  shielded = await register(r, cast, { givenName: 'Kanarie', familyName: 'Geheim' })
  const tafel = await take(cast.secretary, 'planTafel', null, session)
  for (const id of [own, twice, shielded]) {
    await take(cast.regisseur, 'acceptIntake', id)
    await take(cast.regisseur, 'putOnTafel', id, { tafel })
  }
  await take(cast.mentor, 'givePosition', own, { position: 'support', positionReason: 'Het past' })
  await hold(tafel, [
    [own, {}],
    [twice, adjourned],
    [shielded, {}],
  ])
  const safety = { threat: 'stalking', secrecy: 'geheim', note: null }
  await take(cast.mentor, 'describeSafety', shielded, safety)
  const next = await take(cast.secretary, 'planTafel', null, { ...session, at: '14:00' })
  await take(cast.regisseur, 'putOnTafel', twice, { tafel: next })
  await hold(next, [[twice, {}]])
})
afterAll(() => r.close())

const figures = (who: Actor) => asActor(who, (tx) => figuresFor(tx, TODAY, '12'))
const behind = async (who: Actor, key: string) =>
  (await figures(who)).figures.find((one) => one.key === key)?.cases.map(({ id }) => id)
const period = { from: TODAY, until: TODAY }

describe('the figures of the tafels', () => {
  it('say how many met, with how many cases, and at how many the quorum was lost', async () => {
    expect(await figures(cast.chair)).toMatchObject({ sessions: 2, perSession: 2, quorumLost: 1 })
  })

  it('open the cases behind each of them', async () => {
    const coordinator = await r.actor('coordinator', 'emmen')
    for (const who of [cast.chair, cast.secretary, coordinator]) {
      expect(await behind(who, 'decidedFirst')).toEqual([own])
      expect(await behind(who, 'repeated')).toEqual([twice])
      expect(await behind(who, 'overturned')).toEqual([])
    }
    const { municipality, priority, contractForm, clientText } = decision(r) as Record<string, unknown>
    const said = { municipality, priority, contractForm, ground: null, validUntil: null, clientText }
    await take(cast.chair, 'correctDecision', own, {
      ...said,
      motivation: 'Zo was het',
      corrects: 'De tekst',
    })
    expect(await behind(cast.chair, 'overturned')).toEqual([])
    await take(cast.secretary, 'confirmCorrection', own)
    expect(await behind(cast.chair, 'overturned')).toEqual([own])
  })

  it('hold no number below the smallest that the covenant shows', async () => {
    const { figures: all, positions, days, limit } = await figures(cast.chair)
    expect(limit).toBe(5)
    for (const one of [...all, ...positions]) expect([0, null]).toContain(one.of)
    expect(days).toBeNull()
  })

  it('hold no shielded case', async () => {
    for (const who of [cast.chair, cast.regisseur]) {
      const found = await asActor(who, (tx) => broughtIn(tx, period))
      expect(found.map(({ id }) => id)).not.toContain(shielded)
      expect(found).toHaveLength(3)
    }
  })

  it('say how often each party spoke before a tafel, of the times that it was asked', async () => {
    expect(await asActor(cast.chair, (tx) => positionsIn(tx, period))).toEqual([
      { part: 'gemeente', asked: 3, given: 0 },
      { part: 'provider', asked: 3, given: 1 },
    ])
  })

  it('are of their own cases for who answers for a gemeente, and of none for who reads none', async () => {
    const lead = await r.actor('gemeenteLead', 'borger-odoorn')
    expect(await asActor(lead, (tx) => broughtIn(tx, period))).toEqual([])
    for (const who of [cast.officer, cast.mentor])
      expect(await asActor(who, (tx) => broughtIn(tx, period))).toEqual([])
  })
})
