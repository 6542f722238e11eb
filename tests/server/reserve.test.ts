// Who is next for a home, and what follows when it or its offer is taken back: said before, and so it happens.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { Dwelling } from '@/domain/dwelling/dwelling'
import { inLine } from '@/domain/dwelling/reserve'
import { asActor } from '@/server/db/as-actor'
import { afterHome, afterOffer } from '@/server/offers/follows'
import { canHaveIt, reserveOf } from '@/server/reserve'
import { admit, type Cast, candidates, castOf, enter, propose, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { see } from './sight'

let r: Region
let cast: Cast
let ids: string[]
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  const ans = await register(r, cast, { givenName: 'Ans', familyName: 'Aal' })
  // Who waits as long and is as urgent stands in the order of the ids of the cases.
  const others = [
    await register(r, cast, { givenName: 'Ben', familyName: 'Beek' }),
    await register(r, cast, { givenName: 'Cor', familyName: 'Cel' }),
  ]
  ids = [ans, ...others.sort()]
  await admit(r, cast, ...ids)
})
afterAll(() => r.close())

const dwellingOf = async (who: Actor, id: string) => (await see(who, id, 'dwelling')) as unknown as Dwelling
const calledFor = async (dwelling: string, kase: string) =>
  (await candidates(cast.officer, dwelling))?.candidates.find(({ caseId }) => caseId === kase)?.pseudonym
const places = async (dwelling: string) =>
  reserveOf(
    await dwellingOf(cast.officer, dwelling),
    (await candidates(cast.officer, dwelling))?.candidates ?? [],
  )
const after = (who: Actor, offer: string) =>
  asActor(who, (tx) => afterOffer(tx, who, { id: offer, day: TODAY }))
const tasksOf = async (id: string) =>
  (await r.kernel<{ task: string }>('SELECT task FROM turn WHERE subject_id = $1 ORDER BY task', [id])).map(
    ({ task }) => task,
  )

describe('who is next for a home', () => {
  it('stands there by another name with why, is put in front with a reason, and is offered it next', async () => {
    const dwelling = await enter(r, cast, '80')
    const [ben, cor] = [
      await calledFor(dwelling, ids[1] as string),
      await calledFor(dwelling, ids[2] as string),
    ]
    const offer = await propose(cast, dwelling, ids[0] as string)
    expect((await places(dwelling))?.places.map(({ pseudonym }) => pseudonym)).toEqual([ben, cor])
    expect((await places(dwelling))?.places.every(canHaveIt)).toBe(true)
    await take(cast.officer, 'rankReserve', dwelling, { candidate: cor, rankedWhy: 'kanEerder' })
    expect(inLine(await dwellingOf(cast.officer, dwelling))).toEqual([cor, ben])
    const said = await after(cast.officer, offer)
    expect(said).toMatchObject({ next: cor, byItself: false, reserved: 2, opens: ['findDwelling'] })
    expect(said?.ends.map(({ task }) => task).sort()).toEqual(['answerOffer', 'informClient'])
    await take(cast.officer, 'withdrawOffer', offer, { withdrawnWhy: 'ongeschikt', note: 'Anders' })
    expect([await tasksOf(offer), await tasksOf(ids[0] as string), await tasksOf(dwelling)]).toEqual([
      [],
      ['findDwelling'],
      ['offerNext'],
    ])
    await take(cast.officer, 'withdrawDwelling', dwelling)
  })

  it('is said before a home is taken back, and then nobody has a task with it', async () => {
    const dwelling = await enter(r, cast, '81')
    const offer = await propose(cast, dwelling, ids[0] as string)
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null, helped: null })
    const said = await asActor(cast.officer, (tx) =>
      afterHome(tx, cast.officer, { id: dwelling, day: TODAY }),
    )
    expect(said?.ends.map(({ task }) => task)).toEqual(['offerNext'])
    expect(said?.reserved).toBe(2)
    await take(cast.officer, 'withdrawDwelling', dwelling)
    expect(await tasksOf(dwelling)).toEqual([])
  })

  it('says of who refused whether anything is different since, and of nobody who is shielded', async () => {
    const dwelling = await enter(r, cast, '82')
    const offer = await propose(cast, dwelling, ids[0] as string)
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null, helped: null })
    const refused = async () =>
      (await candidates(cast.officer, dwelling))?.candidates.find(({ caseId }) => caseId === ids[0])?.refused
    expect(await refused()).toBe('same')
    await r.kernel('UPDATE dwelling_facts SET rent = rent - 1000 WHERE subject_id = $1', [dwelling])
    expect(await refused()).toBe('changed')
    await take(cast.officer, 'withdrawDwelling', dwelling)
  })

  it('is for the corporation whose home it is, and for nobody else', async () => {
    const dwelling = await enter(r, cast, '83')
    const offer = await propose(cast, dwelling, ids[0] as string)
    const cor = await calledFor(dwelling, ids[2] as string)
    const other = await r.actor('officer', 'lefier')
    for (const who of [cast.mentor, cast.regisseur, other]) {
      expect((await see(who, dwelling, 'dwelling'))?.of.reserve ?? null).toBeNull()
      expect(await after(who, offer)).toBeNull()
      expect(
        await attempt(who, 'rankReserve', dwelling, { candidate: cor, rankedWhy: 'kanEerder' }),
      ).toHaveProperty('refusal')
    }
  })
})
