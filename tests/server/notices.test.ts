import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
import { addressOf, BASE, openOffice, type TestOffice } from '../support/office'
import { type Region, region, take } from '../support/region'

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
  kase = await register(r, cast)
  await office.clear()
})

const to = () => office.letters().map((letter) => letter.to)
const askMore = (id = kase) => take(cast.regisseur, 'askMore', id, { missing: 'Bewijs' })
const sendIntake = (id = kase) => take(cast.mentor, 'sendIntake', id)
/** Two pieces of news, one for each side; the case is as it was before. */
const andBack = async () => {
  await askMore()
  await sendIntake()
}

describe('a notice', () => {
  it('comes to everyone who has that role there, and to nobody else', async () => {
    const second = await r.actor('mentor', 'cosis', 'second mentor')
    await r.actor('mentor', 'leger-des-heils')
    await askMore()
    expect(await office.round()).toBe(2)
    expect(to().sort()).toEqual([addressOf(cast.mentor), addressOf(second)].sort())
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [second.membershipId])
    await sendIntake()
  })

  it('comes to nobody who left, whose account is closed, or who begins only later', async () => {
    const closed = await r.actor('regisseur', 'emmen', 'closed')
    const left = await r.actor('regisseur', 'emmen', 'left')
    const begins = await r.actor('regisseur', 'emmen', 'begins')
    await r.kernel('UPDATE account SET deactivated_at = now() WHERE id = $1', [closed.accountId])
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [left.membershipId])
    await r.kernel('UPDATE membership SET valid_from = current_date + 2 WHERE id = $1', [begins.membershipId])
    await askMore()
    await sendIntake()
    await office.round()
    expect(to()).toEqual(expect.arrayContaining([addressOf(cast.regisseur)]))
    for (const one of [closed, left, begins]) expect(to()).not.toContain(addressOf(one))
  })

  it('is not sent any more to whose account was closed while it waited', async () => {
    const leaver = await r.actor('mentor', 'cosis', 'leaver')
    await askMore()
    await office.round(15)
    await r.kernel('UPDATE account SET deactivated_at = now() WHERE id = $1', [leaver.accountId])
    await office.pass('20 minutes')
    await office.round(15)
    expect(to()).toEqual([addressOf(cast.mentor)])
    await sendIntake()
  })

  it('does not come to whoever took the step, in whatever other role they have', async () => {
    const both = await r.actor('regisseur', 'emmen', cast.mentor.name)
    expect(both.accountId).toBe(cast.mentor.accountId)
    await askMore()
    await office.clear()
    await sendIntake()
    await office.round()
    expect(to()).toEqual([addressOf(cast.regisseur)])
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [both.membershipId])
  })

  it('of a week ago is no news any more', async () => {
    await andBack()
    await office.pass('8 days')
    expect(await office.round()).toBe(0)
    expect(await r.kernel('SELECT 1 FROM outbox WHERE delivered_at IS NULL')).toEqual([])
  })
})

describe('news for one person', () => {
  it('waits a quarter of an hour and comes in one mail', async () => {
    await andBack()
    await andBack()
    expect(await office.round(15)).toBe(0)
    await office.pass('10 minutes')
    await andBack()
    expect(await office.round(15)).toBe(0)
    await office.pass('5 minutes')
    expect(await office.round(15)).toBe(2)
    expect(new Set(to()).size).toBe(2)
    // What comes after it is the next mail, and waits in its turn.
    await andBack()
    expect(await office.round(15)).toBe(0)
    await office.pass('16 minutes')
    expect(await office.round(15)).toBe(2)
  })

  it('of two organisations comes in one mail too, each with its own name and link', async () => {
    const both = await r.actor('mentor', 'leger-des-heils', cast.mentor.name)
    const here = { ...cast, mentor: await r.actor('mentor', 'leger-des-heils', 'colleague') }
    const other = await register(r, here)
    await askMore()
    await askMore(other)
    await office.round()
    const [letter] = office.letters().filter((one) => one.to === addressOf(both))
    expect(letter?.text).toContain(`Voor Cosis (Begeleider):\n\nAanmelding\n${BASE}/cases/${kase}`)
    expect(letter?.text).toContain(`${BASE}/cases/${other}`)
    expect(letter?.text.match(/^Voor /gm)).toHaveLength(2)
    await sendIntake()
  })

  it('is in the language that they chose, and in Dutch for who chose none', async () => {
    await r.kernel(`UPDATE account SET language = 'en' WHERE id = $1`, [cast.regisseur.accountId])
    await andBack()
    await office.round()
    const subjects = Object.fromEntries(office.letters().map((one) => [one.to, one.header('Subject')]))
    expect(subjects).toEqual({
      [addressOf(cast.mentor)]: 'Er is nieuws voor u in Thuistafel',
      [addressOf(cast.regisseur)]: 'There is news for you in Thuistafel',
    })
    await r.kernel('UPDATE account SET language = NULL')
  })

  it('names ten links at most, and says how many there are besides', async () => {
    for (let i = 0; i < 12; i++) await askMore(await register(r, cast))
    await office.round()
    const [letter] = office.letters().filter((one) => one.to === addressOf(cast.mentor))
    expect(letter?.text.match(/\/cases\//g)).toHaveLength(10)
    expect(letter?.text).toContain(`En nog 2. Kijk op uw werklijst: ${BASE}/`)
  })
})

describe('a step on which a home depends', () => {
  let home: string
  let offer: string
  beforeAll(async () => {
    home = await register(r, cast)
    await admit(r, cast, home)
    offer = await propose(cast, await enter(r, cast), home)
  })

  it('is told without a link to the client when the corporation lost sight of them', async () => {
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null })
    await office.round()
    const [letter] = office.letters().filter((one) => one.to === addressOf(cast.officer))
    expect(letter?.text).toContain(`Woning zoeken\n${BASE}/\n`)
    expect(letter?.text).not.toContain('/cases/')
  })

  it('is mailed at once, with all that waited', async () => {
    await moveIn(cast, home, await propose(cast, await enter(r, cast, '14'), home))
    await office.clear()
    const arrears = { amount: 61_250, months: 1 }
    await remindAndHelp(cast, home)
    await take(cast.officer, 'reportArrears', home, arrears)
    expect(await office.round(15)).toBe(0)
    const signal = { about: 'overlast', urgency: 'gewoon', text: 'Muziek in de nacht', functional: null }
    await take(cast.officer, 'raiseSignal', home, signal)
    await office.round(15)
    const [letter, ...others] = office.letters().filter((one) => one.to === addressOf(cast.mentor))
    expect(others).toEqual([])
    expect(letter?.header('Subject')).toBe('Kijk vandaag nog in Thuistafel')
    expect(await r.kernel('SELECT 1 FROM mail WHERE sent_at IS NULL')).toEqual([])
  })
})

describe('the worker', () => {
  it('does not send a mail twice beside another worker', async () => {
    for (let i = 0; i < 5; i++) await andBack()
    const rounds = await Promise.all(Array.from({ length: 6 }, () => office.round()))
    expect(rounds.reduce((sum, sent) => sum + sent, 0)).toBe(2)
    expect(new Set(office.letters().map((one) => one.header('Message-ID'))).size).toBe(2)
  })
})
