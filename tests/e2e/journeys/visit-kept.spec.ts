// A visit that did not arrive stands on the telephone, where the organisation allows it: sealed, for who typed it, until it arrives or they leave.
import { type Browser, expect, type Page } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { fill, labelled, signIn } from '../pages/page'
import { takeHeard, test } from '../pages/watched'
import { post } from './by-hand'
import { fresh } from './client'
import { keptIn, letKeep, storesIn } from './device'
import { onThePhone, presses, visitAnswers, visitStep } from './visiting'

const KEPT = 'Geen verbinding: op dit apparaat bewaard. We proberen het opnieuw.'
const noteOf = (phone: Page) => phone.getByLabel(labelled('Verslag'))
const found = (phone: Page) => phone.getByText(/^Op dit apparaat bewaard om \d\d:\d\d; nog niet verstuurd\.$/)

type Visit = { readonly phone: Page; readonly address: string; readonly note: string }

/** What is typed does not arrive, and stands on the device. */
async function typedInVain({ phone, address, note }: Visit) {
  await phone.route('**/drafts', (route) => route.abort('internetdisconnected'))
  await phone.goto(`${address}/steps/recordVisit`)
  await typed({ phone, address, note })
}

async function typed({ phone, note }: Visit) {
  await fill(phone, visitAnswers(note))
  await noteOf(phone).blur()
  await expect(phone.getByRole('status').filter({ hasText: KEPT })).toHaveCount(1)
  await phone.waitForTimeout(300)
  expect(await keptIn(phone)).not.toBe('')
}

/** Nothing that was typed, no name and no id can be read in what stands there. */
async function unreadable({ phone, address, note }: Visit) {
  const client = await phone.locator('main h1').innerText()
  const raw = await keptIn(phone)
  for (const word of [note, 'Bezoek', client, address.split('/').at(-1) ?? '', 'groen', 'recordVisit'])
    expect(raw, word).not.toContain(word)
}

/** The telephone threw the page out of its memory; the same session asks for it again, and it is sent once. */
async function putBack({ phone, address, note }: Visit) {
  await phone.reload()
  await expect(found(phone)).toBeVisible()
  expect(await axeFaults(phone)).toEqual([])
  await expect(noteOf(phone)).toHaveValue('')
  await phone.getByRole('button', { name: 'Zet terug in het formulier' }).click()
  await expect(noteOf(phone)).toHaveValue(note)
  await phone.unrouteAll()
  await presses(phone)
  await expect(phone.getByText(`Gelukt: ${visitStep}.`)).toBeVisible()
  expect(await keptIn(phone)).toBe('')
  await phone.goto(`${address}/file`)
  expect((await phone.locator('main').innerText()).split(note)).toHaveLength(2)
}

/** In the session of a colleague, in a browser that does not say what it keeps: thrown away unread. */
async function readByNobodyElse(visit: Visit, colleague: Page) {
  const { phone } = visit
  await typedInVain(visit)
  const own = await phone.context().cookies()
  await phone.context().clearCookies()
  await phone.context().addCookies(await colleague.context().cookies())
  await phone.reload()
  await expect.poll(() => keptIn(phone)).toBe('')
  await expect(found(phone)).toHaveCount(0)
  await phone.context().addCookies(own)
}

async function thrownAwayAndLeft(visit: Visit) {
  const { phone } = visit
  await typedInVain(visit)
  await phone.reload()
  await phone.getByRole('button', { name: 'Gooi weg' }).click()
  await expect.poll(() => keptIn(phone)).toBe('')
  await typed(visit)
  await phone.locator('summary', { hasText: 'Menu' }).click()
  await phone.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(phone.getByText('U bent uitgelogd')).toBeVisible()
  expect(await storesIn(phone)).toEqual([])
}

/** While somebody types: with the next word that arrives. At the next page for whoever kept more; and there is no key. */
async function forbidden(visit: Visit, admin: Page) {
  const { phone, address } = visit
  await typedInVain(visit)
  const mark = (await phone.context().cookies()).filter(({ name }) => name === 'device')
  expect(mark).toHaveLength(1)
  await letKeep(admin, 'verbieden')
  await phone.unrouteAll()
  await expect.poll(() => storesIn(phone)).toEqual([])
  expect((await post(phone, '/device', {})).status()).toBe(403)
  await phone.context().addCookies(mark)
  await phone.evaluate(() => localStorage.setItem('left', 'behind'))
  await phone.goto(address)
  expect(phone.url()).toContain(address)
  expect(await keptIn(phone)).toBe('')
  expect((await phone.context().cookies()).map(({ name }) => name)).not.toContain('device')
}

/** Whose session ended by itself, or who signs out without JavaScript, comes to this page. */
async function wipedAtTheDoor(phone: Page) {
  const door = () => phone.request.get('/login')
  expect((await door()).headers()['clear-site-data']).toBeUndefined()
  await phone.context().addCookies([{ name: 'device', value: 'before', domain: 'localhost', path: '/' }])
  expect((await door()).headers()['clear-site-data']).toBe('"storage"')
  expect((await door()).headers()['clear-site-data']).toBeUndefined()
}

async function everybody(browser: Browser) {
  const admin = await signIn(browser, 'Rachid Messaoudi', /^Beheerder/)
  await letKeep(admin, 'toestaan')
  expect(await axeFaults(admin)).toEqual([])
  const { phone, address } = await onThePhone(browser, 0, 'Anouk Slagter')
  // A telephone that throws its page away hands nothing over.
  await phone.addInitScript(() => {
    navigator.sendBeacon = () => false
  })
  return { admin, colleague: await signIn(browser, 'Henk-Jan Booij'), phone, address }
}

test('where it is allowed a visit that did not arrive stands on the telephone: sealed, for who typed it, until it arrives or they leave', async ({
  browser,
}) => {
  const { admin, colleague, phone, address } = await everybody(browser)
  const visit = { phone, address, note: `Bezoek ${fresh()}` }
  await typedInVain(visit)
  await unreadable(visit)
  await putBack(visit)
  await readByNobodyElse(visit, colleague)
  await thrownAwayAndLeft(visit)
  await phone.context().addCookies(await colleague.context().cookies())
  await forbidden(visit, admin)
  await wipedAtTheDoor(phone)
  takeHeard()
})
