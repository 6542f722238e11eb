// The figures of the tafels on a real Postgres: counted by the rights of who asks, and no shielded case in any of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { figureKeys } from '@/domain/report/tafel-figures'
import { figuresFor } from '@/features/tafel/figures'
import { asActor } from '@/server/db/as-actor'
import { broughtIn } from '@/server/tafel-figures'
import { type Cast, castOf, decision, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'
import { inSets, oneByOne } from '../support/tafels-one-by-one'

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
  await take(cast.regisseur, 'askMore', twice, { missing: 'Bewijs van inkomen' })
  await take(cast.mentor, 'sendIntake', twice)
  const guest = await r.actor('officer', 'woonservice')
  for (const id of [own, twice, shielded]) {
    await take(cast.regisseur, 'acceptIntake', id)
    await take(cast.regisseur, 'inviteParty', id, { organisation: guest.organisationId })
    await take(cast.regisseur, 'putOnTafel', id, { tafel })
  }
  await take(cast.mentor, 'givePosition', own, { position: 'support', positionReason: 'Het past' })
  await take(guest, 'givePosition', own, { position: 'support', positionReason: 'Wij zoeken mee' })
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
  (await asActor(who, (tx) => figuresFor(tx, TODAY, '12', key))).shown?.first.map(({ id }) => id)
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
      const { courses } = await asActor(who, (tx) => broughtIn(tx, period))
      expect(courses.reduce((sum, { n }) => sum + n, 0)).toBe(2)
    }
    for (const key of figureKeys) expect(await behind(cast.chair, key)).not.toContain(shielded)
  })

  it('say how often each party spoke before a tafel, of the times that it was asked', async () => {
    expect((await asActor(cast.chair, (tx) => broughtIn(tx, period))).positions).toEqual([
      { part: 'gemeente', asked: 3, given: 0 },
      { part: 'guest', asked: 3, given: 1 },
      { part: 'provider', asked: 3, given: 1 },
    ])
  })

  it('are of their own cases for who answers for a gemeente, and of none for who reads none', async () => {
    const lead = await r.actor('gemeenteLead', 'borger-odoorn')
    for (const who of [lead, cast.officer, cast.mentor])
      expect(await asActor(who, (tx) => broughtIn(tx, period))).toEqual({
        courses: [],
        cases: new Map(),
        decided: [],
        positions: [],
      })
  })

  it('are what the policies let everybody read row by row', async () => {
    const whole = { from: '2025-01-01', until: NEXT }
    let found = 0
    for (const key of ['emmen', 'borger-odoorn'])
      for (const role of ['coordinator', 'chair', 'secretary', 'gemeenteLead', 'regisseur'] as const) {
        const who = await r.actor(role, key)
        const both = await asActor(who, async (tx) => [await inSets(tx, whole), await oneByOne(tx, whole)])
        expect([role, key, both[0]]).toEqual([role, key, both[1]])
        found += both[1]?.courses.length ?? 0
      }
    expect(found).toBeGreaterThan(10)
  })

  it('do not read more than policies do where another reads another’s case in an emergency', async () => {
    const [m] = await r.kernel<{ id: string }>(
      `SELECT m.id FROM membership m WHERE m.organisation_id = $1 AND m.role = 'gemeenteLead'`,
      [r.organisations['borger-odoorn']],
    )
    await r.kernel(
      `INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id, until)
       SELECT id, $2, 'emergency', 'opener', kind, covenant_id, number, stage, person_id, household_id, clock_timestamp() + interval '1 hour' FROM spine WHERE id = $1`,
      [own, m?.id],
    )
    const lead = await r.actor('gemeenteLead', 'borger-odoorn')
    const both = await asActor(lead, async (tx) => [await inSets(tx, period), await oneByOne(tx, period)])
    expect(both[0]).toEqual(both[1])
    expect(both[0]?.courses).toHaveLength(1)
  })
})
