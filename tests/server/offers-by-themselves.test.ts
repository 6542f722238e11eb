// What a covenant lets happen by itself with offers: one without an answer expires, and the next in reserve is offered the home.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveOffers } from '@/server/offers/move'
import { admit, type Cast, candidates, castOf, enter, propose, register } from '../support/main-job'
import { openOffice, type TestOffice } from '../support/office'
import { ASKED, onMorning } from '../support/passing-terms'
import { type Region, region, take } from '../support/region'
import { see } from './sight'

let r: Region
let cast: Cast
let office: TestOffice
let kees: string
let noor: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
  kees = await register(r, cast, { givenName: 'Kees', familyName: 'Bos' })
  noor = await register(r, cast, { givenName: 'Noor', familyName: 'Vos' })
  await admit(r, cast, kees, noor)
})
afterAll(async () => {
  await office.close()
  await r.close()
})

const stageOf = async (id: string) =>
  (await r.kernel<{ stage: string }>('SELECT stage FROM spine WHERE id = $1', [id]))[0]?.stage
const tasksOf = async (id: string) =>
  (await r.kernel<{ task: string }>('SELECT task FROM turn WHERE subject_id = $1 ORDER BY task', [id])).map(
    ({ task }) => task,
  )

/** The same proposal, so long ago that its term has passed. */
async function proposedLongAgo(dwelling: string, kase: string) {
  const found = await candidates(cast.officer, dwelling)
  const candidate = found?.candidates.find((c) => c.caseId === kase)?.pseudonym
  return take(cast.officer, 'propose', null, { dwelling, candidate, reason: null }, { on: ASKED })
}

describe('an offer that nobody answers', () => {
  it('stays as long as it was told to nobody, and expires once it was: it is no refusal', async () => {
    const dwelling = await enter(r, cast, '30')
    const offer = await proposedLongAgo(dwelling, kees)
    expect([await moveOffers(), await stageOf(offer)]).toEqual([0, 'proposed'])
    for (const day of ['2026-10-09', '2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15'])
      await onMorning(r, office, day)
    expect(await stageOf(offer)).toBe('proposed')
    expect(await moveOffers()).toBe(1)
    expect([await stageOf(offer), await stageOf(dwelling)]).toEqual(['expired', 'available'])
    expect(await tasksOf(kees)).toContain('findDwelling')
    expect((await see(cast.mentor, kees))?.of.offerLog).toEqual([])
    expect(await see(cast.officer, kees)).toBeNull()
    expect(await moveOffers()).toBe(0)
    await take(cast.officer, 'withdrawDwelling', dwelling)
  })
})

describe('a home that comes free again', () => {
  const agree = (nextInLine: string) =>
    r.kernel(
      `UPDATE covenant_version SET rules = jsonb_set(rules, '{offers,nextInLine}', to_jsonb($1::text))`,
      [nextInLine],
    )
  const refused = async (houseNumber: string) => {
    const dwelling = await enter(r, cast, houseNumber)
    const offer = await propose(cast, dwelling, kees)
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null, helped: null })
    return dwelling
  }

  it('is the officer’s to offer on, where the covenant says nothing else', async () => {
    const dwelling = await refused('31')
    expect(await tasksOf(dwelling)).toEqual(['offerNext'])
    expect([await moveOffers(), await stageOf(dwelling)]).toEqual([0, 'available'])
    await take(cast.officer, 'withdrawDwelling', dwelling)
  })

  it('is offered by itself to the next in reserve, and not to whoever refused it', async () => {
    await agree('byItself')
    const dwelling = await refused('32')
    expect([await moveOffers(), await stageOf(dwelling), await tasksOf(dwelling)]).toEqual([
      1,
      'reserved',
      [],
    ])
    const live = await r.kernel<{ case: string; by: string }>(
      `SELECT o."case", m.role AS by FROM offer_terms o JOIN offer_agreement a USING (subject_id) JOIN membership m ON m.id = a.offered_by WHERE o.live`,
    )
    expect(live).toEqual([{ case: noor, by: 'matching' }])
    expect((await see(cast.officer, noor))?.of.identity?.familyName).toBe('Vos')
  })
})
