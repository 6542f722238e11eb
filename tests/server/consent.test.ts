import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { today } from '@/server/clock'
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
const text = { how: 'mondeling', textLanguage: 'nl', textVersion: 1, on: null }
/** The client's yes, or the yes taken back; a first no is kept as well. */
const say = (recipient: string, category: Category, given: boolean, until: string | null = null) =>
  take(cast.mentor, 'recordConsent', kase, {
    recipient: r.organisations[recipient],
    categories: [category],
    given,
    until,
    ...text,
  })
const takeBack = (recipient: string, category: Category, who = cast.mentor) =>
  take(who, 'withdrawConsent', kase, {
    recipient: r.organisations[recipient],
    categories: [category],
    how: 'mondeling',
    on: null,
  })
const passOn = (category: Category) =>
  take(cast.officer, 'passOnWithdrawal', kase, { categories: [category], how: 'mondeling', on: null })
/** Puts a word straight into the table, as this person could without our steps. */
const slip = (who: Actor, given: boolean, recipient: string) =>
  asked(
    who,
    Prisma.sql`INSERT INTO case_consents (person_id, organisation_id, recorded_on, recipient, category, given, "on", until)
      SELECT DISTINCT r.person_id, ${who.organisationId}::uuid, app.today(), ${r.organisations[recipient]}::uuid, 'schulden', ${given}::boolean, app.today(), app.today()
      FROM relation r WHERE r.subject_id = ${kase}::uuid`,
  )
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
    await takeBack('domesta', 'schulden')
    expect(await asked(cast.officer, row)).toEqual([])
    expect(await debts()).toBeNull()
  })

  it('is nothing any more after the last day of the consent, without anyone doing anything', async () => {
    await say('domesta', 'schulden', true, today())
    expect(await debts()).not.toBeNull()
    await r.kernel('UPDATE case_consents SET until = until - 1')
    expect(await debts()).toBeNull()
    await say('domesta', 'schulden', true)
    expect(await debts()).not.toBeNull()
  })

  it('comes back when the client says yes again: the last word counts, and every word is kept', async () => {
    await say('domesta', 'schulden', true)
    await takeBack('domesta', 'schulden')
    await say('domesta', 'schulden', true)
    expect(await debts()).not.toBeNull()
    const words = (await see(cast.mentor, kase))?.of.consents as unknown as readonly { given: boolean }[]
    expect(words.map((w) => w.given)).toEqual([true, false, true])
  })

  it('is seen by the provider and the gemeente without it: their task needs it', async () => {
    expect(await debts(cast.mentor)).not.toBeNull()
    expect(await debts(cast.regisseur)).not.toBeNull()
  })
})

describe('a withdrawal', () => {
  const heard = () =>
    r.kernel<{ role: string; holder: string }>(
      `SELECT o.role, o.holder_id::text AS holder FROM outbox o
       WHERE o.subject_id = $1 AND o.step IN ('withdrawConsent', 'passOnWithdrawal') ORDER BY o.role`,
      [kase],
    )
  const at = { mentor: 'cosis', regisseur: 'emmen' } as const
  const news = (...roles: (keyof typeof at)[]) =>
    roles.map((role) => ({ role, holder: r.organisations[at[role]] }))

  it('that the landlord passes on closes its own view at once, and reaches mentor and regisseur', async () => {
    await say('domesta', 'schulden', true)
    await passOn('schulden')
    expect(await debts()).toBeNull()
    expect(await debts(lead)).toBeNull()
    expect(await heard()).toEqual(news('mentor', 'regisseur'))
  })

  it('by the regisseur or the coordinator is heard by the others', async () => {
    await say('domesta', 'schulden', true)
    await say('domesta', 'terugval', true)
    await takeBack('domesta', 'schulden', cast.regisseur)
    expect(await heard()).toEqual(news('mentor'))
    await takeBack('domesta', 'terugval', await r.actor('coordinator', 'emmen'))
    expect(await heard()).toEqual(news('mentor', 'mentor', 'regisseur'))
  })

  it('is all that others than the provider can write, and of a landlord only about itself', async () => {
    await say('domesta', 'schulden', true)
    const refused = '42501'
    expect(await slip(cast.officer, true, 'domesta')).toBe(refused)
    expect(await slip(cast.officer, false, 'lefier')).toBe(refused)
    expect(await slip(cast.regisseur, true, 'emmen')).toBe(refused)
    expect(await slip(lead, false, 'domesta')).toBe(refused)
    expect(await slip(cast.regisseur, false, 'lefier')).toEqual([])
    expect(await slip(cast.officer, false, 'domesta')).toEqual([])
    expect(await debts()).toBeNull()
  })

  it('leaves every word that was said where it was', async () => {
    const change = (sql: Prisma.Sql) => asked(cast.mentor, sql)
    await say('domesta', 'schulden', true)
    expect(await change(Prisma.sql`UPDATE case_consents SET given = false`)).toBe('42501')
    expect(await change(Prisma.sql`DELETE FROM case_consents`)).toBe('42501')
  })
})

describe('what a provider hears of arrears', () => {
  it('is the amount only with a consent to the provider itself; that there are arrears it hears without', async () => {
    await moveIn(cast, kase, offer)
    const arrears = { amount: 61_250, months: 1 }
    await remindAndHelp(cast, kase)
    await take(cast.officer, 'reportArrears', kase, arrears)
    const heard = async () => {
      const of = (await see(cast.mentor, kase))?.of
      return [(of?.arrears as unknown[] | null)?.length, (of?.arrearsSignal as unknown[] | null)?.length]
    }
    expect(await heard()).toEqual([undefined, 1])
    await say('cosis', 'huurachterstand', true)
    expect(await heard()).toEqual([1, 1])
    await takeBack('cosis', 'huurachterstand')
    expect(await heard()).toEqual([undefined, 1])
  })
})
