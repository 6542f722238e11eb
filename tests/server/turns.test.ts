import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addWorkingDays } from '@/domain/kernel/days'
import type { Turn } from '@/domain/kernel/subject'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { stepsNow } from '@/server/open-steps'
import { type Cast, castOf, decision, register, sitDown } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { see } from './sight'

let r: Region
let cast: Cast
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
})
afterAll(() => r.close())

let kase: string
beforeEach(async () => {
  kase = await register(r, cast)
})

const turns = async () => (await see(cast.regisseur, kase))?.turns ?? []
const named = async (task: string) => (await turns()).find((t: Turn) => t.task === task)

async function adjourn(followUpBy: 'provider' | 'gemeente', until: string) {
  const tafel = await sitDown(cast, kase)
  const adjourned = {
    outcome: 'adjourned',
    until,
    followUpBy,
    municipality: null,
    priority: null,
    contractForm: null,
  }
  await take(cast.chair, 'proposeDecision', kase, decision(r, adjourned))
  await take(cast.chair, 'adoptList', tafel)
  await take(cast.secretary, 'adoptList', tafel)
}

describe('whose turn it is', () => {
  it('is said from the day of the step until the last working day of the term', async () => {
    expect(await turns()).toEqual([
      {
        task: 'checkIntake',
        role: 'regisseur',
        holderId: cast.regisseur.organisationId,
        since: TODAY,
        dueOn: addWorkingDays(TODAY, 5),
        pausedOn: null,
      },
    ])
  })

  it('passes to the provider when the gemeente asks for more, and runs on when it is sent again', async () => {
    await take(cast.regisseur, 'askMore', kase, { missing: 'Bewijs van inkomen' })
    expect(await named('supplyMore')).toMatchObject({ holderId: cast.mentor.organisationId, pausedOn: null })
    expect(await named('checkIntake')).toMatchObject({ dueOn: addWorkingDays(TODAY, 5), pausedOn: TODAY })
    await take(cast.mentor, 'sendIntake', kase, {}, { on: '2026-11-30' })
    expect(await turns()).toMatchObject([{ task: 'checkIntake', dueOn: '2026-12-07', pausedOn: null }])
  })
})

describe('a case that the tafel adjourned', () => {
  const until = '2026-12-14'

  it('waits on the provider, while the clock of the gemeente stands still', async () => {
    await adjourn('provider', until)
    expect(await named('supplyMore')).toMatchObject({ dueOn: until, pausedOn: null })
    expect(await named('putOnTafel')).toMatchObject({ dueOn: until, pausedOn: TODAY })
    const next = { on: until, at: '10:00', place: 'Emmen', note: null }
    const tafel = await take(cast.secretary, 'planTafel', null, next)
    expect(await attempt(cast.regisseur, 'putOnTafel', kase, { tafel })).toEqual({
      refusal: { reason: 'waitsOnProvider' },
    })
  })

  it('gives the gemeente exactly the working days of the pause when the provider has answered', async () => {
    await adjourn('provider', until)
    await take(cast.mentor, 'supplyForTafel', kase, {}, { on: '2026-11-27' })
    expect(await turns()).toMatchObject([
      { task: 'putOnTafel', dueOn: addWorkingDays(until, 4), pausedOn: null },
    ])
  })

  it('waits on the gemeente itself when that was agreed, with a clock that runs', async () => {
    await adjourn('gemeente', until)
    expect(await turns()).toMatchObject([{ task: 'putOnTafel', dueOn: until, pausedOn: null }])
    expect(await attempt(cast.mentor, 'supplyForTafel', kase)).toEqual({
      refusal: { reason: 'nothingAsked' },
    })
  })
})

describe('what the gemeente can do', () => {
  it('is not to confirm a file that this client did not come from', async () => {
    const offered = await asActor(cast.regisseur, async (tx) => {
      const subject = await load(tx, 'regisseur', 'case', kase)
      return subject ? stepsNow(tx, cast.regisseur, subject, TODAY) : []
    })
    const names = offered.map(({ name }) => name)
    expect(names).toContain('acceptIntake')
    for (const step of ['confirmForTafel', 'confirmAdmitted', 'confirmHoused', 'declineImported'])
      expect(names).not.toContain(step)
  })
})
