// One home offered to several clients at once, where the covenant agreed so: one of them gets it, the others are told, and nothing is lost.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { afterOffer } from '@/server/offers/follows'
import { offersOfHome } from '@/server/offers/listed'
import { geheim } from '../support/hidden-client'
import { admit, type Cast, candidates, castOf, enter, propose, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { see } from './sight'

let r: Region
let cast: Cast
let nr = 40
/** Four clients who look for a home. */
let ids: string[]
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  ids = []
  for (let i = 0; i < 4; i++) ids.push(await register(r, cast))
  await admit(r, cast, ...ids)
}, 120_000)
afterAll(() => r.close())

const agree = (more: Record<string, unknown>) =>
  r.kernel(
    `UPDATE covenant_version SET rules = jsonb_set(rules, '{offers}', coalesce(rules->'offers', '{}') || $1)`,
    [
      JSON.stringify({
        perHome: 3,
        judgeRefusals: false,
        namedAt: 'proposed',
        nextInLine: 'officer',
        ...more,
      }),
    ],
  )

const stageOf = async (id: string) =>
  (await r.kernel<{ stage: string }>('SELECT stage FROM spine WHERE id = $1', [id]))[0]?.stage
const stagesOf = (ids: readonly string[]) => Promise.all(ids.map(stageOf))
const tasksOf = async (id: string) =>
  (await r.kernel<{ task: string }>('SELECT task FROM turn WHERE subject_id = $1 ORDER BY task', [id])).map(
    ({ task }) => task,
  )
const accept = (offer: string, who: Actor = cast.mentor) =>
  attempt(who, 'acceptOffer', offer, { note: null, helped: null })
const refuse = (offer: string) =>
  attempt(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null, helped: null })
const live = (dwelling: string) =>
  r.kernel<{ subject_id: string; alone: boolean }>(
    'SELECT subject_id, alone FROM offer_terms WHERE dwelling = $1 AND live',
    [dwelling],
  )

/** A home with an offer to so many of them. */
async function offered(clients: readonly string[]) {
  const home = await enter(r, cast, String(nr++))
  const offers: string[] = []
  for (const id of clients) offers.push(await propose(cast, home, id))
  return { home, offers }
}

/** Nobody is offered anything any more. */
async function clear() {
  const left = await r.kernel<{ id: string }>('SELECT subject_id AS id FROM offer_terms WHERE live')
  for (const { id } of left)
    await take(cast.officer, 'withdrawOffer', id, { withdrawnWhy: 'ongeschikt', note: 'Klaar' })
}
afterEach(clear)

