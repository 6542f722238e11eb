// Who chose when to hear by mail hears then: each event once, in one mail.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type MailChoice, usualChoice } from '@/domain/notices/choice'
import { choiceOf } from '@/features/notices/choose'
import { asActor, asNobody } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { keepMailChoice, mailChoiceOf } from '@/server/notices/choices'
import { type Cast, castOf, register } from '../support/main-job'
import { addressOf, BASE, openOffice, type TestOffice } from '../support/office'
import { type Region, region, take } from '../support/region'
import { asked } from './sight'

let r: Region
let cast: Cast
let office: TestOffice
let kase: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
})
afterAll(async () => {
  await office.close()
  await r.close()
})
beforeEach(async () => {
  await r.kernel('DELETE FROM mail_choice')
  kase = await register(r, cast)
  await office.clear()
})

const chooses = (who: Actor, choice: Partial<MailChoice>) =>
  asActor(who, (tx) => keepMailChoice(tx, { ...usualChoice, ...choice }))
const askMore = (id = kase) => take(cast.regisseur, 'askMore', id, { missing: 'Bewijs' })
const lettersTo = (who: Actor) => office.letters().filter(({ to }) => to === addressOf(who))
const waiting = (digest: boolean) =>
  r.kernel<{ news: object[] }>('SELECT news FROM mail WHERE attempts = 0 AND digest = $1', [digest])

describe('a choice', () => {
  it('is kept for the person, whatever role they work in, and read by nobody else', async () => {
    const both = await r.actor('regisseur', 'emmen', cast.mentor.name)
    await chooses(cast.mentor, { usual: 'daily', quiet: { from: 20, until: 7 } })
    expect(await asActor(both, mailChoiceOf)).toMatchObject({ usual: 'daily', quiet: { from: 20, until: 7 } })
    expect(await asActor(cast.regisseur, mailChoiceOf)).toEqual(usualChoice)
    expect(await asked(cast.regisseur, Prisma.sql`SELECT 1 FROM mail_choice`)).toEqual([])
    expect(await asked(cast.mentor, Prisma.sql`UPDATE mail_choice SET choice = '{}'`)).toBe('42501')
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [both.membershipId])
  })

  it('of a form cannot turn off what must be told, nor hold anything that it does not know', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({
      usual: 'never',
      breakGlass: 'never',
      askMore: 'daily',
      acceptIntake: 'sometimes',
      unknown: 'never',
      quietFrom: '22',
      quietUntil: '99',
    }))
      form.set(name, value)
    expect(choiceOf(form, usualChoice, ['breakGlass', 'askMore', 'acceptIntake'])).toEqual({
      usual: 'never',
      per: { askMore: 'daily' },
      quiet: null,
      workingDays: false,
    })
  })
})

describe('word of a step', () => {
  it('comes in one mail, once, to whoever chose nothing', async () => {
    await askMore()
    await office.round()
    await office.round()
    expect(lettersTo(cast.mentor)).toHaveLength(1)
  })

  it('comes once a day as a count with a link, and not at once', async () => {
    await chooses(cast.mentor, { usual: 'daily' })
    await askMore()
    await askMore(await register(r, cast))
    await office.round()
    expect(lettersTo(cast.mentor)).toEqual([])
    await office.pass('1 day')
    await office.round()
    await office.round()
    const [letter, ...others] = lettersTo(cast.mentor)
    expect(others).toEqual([])
    expect(letter?.header('Subject')).toBe('Uw overzicht van vandaag in Thuistafel')
    expect(letter?.text).toContain(`Voor Cosis (Begeleider): 2 meldingen\n\n${BASE}/notices\n`)
    expect(letter?.text).not.toContain('/cases/')
  })

  it('of which somebody does not want to hear comes in no mail, but stands in the application', async () => {
    await chooses(cast.mentor, { per: { askMore: 'never' } })
    await askMore()
    await office.round()
    expect([...(await waiting(true)), ...(await waiting(false))]).toEqual([])
    const { unreadNotices } = await import('@/server/notices/inbox')
    expect(await asNobody((one) => unreadNotices(one, cast.mentor))).toBeGreaterThan(0)
  })

  it('is in one mail of two when one kind of news comes at once and another once a day', async () => {
    await chooses(cast.mentor, { usual: 'daily', per: { acceptIntake: 'atOnce' } })
    await askMore()
    await take(cast.mentor, 'sendIntake', kase)
    await take(cast.regisseur, 'acceptIntake', kase)
    await office.round()
    expect(lettersTo(cast.mentor)).toHaveLength(1)
    expect((await waiting(true)).map(({ news }) => news.length)).toEqual([1])
  })

  it('comes at once to a colleague who chose nothing', async () => {
    await chooses(cast.mentor, { usual: 'never' })
    const second = await r.actor('mentor', 'cosis', 'second mentor')
    await askMore()
    await office.round()
    expect(lettersTo(cast.mentor)).toEqual([])
    expect(lettersTo(second)).toHaveLength(1)
  })
})

it('news that was taken and could not be put into a mail is there in the next round', async () => {
  await askMore()
  const killed = office.client.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT * FROM app.take_news(500)`
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  await office.round()
  expect(lettersTo(cast.mentor)).toHaveLength(1)
})
