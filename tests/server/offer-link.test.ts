// A client answers an offer by a link: who is shown what, how often, how long, and what comes of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Offer } from '@/domain/offer/offer'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { answerBy, type Given, giveLink, homeBy, linkUntil, mayTry, triedInVain } from '@/server/offers/link'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { type Region, region, take } from '../support/region'

let r: Region
let cast: Cast
let kees: string
let noor: string
let offer: string
let other: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kees = await register(r, cast, { givenName: 'Kees', familyName: 'Bos' })
  noor = await register(r, cast, { givenName: 'Noor', familyName: 'Vos' })
  await admit(r, cast, kees, noor)
  offer = await propose(cast, await enter(r, cast, '40'), kees)
  other = await propose(cast, await enter(r, cast, '41'), noor)
})
afterAll(() => r.close())

const yes = { word: 'ja', reason: null, helped: 'niemand' } as const
const no = { word: 'nee', reason: 'huurTeHoog', helped: 'naaste' } as const

const given = async (of = offer): Promise<Given> => {
  const link = await giveLink(cast.mentor, of, null)
  if ('refusal' in link) throw new Error(link.refusal.reason)
  return link
}
const wrong = ({ code }: Given) => (code === '000000' ? '000001' : '000000')
const heard = async (of = offer) => {
  const subject = await asActor(cast.mentor, (tx) => load(tx, 'mentor', 'offer', of))
  return (subject as unknown as Offer).of.clientWord?.map(({ word, reason }) => [word, reason]) ?? []
}
const stageOf = async (id: string) =>
  (await r.kernel<{ stage: string }>('SELECT stage FROM spine WHERE id = $1', [id]))[0]?.stage

describe('what a link shows', () => {
  it('is the home, and nothing of the case or of the client', async () => {
    const { token, code } = await given()
    const home = await homeBy(token, code)
    expect(home).toMatchObject({ address: 'Weiersstraat 40, 7811 AB', rooms: 2, rent: 61_250 })
    const all = JSON.stringify(home)
    for (const secret of [kees, offer, 'Kees', 'Bos', cast.mentor.membershipId, cast.mentor.name])
      expect(all).not.toContain(secret)
  })

  it('is read as it was typed over: without the strokes, and in capitals', async () => {
    const { token, code } = await given()
    expect(
      await homeBy(token.replaceAll('-', '').toUpperCase(), `${code.slice(0, 3)} ${code.slice(3)}`),
    ).not.toBeNull()
  })

  it('is nothing without the code, and after five wrong ones nothing with it', async () => {
    const link = await given()
    for (let n = 0; n < 4; n++) expect(await homeBy(link.token, wrong(link))).toBeNull()
    expect(await homeBy(link.token, link.code)).not.toBeNull()
    expect(await homeBy(link.token, wrong(link))).toBeNull()
    expect(await homeBy(link.token, link.code)).toBeNull()
    expect(await answerBy(link.token, link.code, yes, null)).toBe(false)
    expect(await asActor(cast.mentor, (tx) => linkUntil(tx, offer))).toBeNull()
  })

  it('is nothing for whoever guesses a link, or has the code of another one', async () => {
    const [mine, theirs] = [await given(), await given(other)]
    expect(await homeBy('abcd-efgh-jkmn-pqrs-tuvw-xyz2', mine.code)).toBeNull()
    expect(await homeBy('', '')).toBeNull()
    if (mine.code !== theirs.code) expect(await homeBy(theirs.token, mine.code)).toBeNull()
    expect((await homeBy(theirs.token, theirs.code))?.address).toContain('Weiersstraat 41')
  })
})

describe('who keeps trying', () => {
  it('is stopped after ten times in vain: a network that is known, or else whoever tries one link', async () => {
    const [known, unknown] = ['0a1b2c3d chrome', '- chrome']
    for (let n = 0; n < 10; n++) {
      expect(await mayTry(`guess${n}`, known)).toBe(true)
      await triedInVain(`guess${n}`, known)
      await triedInVain('one-link', unknown)
    }
    expect(await mayTry('another', known)).toBe(false)
    expect(await mayTry('another', '9f8e7d6c chrome')).toBe(true)
    expect([await mayTry('ONELINK', unknown), await mayTry('another', unknown)]).toEqual([false, true])
  })
})

