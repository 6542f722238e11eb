// Time-out places on a real Postgres: who keeps them, who finds them, that two clients never get one room, and what nobody learns.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlaceSaid } from '@/domain/aftercare/time-out-place'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { connect } from '@/server/db/client'
import { digestOf, letterOf, type News } from '@/server/notices/letter'
import { timeOutCounts } from '@/server/report'
import { endTimeOutPlace, keepTimeOutPlace, timeOutNews, timeOutPlaces } from '@/server/time-out-places'
import { lasting } from '../support/lasting-inputs'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'

/** The database lets a reservation lapse by its own day. */
const DAY = today()
const said: PlaceSaid = {
  kind: 'logeerplek',
  name: 'De Brink',
  municipality: 'Emmen',
  places: 1,
  freeFrom: DAY,
  note: null,
}

let r: Region
let cast: Cast
let lender: Actor
let ids: string[]
let place: string
const keep = (who: Actor, more: Partial<PlaceSaid> = {}, id: string | null = null) =>
  asActor(who, (tx) => keepTimeOutPlace(tx, id, { ...said, ...more }))
const list = (who: Actor) => asActor(who, timeOutPlaces)
const begun = (more = {}) => ({
  ...lasting.startTimeOut?.({ today: DAY, ids: {} }),
  ...{ registerPlace: null, timeOutPlace: null, note: null, returnBy: addDays(DAY, 7) },
  ...more,
})
const on = { on: DAY }

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  lender = await r.actor('zorgLead', 'leger-des-heils')
  ids = []
  for (const nr of ['1', '2']) {
    const id = await register(r, cast)
    await admit(r, cast, id)
    await moveIn(cast, id, await propose(cast, await enter(r, cast, nr), id))
    ids.push(id)
  }
  expect(await keep(lender)).toBe(true)
  place = (await list(lender))[0]?.id as string
}, 240_000)
afterAll(() => r.close())

const held = async () => (await list(lender)).find(({ id }) => id === place)?.held
const told = (who: Actor) => asActor(who, timeOutNews)
const reserve = (nr: number, registerPlace = place) =>
  attempt(cast.mentor, 'reserveTimeOut', ids[nr] as string, { registerPlace }, on)