describe('a home that is offered to several', () => {
  it('goes to the first who accepts: the others search on, told and without a refusal, and stand in front of the reserve', async () => {
    await agree({})
    const { home, offers } = await offered(ids.slice(0, 3))
    expect('done' in (await accept(offers[1] as string))).toBe(true)
    expect(await stagesOf(offers)).toEqual(['passedOver', 'accepted', 'passedOver'])
    expect(await live(home)).toEqual([{ subject_id: offers[1], alone: true }])
    expect(await stageOf(home)).toBe('reserved')
    for (const id of [ids[0], ids[2]] as string[]) {
      expect(await tasksOf(id)).toEqual(['findDwelling'])
      expect((await see(cast.mentor, id))?.of.offerLog ?? []).toEqual([])
      const told = await r.kernel<{ role: string }>(
        `SELECT role FROM outbox WHERE subject_id = $1 AND step = 'offerWithdrawn' ORDER BY role`,
        [id],
      )
      expect(told.map(({ role }) => role)).toEqual(['mentor', 'regisseur'])
      expect(await see(cast.officer, id)).toBeNull()
    }
    const found = await candidates(cast.officer, home)
    const nameOf = (id?: string) => found?.candidates.find(({ caseId }) => caseId === id)?.pseudonym
    const reserve = (await see(cast.officer, home, 'dwelling'))?.of.reserve as { nextInLine: string } | null
    expect(reserve?.nextInLine.split(' ').slice(0, 2)).toEqual([nameOf(ids[0]), nameOf(ids[2])])
  })

  it('leads its corporation from the home to each of the offers, and nobody to an offer that is not theirs', async () => {
    await agree({})
    const { home, offers } = await offered(ids.slice(0, 2))
    const listed = async (who: Actor) =>
      (await asActor(who, (tx) => offersOfHome(tx, home))).map(({ id, stage }) => `${id} ${stage}`)
    expect((await listed(cast.officer)).sort()).toEqual(offers.map((id) => `${id} proposed`).sort())
    expect(await listed(await r.actor('officer', 'lefier'))).toEqual([])
    await refuse(offers[0] as string)
    expect(await listed(cast.officer)).toEqual([`${offers[1]} proposed`, `${offers[0]} refused`])
  })

  it('goes to one of those who accept at the same moment, and each of the others hears why not', async () => {
    await agree({ perHome: 4 })
    const { home, offers } = await offered(ids)
    const outcomes = await Promise.all(offers.map((offer) => accept(offer)))
    const refused = outcomes.flatMap((one) => ('refusal' in one ? [one.refusal.reason] : []))
    expect(refused).toHaveLength(3)
    for (const reason of refused) expect(['notAtThisStage', 'changedMeanwhile']).toContain(reason)
    expect((await stagesOf(offers)).sort()).toEqual(['accepted', 'passedOver', 'passedOver', 'passedOver'])
    expect(await live(home)).toHaveLength(1)
  })

  it('stays with the others when one refuses or is withdrawn, and is free when none is left, also when both refuse at once', async () => {
    const { home, offers } = await offered(ids.slice(0, 3))
    await take(cast.officer, 'withdrawOffer', offers[2] as string, {
      withdrawnWhy: 'ongeschikt',
      note: 'Anders',
    })
    expect([await stageOf(home), await tasksOf(home)]).toEqual(['reserved', []])
    await Promise.all([refuse(offers[0] as string), refuse(offers[1] as string)])
    expect(await stagesOf(offers)).toEqual(['refused', 'refused', 'withdrawn'])
    expect([await stageOf(home), await live(home)]).toEqual(['available', []])
  })

  it('is offered to no more than was agreed, and to nobody else once it was accepted', async () => {
    await agree({ perHome: 2 })
    const { home, offers } = await offered(ids.slice(0, 2))
    await expect(propose(cast, home, ids[2] as string)).rejects.toThrow('justReserved')
    await take(cast.officer, 'withdrawOffer', offers[0] as string, {
      withdrawnWhy: 'ongeschikt',
      note: 'Anders',
    })
    await accept(offers[1] as string)
    await expect(propose(cast, home, ids[2] as string)).rejects.toThrow('justReserved')
    await agree({ perHome: 1 })
    const alone = await offered(ids.slice(2, 3))
    await agree({ perHome: 2 })
    await expect(propose(cast, alone.home, ids[0] as string)).rejects.toThrow('justReserved')
  })

  it('is held for one client by the database as well, whoever writes it', async () => {
    await agree({ perHome: 2 })
    const { home, offers } = await offered(ids.slice(0, 2))
    await expect(
      r.kernel('UPDATE offer_terms SET alone = true WHERE subject_id = $1', [offers[0]]),
    ).rejects.toThrow('held for one client')
    await expect(r.kernel('UPDATE offer_terms SET alone = true WHERE dwelling = $1', [home])).rejects.toThrow(
      'one_live_offer_per_dwelling',
    )
    expect(await live(home)).toHaveLength(2)
  })

  it('says to its officer that others go on before one is withdrawn, and to no mentor for whom else it is', async () => {
    const { home, offers } = await offered(ids.slice(0, 2))
    const ask = { id: offers[0] as string, day: TODAY }
    expect(await asActor(cast.officer, (tx) => afterOffer(tx, cast.officer, ask))).toMatchObject({
      othersGoOn: true,
    })
    const other = await r.actor('mentor', 'leger-des-heils')
    expect(await asActor(other, (tx) => load(tx, 'mentor', 'offer', offers[0] as string))).toBeNull()
    const asks = (sql: string) => asActor(cast.mentor, (tx) => tx.$queryRawUnsafe(`SELECT ${sql} AS n`))
    expect(await asks(`app.also_offered('${home}'::uuid)`)).toEqual([{ n: null }])
    expect(await asks(`(SELECT count(*)::int FROM app.others_of_home('${offers[0]}'::uuid))`)).toEqual([
      { n: 0 },
    ])
  })

  it('moves to another day with all its offers', async () => {
    await agree({ perHome: 2 })
    const { home, offers } = await offered(ids.slice(0, 2))
    await take(cast.officer, 'changeAvailability', home, { availableFrom: '2026-12-14', why: 'oplevering' })
    const rows = await r.kernel<{ day: string }>(
      'SELECT available_from::text AS day FROM offer_terms WHERE subject_id = ANY ($1)',
      [offers],
    )
    expect(rows.map(({ day }) => day)).toEqual(['2026-12-14', '2026-12-14'])
  })

  it('is taken from somebody who must not be found like from anybody, and moves on another day only by who reads all of them', async () => {
    await agree({ perHome: 2, namedAt: 'accepted' })
    const [hidden, open] = ids
    await take(cast.mentor, 'describeSafety', hidden as string, geheim)
    const { home, offers } = await offered([hidden as string, open as string])
    const later = { availableFrom: '2026-12-14', why: 'oplevering' }
    expect(await attempt(cast.officer, 'changeAvailability', home, later)).toEqual({
      refusal: { reason: 'namedOnly' },
    })
    expect('done' in (await accept(offers[1] as string))).toBe(true)
    expect(await stagesOf(offers)).toEqual(['passedOver', 'accepted'])
    expect(await tasksOf(hidden as string)).toContain('findDwelling')
  })
})