describe('how long a link lives', () => {
  it('is two days, by the clock of the database', async () => {
    const { token, code, until } = await given()
    const hours = (until.getTime() - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(47)
    expect(hours).toBeLessThanOrEqual(48.01)
    await r.kernel(`UPDATE offer_link SET expires_at = clock_timestamp() - interval '1 second'`)
    expect(await homeBy(token, code)).toBeNull()
    expect(await answerBy(token, code, yes, null)).toBe(false)
    expect(await heard()).toEqual([])
  })

  it('ends with the next one', async () => {
    const [first, second] = [await given(), await given()]
    expect([await homeBy(first.token, first.code), await homeBy(second.token, second.code)]).toEqual([
      null,
      expect.objectContaining({ rooms: 2 }),
    ])
  })

  it('cannot be read back: the database has neither the link nor its code', async () => {
    const { token, code } = await given()
    const kept = JSON.stringify(await r.kernel('SELECT * FROM offer_link'))
    const told = JSON.stringify(await r.kernel(`SELECT * FROM journal WHERE subject_id = $1`, [offer]))
    for (const secret of [token, token.replaceAll('-', ''), code])
      for (const place of [kept, told]) expect(place).not.toContain(`"${secret}"`)
    expect(kept).not.toContain(token.replaceAll('-', ''))
  })
})

describe('who gives a link', () => {
  it('is the mentor of the client, and nobody else', async () => {
    for (const who of [cast.officer, cast.regisseur, cast.secretary])
      expect(await giveLink(who, offer, null)).toHaveProperty('refusal')
    const stranger = await r.actor('mentor', 'eigen-pad')
    expect(await giveLink(stranger, offer, null)).toHaveProperty('refusal')
    for (const who of [cast.officer, stranger])
      expect(await asActor(who, (tx) => linkUntil(tx, offer))).toBeNull()
    const direct = await asActor(
      cast.officer,
      (tx) => tx.$queryRaw<{ u: null }[]>`SELECT app.open_offer_link(${offer}::uuid, 'a', 'b') AS u`,
    )
    expect(direct).toEqual([{ u: null }])
  })
})

describe('what comes of a link', () => {
  it('is the word of the client, once; the mentor confirms it, and the corporation reads nothing before', async () => {
    const { token, code } = await given()
    const both = await Promise.all([answerBy(token, code, no, null), answerBy(token, code, no, null)])
    expect(both.sort()).toEqual([false, true])
    expect(await answerBy(token, code, yes, null)).toBe(false)
    expect(await heard()).toEqual([['nee', 'huurTeHoog']])
    expect(await stageOf(offer)).toBe('proposed')
    const asOfficer = await asActor(cast.officer, (tx) => load(tx, 'officer', 'offer', offer))
    expect(JSON.stringify(asOfficer)).not.toContain('huurTeHoog')
    const rows = (who: typeof cast.officer) =>
      asActor(who, (tx) => tx.$queryRaw<object[]>`SELECT id FROM offer_client_word`)
    expect([await rows(cast.officer), await rows(cast.regisseur)]).toEqual([[], []])
    expect(await rows(cast.mentor)).toHaveLength(1)
    const news = await r.kernel<{ role: string }>(`SELECT role FROM outbox WHERE step = 'hearClient'`)
    expect(news).toEqual([{ role: 'mentor' }])
  })

  it('is not passed by without a word why', async () => {
    await expect(take(cast.mentor, 'acceptOffer', offer, { note: null })).rejects.toThrow(
      'otherThanClientSaid',
    )
    await take(cast.mentor, 'acceptOffer', offer, { note: 'De huurtoeslag kan toch' })
    expect(await stageOf(offer)).toBe('accepted')
  })

  it('a no without a reason, or a yes with one, is not taken and the link stays', async () => {
    const { token, code } = await given(other)
    for (const said of [
      { ...no, reason: null },
      { ...yes, reason: 'huurTeHoog' as const },
    ])
      expect(await answerBy(token, code, said, null)).toBe(false)
    expect(await heard(other)).toEqual([])
    expect(await homeBy(token, code)).not.toBeNull()
  })

  it('is nothing once the offer was withdrawn, and no link is given any more', async () => {
    const { token, code } = await given(other)
    await take(cast.officer, 'withdrawOffer', other, { withdrawnWhy: 'ongeschikt', note: 'Nee' })
    expect(await homeBy(token, code)).toBeNull()
    expect(await answerBy(token, code, yes, null)).toBe(false)
    expect(await giveLink(cast.mentor, other, null)).toHaveProperty('refusal')
  })
})

describe('of a client who must not be found', () => {
  it('no link is given, and one that is out shows nothing any more', async () => {
    const hidden = await propose(cast, await enter(r, cast, '42'), noor)
    const { token, code } = await given(hidden)
    await take(cast.mentor, 'describeSafety', noor, { threat: 'stalking', secrecy: 'geheim', note: null })
    expect(await homeBy(token, code)).toBeNull()
    expect(await giveLink(cast.mentor, hidden, null)).toEqual({ refusal: { reason: 'linkOfShielded' } })
  })
})
