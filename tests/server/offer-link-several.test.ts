// A home that is offered to several, of whom some answer by a link: each is told that others may get it, and one of them does.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Offer } from '@/domain/offer/offer'
import { answerBy, type Given, giveLink, homeBy } from '@/server/offers/link'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { see } from './sight'

let r: Region
let cast: Cast
let clients: string[]
let offers: readonly [string, string]
let nr = 70
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  clients = [await register(r, cast), await register(r, cast, { givenName: 'Noor', familyName: 'Vos' })]
  await admit(r, cast, ...clients)
}, 60_000)
afterAll(() => r.close())

const perHome = (n: number) =>
  r.kernel(
    `UPDATE covenant_version SET rules = jsonb_set(rules, '{offers}', coalesce(rules->'offers', '{}') || $1)`,
    [JSON.stringify({ perHome: n, judgeRefusals: false, namedAt: 'proposed' })],
  )
beforeEach(async () => {
  for (const { id } of await r.kernel<{ id: string }>('SELECT subject_id AS id FROM offer_terms WHERE live'))
    await take(cast.officer, 'withdrawOffer', id, { withdrawnWhy: 'ongeschikt', note: 'Klaar' })
  await perHome(2)
  const home = await enter(r, cast, String(nr++))
  const [one, two] = clients as [string, string]
  offers = [await propose(cast, home, one), await propose(cast, home, two)]
})

const given = async (offer: string): Promise<Given> => {
  const link = await giveLink(cast.mentor, offer, null)
  if ('refusal' in link) throw new Error(link.refusal.reason)
  return link
}
const yes = { word: 'ja', reason: null, helped: 'niemand' } as const
const says = ({ token, code }: Given) => answerBy(token, code, yes, null)
const accept = (offer: string) => attempt(cast.mentor, 'acceptOffer', offer, { note: null, helped: null })
const stageOf = async (id: string) =>
  (await r.kernel<{ stage: string }>('SELECT stage FROM spine WHERE id = $1', [id]))[0]?.stage
const wordOf = async (id: string) =>
  ((await see(cast.mentor, id, 'offer')) as unknown as Offer).of.clientWord?.map(({ word }) => word)

describe('a link to a home that is offered to several', () => {
  it('says that others may get it, and neither who nor how many; to a home that one holds alone it says nothing', async () => {
    const [one, two] = offers
    const { token, code } = await given(one)
    const home = await homeBy(token, code)
    expect(home?.several).toBe(true)
    for (const secret of [two, ...clients, 'Vos', cast.mentor.name])
      expect(JSON.stringify(home)).not.toContain(secret)
    const withOne = await given(two)
    await take(cast.officer, 'withdrawOffer', one, { withdrawnWhy: 'ongeschikt', note: 'Anders' })
    // That one of the others is gone is nothing to tell either.
    expect((await homeBy(withOne.token, withOne.code))?.several).toBe(true)
    await perHome(1)
    const alone = await propose(cast, await enter(r, cast, String(nr++)), clients[0] as string)
    const link = await given(alone)
    expect((await homeBy(link.token, link.code))?.several).toBe(false)
  })

  it('keeps a yes that is said while somebody else accepts, or says that it leads nowhere: and either way the other has the home', async () => {
    const [one, two] = offers
    const link = await given(one)
    const [said, accepted] = await Promise.all([says(link), accept(two)])
    expect('done' in accepted).toBe(true)
    expect([await stageOf(one), await stageOf(two)]).toEqual(['passedOver', 'accepted'])
    expect(await wordOf(one)).toEqual(said ? ['ja'] : [])
    expect(await homeBy(link.token, link.code)).toBeNull()
    expect(await says(link)).toBe(false)
  })

  it('is a word that the mentor cannot confirm once somebody else has the home: the offer says that another was first', async () => {
    const [one, two] = offers
    expect(await says(await given(one))).toBe(true)
    expect('done' in (await accept(two))).toBe(true)
    expect(await accept(one)).toEqual({ refusal: { reason: 'notAtThisStage' } })
    expect(await stageOf(one)).toBe('passedOver')
    const heard = await r.kernel<{ role: string }>(
      `SELECT role FROM outbox WHERE subject_id = $1 AND step = 'offerWithdrawn' ORDER BY role`,
      [clients[0]],
    )
    expect(heard.map(({ role }) => role)).toEqual(expect.arrayContaining(['mentor', 'regisseur']))
    expect(await giveLink(cast.mentor, one, null)).toEqual({ refusal: { reason: 'notAtThisStage' } })
    const log = ((await see(cast.mentor, clients[0] as string))?.of.offerLog ?? []) as unknown[]
    expect(log).toEqual([])
  })

  it('is a word that goes before whoever says yes later, once the mentor confirms it; of two confirmed at once one has it', async () => {
    const [one, two] = offers
    expect([await says(await given(one)), await says(await given(two))]).toEqual([true, true])
    const outcomes = await Promise.all(offers.map(accept))
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1)
    expect([await stageOf(one), await stageOf(two)].sort()).toEqual(['accepted', 'passedOver'])
    const refused = outcomes.flatMap((outcome) => ('refusal' in outcome ? [outcome.refusal.reason] : []))
    for (const reason of refused) expect(['notAtThisStage', 'changedMeanwhile']).toContain(reason)
  })
})