describe('a time-out place', () => {
  it('is kept by the team leader of the provider alone, and found by mentors of the covenant', async () => {
    for (const who of [cast.mentor, cast.officer, cast.regisseur, await r.actor('coordinator', 'emmen')])
      expect(await keep(who), who.role).toBe(false)
    expect(await keep(await r.actor('zorgLead', 'cosis'), {}, place)).toBe(false)
    expect(await asActor(await r.actor('zorgLead', 'cosis'), (tx) => endTimeOutPlace(tx, place))).toBe(false)
    expect((await list(cast.mentor)).map(({ name, organisation }) => [name, organisation])).toHaveLength(1)
    for (const who of [cast.officer, cast.regisseur, cast.chair, await r.actor('corporatieLead', 'domesta')])
      expect(await list(who), who.role).toEqual([])
  })

  it('goes to one of two who ask at the same moment, and the other is told', async () => {
    const outcomes = await Promise.all([reserve(0), reserve(1)])
    const refused = outcomes.flatMap((o) => ('refusal' in o ? [o.refusal.reason] : []))
    expect(refused).toEqual(['placeTaken'])
    expect(await held()).toEqual([addDays(DAY, 3)])
    if ('refusal' in (outcomes[0] as object)) ids.reverse()
  })

  it('tells the lender until when it is taken, and nothing of whose client it is', async () => {
    expect(JSON.stringify(await list(lender))).not.toContain(ids[0])
    for (const who of [lender, cast.mentor])
      await asActor(who, async (tx) => {
        await expect(tx.$queryRaw`SELECT 1 FROM time_out_booking`).rejects.toThrow('permission denied')
      })
    const rows = await asActor(
      lender,
      (tx) => tx.$queryRaw<{ n: number }[]>`SELECT (SELECT count(*) FROM case_time_outs)::int AS n`,
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  it('is not free for another client, with or without a reservation, until who has it is home', async () => {
    await take(cast.mentor, 'startTimeOut', ids[0] as string, begun({ registerPlace: place }), on)
    expect(await held()).toEqual([addDays(DAY, 7)])
    expect(
      await attempt(cast.mentor, 'startTimeOut', ids[1] as string, begun({ registerPlace: place }), on),
    ).toEqual({
      refusal: { reason: 'placeTaken', field: 'registerPlace' },
    })
    const longer = { returnBy: addDays(DAY, 9), note: 'Nog even' }
    await take(cast.mentor, 'extendTimeOut', ids[0] as string, longer, on)
    expect(await held()).toEqual([addDays(DAY, 9)])
    const counted = (from: string, until: string, who = cast.regisseur) =>
      asActor(who, (tx) => timeOutCounts(tx, from, until))
    expect(await counted(DAY, addDays(DAY, 4))).toEqual({ clients: 1, days: 4 })
    expect(await counted(addDays(DAY, 1), addDays(DAY, 4))).toEqual({ clients: 1, days: 3 })
    expect(await counted(addDays(DAY, -9), DAY)).toEqual({ clients: 0, days: 0 })
    const home = { timeOutEvent: 'backHome', backOn: DAY, note: null }
    await take(cast.mentor, 'endTimeOut', ids[0] as string, home, on)
    expect(await held()).toEqual([])
    expect(await counted(DAY, addDays(DAY, 4))).toEqual({ clients: 0, days: 0 })
  })

  it('is free again once a reservation lapsed, once another was made, and once the case is closed', async () => {
    expect('done' in (await reserve(1))).toBe(true)
    await r.kernel('UPDATE time_out_booking SET until = $1 WHERE ended_on IS NULL', [addDays(DAY, -1)])
    expect('done' in (await reserve(0))).toBe(true)
    expect(await keep(lender, { name: 'De Esch' })).toBe(true)
    const other = (await list(lender)).find(({ name }) => name === 'De Esch')?.id as string
    expect('done' in (await reserve(0, other))).toBe(true)
    expect(await held()).toEqual([])
    expect('done' in (await reserve(0))).toBe(true)
    const closing = {
      reason: 'goedAfgerond',
      homeEndedOn: null,
      homeEndWhy: null,
      destination: null,
      note: null,
    }
    await take(cast.mentor, 'closeCase', ids[0] as string, closing, on)
    expect(await held()).toEqual([])
  })

  it('is free at once when its reservation is cancelled, and its lender is told what became of it, and nothing of whose it was', async () => {
    const before = (await told(lender)).length
    expect('done' in (await reserve(1))).toBe(true)
    await take(cast.mentor, 'cancelTimeOut', ids[1] as string, {}, on)
    expect(await held()).toEqual([])
    const news = await told(lender)
    const fresh = news.slice(0, news.length - before)
    expect(fresh.map(({ name, event, until }) => [name, event, until])).toEqual([
      ['De Brink', 'free', null],
      ['De Brink', 'taken', addDays(DAY, 3)],
    ])
    for (const id of ids) expect(JSON.stringify(news)).not.toContain(id)
    for (const who of [cast.mentor, cast.officer, cast.regisseur, await r.actor('zorgLead', 'cosis')])
      expect(await told(who), who.role).toEqual([])
    await asActor(lender, async (tx) => {
      await expect(tx.$queryRaw`SELECT 1 FROM time_out_news`).rejects.toThrow('permission denied')
    })
    expect(await attempt(cast.mentor, 'cancelTimeOut', ids[1] as string, {}, on)).toEqual({
      refusal: { reason: 'nothingReserved' },
    })
  })

  it('says by mail that there is news of a place, once, and no name, day or place', async () => {
    const worker = connect(r.workerUrl, 1)
    type Fresh = { event: string; news: News; account_id: string }
    const taken = async () =>
      (await worker.$queryRaw<Fresh[]>`SELECT * FROM app.take_news(500::int)`).filter(
        ({ event }) => event === 'timeOutPlaces',
      )
    const news = await taken()
    expect(new Set(news.map(({ account_id }) => account_id))).toEqual(new Set([lender.accountId]))
    expect(news[0]?.news).toEqual({
      ...{ kind: 'timeOutPlaces', stage: '', urgent: false, subject: null },
      ...{ organisation: lender.organisationName, role: 'zorgLead' },
    })
    expect(await taken()).toEqual([])
    await worker.$disconnect()
    const mailed = news.map((one) => one.news)
    for (const write of [letterOf, digestOf])
      for (const language of ['nl', 'en']) {
        const { text } = write(mailed, language, 'https://voorbeeld.example')
        expect(text).toContain('https://voorbeeld.example/time-outs')
        expect(text).not.toMatch(/Brink|Emmen|202\d/)
      }
  })

  it('is refused before it is free, and once it is lent no more or never was', async () => {
    expect(await keep(lender, { freeFrom: addDays(DAY, 5) }, place)).toBe(true)
    expect(await reserve(1)).toEqual({ refusal: { reason: 'placeNotYet', field: 'registerPlace' } })
    expect(await asActor(lender, (tx) => endTimeOutPlace(tx, place))).toBe(true)
    const gone = { refusal: { reason: 'noSuchPlace', field: 'registerPlace' } }
    expect(await reserve(1)).toEqual(gone)
    expect(await reserve(1, ids[1])).toEqual(gone)
  })

  it('is refused by the database as well, whoever writes it', async () => {
    const other = (await list(lender)).find(({ name }) => name === 'De Esch')?.id as string
    expect('done' in (await reserve(1, other))).toBe(true)
    const again = `INSERT INTO case_time_outs (subject_id, organisation_id, recorded_on, covenant_id, time_out_event, time_out_on, register_place, reserved_until)
      SELECT $1, organisation_id, recorded_on, covenant_id, 'reserved', time_out_on, $2, reserved_until FROM case_time_outs WHERE register_place = $2 LIMIT 1`
    await expect(r.kernel(again, [ids[0], other])).rejects.toThrow('This time-out place is taken')
  })
})
