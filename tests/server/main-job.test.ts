import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
})
afterAll(() => r.close())

const see = (who: Cast['mentor'], id: string) => asActor(who, (tx) => load(tx, who.role, 'case', id))

describe('the main job on a real Postgres', () => {
  it('carries one client from registration to aftercare, each party in its turn', async () => {
    const id = await register(r, cast)
    expect((await see(cast.regisseur, id))?.turns.map((t) => t.task)).toEqual(['checkIntake'])
    expect(await see(cast.officer, id)).toBeNull()
    await admit(r, cast, id)
    expect((await see(cast.regisseur, id))?.spine.stage).toBe('matching')
    const dwelling = await enter(r, cast)
    const offer = await propose(cast, dwelling, id)
    expect((await see(cast.officer, id))?.of.identity).toMatchObject({ familyName: 'de Vries' })
    await moveIn(cast, id, offer)
    const kase = await see(cast.mentor, id)
    expect(kase?.spine.stage).toBe('aftercare')
    expect(kase?.turns.map((t) => t.task)).toEqual(['visit', 'evaluate'])
    await take(cast.mentor, 'recordVisit', id, {
      visitedOn: TODAY,
      form: 'thuis',
      level: 'groen',
      note: 'Gaat goed',
    })
    await take(cast.officer, 'raiseSignal', id, {
      about: 'overlast',
      urgency: 'acuut',
      text: 'Harde muziek',
      functional: null,
    })
    expect((await see(cast.mentor, id))?.turns.map((t) => t.task)).toContain('answerSignal')
  })
})
