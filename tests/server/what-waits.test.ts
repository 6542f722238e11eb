// What stands first among the steps of a home: what is waited for soonest, and no way that another open step already gives.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { stepsNow } from '@/server/open-steps'
import { threeParties } from '../support/inputs'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
})
afterAll(() => r.close())

async function offered(houseNumber: string) {
  const kase = await register(r, cast)
  await admit(r, cast, kase)
  const dwelling = await enter(r, cast, houseNumber)
  return { kase, offer: await propose(cast, dwelling, kase) }
}

const stepOf = (actor: Actor, kase: string, name: string) =>
  asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'case', kase)
    const steps = subject ? await stepsNow(tx, actor, subject, TODAY) : []
    return steps.find((step) => step.name === name)
  })

describe('what is waited for in a home', () => {
  it('is the key, of whoever gives it, with its last day, also while something is missing', async () => {
    const { kase, offer } = await offered('21')
    await take(cast.mentor, 'acceptOffer', offer, { note: null })
    await take(cast.officer, 'confirmOffer', offer, { ...threeParties, startOn: TODAY })
    const key = await stepOf(cast.officer, kase, 'handOverKey')
    expect(key).toMatchObject({ grave: true, answers: true, dueOn: TODAY })
    expect(key?.refusal).not.toBeNull()
    expect(await stepOf(cast.officer, kase, 'endBeforeKey')).toMatchObject({ answers: false, dueOn: null })
  })

  it('is a visit, and not the waakvlam that cannot start yet', async () => {
    const { kase, offer } = await offered('22')
    await moveIn(cast, kase, offer)
    expect(await stepOf(cast.mentor, kase, 'recordVisit')).toMatchObject({ answers: true, refusal: null })
    const waakvlam = await stepOf(cast.mentor, kase, 'startWaakvlam')
    expect(waakvlam?.refusal).not.toBeNull()
    expect(waakvlam?.answers).toBe(false)
  })
})
