// An open page hears of what its reader may see, and of nothing else.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { APART, Watch } from '@/server/live/watch'
import { geheim, lookersOf, told } from '../support/hidden-client'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { openPage } from '../support/open-page'
import { type Region, region, take } from '../support/region'

let r: Region
let cast: Cast
let kase: string
let watch: Watch
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  kase = await register(r, cast)
})
afterAll(() => r.close())
beforeEach(() => {
  watch = new Watch(r.appUrl)
})
afterEach(() => watch.close())

let n = 0
/** A step of the mentor on this case. */
const changes = (id = kase) => take(cast.mentor, 'recordCosts', id, costs())
const costs = () => ({ placePerDay: 100_00 + n++, supportPerWeek: 280_00 })
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
/** By then whoever is told of something that just happened was told. */
const settled = () => pause(2 * APART + 200)

const versionFor = async (who: Actor, id = kase) =>
  (
    await asActor(
      who,
      (tx) => tx.$queryRaw<{ version: number }[]>`SELECT version FROM spine WHERE id = ${id}::uuid`,
    )
  )[0]?.version ?? null

describe('whoever may not see a case', () => {
  it('hears nothing of it, whatever their page says it watches', async () => {
    const outsiders = [
      cast.officer,
      await r.actor('mentor', 'treant'),
      await r.actor('privacyOfficer', 'cosis'),
      await r.actor('organisationAdmin', 'emmen'),
      await r.actor('regisseur', 'almere', 'regisseur almere', 'flevoland'),
    ]
    const pages = await Promise.all(
      outsiders.flatMap((who) => [
        openPage(watch, who, { of: kase }),
        openPage(watch, who),
        openPage(watch, who, { of: null }),
      ]),
    )
    for (const who of outsiders) expect(await versionFor(who)).toBeNull()
    const insider = await openPage(watch, cast.regisseur)
    const heard = insider.hears('changed')
    await changes()
    await heard
    await settled()
    expect(pages.flatMap(({ said }) => said)).toEqual([])
  })

  it('is answered about it as about one that never was', async () => {
    const ask = async (of: string) => (await openPage(watch, cast.officer, { of, version: 3 })).said
    const both = [await ask(kase), await ask(randomUUID())]
    await settled()
    expect(both).toEqual([['gone'], ['gone']])
  })
})

describe('a shielded case', () => {
  let offer: string
  let hidden: string
  let lookers: Readonly<Record<string, Actor>>
  beforeAll(async () => {
    lookers = await lookersOf(r, cast)
    hidden = await register(r, cast, told.name)
    await admit(r, cast, hidden)
    offer = await propose(cast, await enter(r, cast), hidden)
    await take(cast.mentor, 'describeSafety', hidden, geheim)
  }, 120_000)

  it.each(['the case', 'its offer'])(
    '%s is heard of by those who see it, and by nobody else',
    async (what) => {
      const id = what === 'the case' ? hidden : offer
      const pages = await Promise.all(
        Object.entries(lookers).map(async ([name, who]) => {
          const all = await openPage(watch, who)
          const one = await openPage(watch, who, { of: id })
          return { name, sees: (await versionFor(who, id)) !== null, all, one }
        }),
      )
      if (what === 'the case') await changes(hidden)
      else await r.kernel('UPDATE spine SET version = version + 1 WHERE id = $1', [id])
      await settled()
      expect(pages.map(({ name, all, one }) => [name, all.said.length, one.said])).toEqual(
        pages.map(({ name, sees }) => [name, sees ? 1 : 0, sees ? ['changed'] : []]),
      )
      expect(new Set(pages.map(({ sees }) => sees)).size).toBe(2)
    },
  )
})

describe('a page of what its reader may no longer see', () => {
  it('is told so at once, and only once', async () => {
    const theirs = await register(r, cast, { givenName: 'Ans', familyName: 'Vos' })
    await admit(r, cast, theirs)
    const offer = await propose(cast, await enter(r, cast, '77'), theirs)
    const page = await openPage(watch, cast.officer, { of: theirs })
    expect(await versionFor(cast.officer, theirs)).not.toBeNull()
    const gone = page.hears('gone', 1_000)
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null })
    expect(await gone).toBeLessThan(1_000)
    await changes(theirs)
    await settled()
    expect(page.said).toEqual(['gone'])
  })

  it('by a time that is over is told so within five seconds, though nothing was done', async () => {
    const page = await openPage(watch, cast.regisseur, { of: kase })
    const gone = page.hears('gone', 5_000)
    await r.kernel('UPDATE relation SET until = clock_timestamp() WHERE subject_id = $1 AND holder_id = $2', [
      kase,
      cast.regisseur.organisationId,
    ])
    expect(await gone).toBeLessThan(5_000)
  })
})
