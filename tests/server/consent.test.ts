import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { Prisma } from '@/server/db/client'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { type Region, region, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let lead: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  lead = await r.actor('corporatieLead', 'domesta')
})
afterAll(() => r.close())

let kase: string
let offer: string
beforeEach(async () => {
  kase = await register(r, cast)
  await admit(r, cast, kase)
  offer = await propose(cast, await enter(r, cast), kase)
})

type Category = 'schulden' | 'verslaving' | 'terugval' | 'woongeschiedenis' | 'huurachterstand'
const say = (recipient: string, category: Category, given: boolean) =>
  take(cast.mentor, 'recordConsent', kase, {
    recipient: r.organisations[recipient],
    categories: [category],
    given,
    on: null,
  })
const debts = async (who = cast.officer) => (await see(who, kase))?.of.debtSummary

describe('what a landlord hears of debts', () => {
  it('is nothing without the client saying yes', async () => {
    expect(await debts()).toBeNull()
    expect((await see(cast.officer, kase))?.shared.has('debtSummary')).toBe(false)
  })

  it('is whether they are regulated, once the client said yes to this corporation', async () => {
    await say('domesta', 'schulden', true)
    expect(await debts()).toEqual({ regulated: 'geregeld', rentDebt: false })
    expect(await debts(lead)).toEqual({ regulated: 'geregeld', rentDebt: false })
    expect((await see(cast.officer, kase))?.of.debts).toBeNull()
  })

  it('is nothing when the yes was to another corporation, or about something else', async () => {
    await say('lefier', 'schulden', true)
    await say('domesta', 'woongeschiedenis', true)
    expect(await debts()).toBeNull()
  })

  it('is nothing again from the moment the client says no, also past the application', async () => {
    await say('domesta', 'schulden', true)
    const row = Prisma.sql`SELECT 1 AS found FROM case_debt_summary WHERE subject_id = ${kase}::uuid`
    expect(await asked(cast.officer, row)).toEqual([{ found: 1 }])
    await say('domesta', 'schulden', false)
    expect(await asked(cast.officer, row)).toEqual([])
    expect(await debts()).toBeNull()
  })

  it('comes back when the client says yes again: the last word counts, and every word is kept', async () => {
    for (const given of [true, false, true]) await say('domesta', 'schulden', given)
    expect(await debts()).not.toBeNull()
    const words = (await see(cast.mentor, kase))?.of.consents as unknown as readonly { given: boolean }[]
    expect(words.map((w) => w.given)).toEqual([true, false, true])
  })

  it('is seen by the provider and the gemeente without it: their task needs it', async () => {
    expect(await debts(cast.mentor)).not.toBeNull()
    expect(await debts(cast.regisseur)).not.toBeNull()
  })
})

describe('what a provider hears of arrears', () => {
  it('is the amount only with a consent to the provider itself; that there are arrears it hears without', async () => {
    await moveIn(cast, kase, offer)
    const arrears = {
      amount: 61_250,
      months: 1,
      reminded: true,
      contacted: true,
      helpOffered: true,
      objected: false,
    }
    await take(cast.officer, 'reportArrears', kase, arrears)
    const heard = async () => {
      const of = (await see(cast.mentor, kase))?.of
      return [(of?.arrears as unknown[] | null)?.length, (of?.arrearsSignal as unknown[] | null)?.length]
    }
    expect(await heard()).toEqual([undefined, 1])
    await say('domesta', 'huurachterstand', true)
    expect(await heard()).toEqual([undefined, 1])
    await say('cosis', 'huurachterstand', true)
    expect(await heard()).toEqual([1, 1])
    await say('cosis', 'huurachterstand', false)
    expect(await heard()).toEqual([undefined, 1])
  })
})
