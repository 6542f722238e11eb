import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { Prisma } from '@/server/db/client'
import {
  admit,
  type Cast,
  castOf,
  enter,
  moveIn,
  propose,
  register,
  remindAndHelp,
} from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { asked } from './sight'

let r: Region
let cast: Cast
let kase: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
})
afterAll(() => r.close())
beforeEach(async () => {
  kase = await register(r, cast)
})

/** To whom this step was told: role and organisation. */
const told = async (step: string) => {
  const rows = await r.kernel<{ role: string; key: string }>(
    'SELECT x.role, o.key FROM outbox x JOIN organisation o ON o.id = x.holder_id WHERE x.subject_id = $1 AND x.step = $2 ORDER BY x.created_at DESC, x.role, o.key',
    [kase, step],
  )
  return rows.map(({ role, key }) => `${role} ${key}`)
}

const offered = async () => {
  await admit(r, cast, kase)
  return propose(cast, await enter(r, cast), kase)
}

describe('word of a step', () => {
  it('goes to the party whose business it is, and not to whoever took it', async () => {
    expect(await told('sendIntake')).toEqual(['regisseur emmen'])
    await take(cast.regisseur, 'askMore', kase, { missing: 'Bewijs' })
    expect(await told('askMore')).toEqual(['mentor cosis'])
  })

  it('goes to the gemeente that acts by mandate', async () => {
    kase = await register(r, cast, { givenName: 'Jan', familyName: 'de Vries' }, 'coevorden')
    expect(await told('sendIntake')).toEqual(['regisseur emmen'])
  })

  it('goes to the corporation whose offer was refused, though it has lost sight of the client', async () => {
    const offer = await offered()
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null })
    expect(await told('offerRefused')).toEqual(['officer domesta', 'regisseur emmen'])
  })

  it('of arrears goes to the provider, but to nobody when the tenant objects', async () => {
    await moveIn(cast, kase, await offered())
    const arrears = { amount: 61_250, months: 1 }
    await remindAndHelp(cast, kase)
    await take(cast.officer, 'noteArrears', kase, { done: 'objected', doneOn: '2026-01-05' })
    expect(await told('noteArrears')).toEqual([])
    await take(cast.officer, 'noteArrears', kase, { done: 'objectionEnded', doneOn: '2026-01-05' })
    await take(cast.officer, 'reportArrears', kase, arrears)
    expect(await told('reportArrears')).toEqual(['mentor cosis', 'regisseur emmen'])
  })

  it('is not sent of a step that was refused', async () => {
    const before = await r.kernel('SELECT id FROM outbox')
    await attempt(cast.regisseur, 'putOnTafel', kase, {})
    await attempt(cast.mentor, 'sendIntake', kase, {})
    expect(await r.kernel('SELECT id FROM outbox')).toHaveLength(before.length)
  })

  it('is read by that role at that organisation only', async () => {
    const reads = async (who: Actor) =>
      asked(who, Prisma.sql`SELECT step FROM outbox WHERE subject_id = ${kase}::uuid`)
    expect(await reads(cast.regisseur)).toEqual([{ step: 'sendIntake' }])
    for (const who of [
      cast.mentor,
      cast.chair,
      cast.officer,
      await r.actor('regisseur', 'borger-odoorn'),
      await r.actor('gemeenteLead', 'emmen'),
    ])
      expect(await reads(who)).toEqual([])
  })
})
