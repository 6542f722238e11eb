import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { Prisma } from '@/server/db/client'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { asked, see } from './sight'

const NUMBER = '111222333'
const OTHER = '123456782'
const HIDDEN = '987654329'

let r: Region
let cast: Cast
let kase: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await register(r, cast)
  await take(cast.mentor, 'recordBsn', kase, { number: NUMBER })
})
afterAll(() => r.close())

const stored = async () => {
  const [row] = await r.kernel<{ number: string }>(
    'SELECT b.number FROM case_bsn b JOIN spine s ON s.person_id = b.person_id WHERE s.id = $1',
    [kase],
  )
  return row?.number ?? ''
}

const known = async (who: Actor, at: string) => (await see(who, at))?.of.bsnCheck

describe('a burgerservicenummer of somebody who is known already', () => {
  it('is told to whoever records it, as known and no more; also when it was typed with spaces', async () => {
    expect(await known(cast.mentor, kase)).toEqual({ known: false })
    const mentor = await r.actor('mentor', 'leger-des-heils', 'Mees Aalders')
    const second = await register(r, { ...cast, mentor })
    await take(mentor, 'recordBsn', second, { number: '111 222 333' })
    expect(await known(mentor, second)).toEqual({ known: true })
    expect(await known(cast.mentor, kase)).toEqual({ known: false })
    expect(await see(mentor, kase)).toBeNull()
  })

  it('is not called known for the person whose it is, nor for another number', async () => {
    await take(cast.regisseur, 'recordBsn', kase, { number: OTHER })
    expect(await known(cast.mentor, kase)).toEqual({ known: false })
    await take(cast.regisseur, 'recordBsn', kase, { number: OTHER })
    expect(await known(cast.mentor, kase)).toEqual({ known: false })
    await take(cast.regisseur, 'recordBsn', kase, { number: NUMBER })
  })

  it('is not called known while their case is shielded: whoever looks for them learns nothing by their number', async () => {
    const hidden = await register(r, cast)
    await take(cast.mentor, 'recordBsn', hidden, { number: HIDDEN })
    await take(cast.mentor, 'describeSafety', hidden, { threat: 'stalking', secrecy: 'geheim', note: null })
    const mentor = await r.actor('mentor', 'leger-des-heils', 'Mees Aalders')
    const search = await register(r, { ...cast, mentor })
    await take(mentor, 'recordBsn', search, { number: HIDDEN })
    expect(await known(mentor, search)).toEqual({ known: false })
  })

  it('is asked by nobody outside that step, and its print is read by nobody', async () => {
    const question = Prisma.sql`SELECT app.bsn_known(ARRAY['x'], ${kase}::uuid) AS known`
    expect(await asked(cast.officer, question)).toEqual([{ known: null }])
    expect(await asked(cast.mentor, Prisma.sql`SELECT * FROM bsn_print`)).toBe('42501')
    const prints = await r.kernel<{ print: string }>('SELECT print FROM bsn_print')
    expect(prints.length).toBeGreaterThan(1)
    for (const { print } of prints) expect(print).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is not found by trying numbers: after thirty in an hour nobody records one, and each stands in the journal', async () => {
    const who = await r.actor('regisseur', 'emmen', 'Thea Veel')
    const outcomes: string[] = []
    for (let n = 0; n < 31; n++) {
      const outcome = await attempt(who, 'recordBsn', kase, { number: OTHER })
      outcomes.push('refusal' in outcome ? outcome.refusal.reason : 'done')
    }
    expect(outcomes.slice(0, 30)).toEqual(Array(30).fill('done'))
    expect(outcomes[30]).toBe('tooManyNumbers')
    const recorded = await r.kernel<{ n: number }>(
      `SELECT count(*)::int AS n FROM journal WHERE step = 'recordBsn' AND account_id = $1`,
      [who.accountId],
    )
    expect(recorded).toEqual([{ n: 30 }])
    await take(cast.regisseur, 'recordBsn', kase, { number: NUMBER })
  })
})

describe('a burgerservicenummer', () => {
  it('stands in the database only sealed, also for whoever reads all tables', async () => {
    expect(await stored()).not.toContain(NUMBER)
    expect(Buffer.from(await stored(), 'base64').toString('latin1')).not.toContain(NUMBER)
    const everywhere = await r.kernel<{ text: string }>(
      `SELECT to_jsonb(j)::text AS text FROM journal j UNION ALL SELECT to_jsonb(x)::text FROM outbox x`,
    )
    expect(everywhere.some(({ text }) => text.includes(NUMBER))).toBe(false)
  })

  it('is sealed differently each time, so that two equal numbers do not look alike', async () => {
    const before = await stored()
    await take(cast.regisseur, 'recordBsn', kase, { number: NUMBER })
    expect(await stored()).not.toBe(before)
  })

  it('opens for the mentor and the regisseur, who have a task for it', async () => {
    for (const who of [cast.mentor, cast.regisseur])
      expect((await see(who, kase))?.of.bsn).toEqual({ number: NUMBER })
  })

  it('is not there for anyone else, not even sealed', async () => {
    await admit(r, cast, kase)
    await propose(cast, await enter(r, cast), kase)
    const others = [
      cast.officer,
      cast.chair,
      cast.secretary,
      await r.actor('coordinator', 'emmen'),
      await r.actor('zorgLead', 'cosis'),
      await r.actor('gemeenteLead', 'emmen'),
    ]
    for (const who of others) {
      const seen = await see(who, kase)
      expect([who.role, seen?.shared.has('bsn'), seen?.of.bsn]).toEqual([who.role, false, null])
      expect(await asked(who, Prisma.sql`SELECT * FROM case_bsn`)).toEqual([])
    }
    expect(await attempt(cast.chair, 'recordBsn', kase, { number: NUMBER })).toEqual({
      refusal: { reason: 'notYourRole' },
    })
  })

  it('that was changed in the database does not open: it is never shown wrong', async () => {
    const bytes = Buffer.from(await stored(), 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await r.kernel('UPDATE case_bsn SET number = $1', [bytes.toString('base64')])
    await expect(see(cast.mentor, kase)).rejects.toThrow()
  })
})
