// Somebody of another gemeente reads a case because a life depends on it, everyone responsible knows, and it is judged.
import { expect, type Page } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { addressOf, press, send, shows, signIn, summaryOf } from '../pages/page'
import { test } from '../pages/watched'
import { does, fresh, register } from './client'

const relapse = {
  'Signalen van terugval': 'Slaapt slecht',
  'Wat dan helpt': 'Rust en een wandeling',
  'Wie bellen': 'Zus Merel',
  'Wanneer bellen': 'Geen contact in drie dagen',
}
const why = 'Staat verward op straat, wij zoeken wie we kunnen bellen'
const pointing = (caseNumber: string) => ({
  'Wat er gebeurt': 'Iemand is in gevaar',
  'Waarom u dit moet lezen': why,
  Dossiernummer: caseNumber,
})

/** The number of the case that is open. */
const numberOn = async (page: Page) =>
  /ZOD-\d\d-\d{4,}/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? ''

/** Somebody looks for a case that is not theirs, is told how they can open it, and does. Returns the emergency. */
async function breakGlass(stranger: Page, number: string): Promise<string> {
  await stranger.goto('/cases')
  await stranger.getByRole('searchbox').fill(number)
  await stranger.getByRole('search').getByRole('button').click()
  await stranger
    .getByRole('search')
    .getByRole('link', { name: /Neem noodtoegang/ })
    .click()
  await shows(stranger, 'Noodtoegang nemen')
  await expect(stranger.getByText('Bel eerst 112')).toBeVisible()
  const short = { ...pointing(number), 'Waarom u dit moet lezen': 'spoed' }
  await press(stranger, 'Noodtoegang nemen', short)
  await expect(summaryOf(stranger)).toContainText('minstens 20 tekens')
  await press(stranger, 'Noodtoegang nemen', pointing('ZOD-26-99999'))
  await expect(summaryOf(stranger)).toContainText('We kunnen hiermee geen dossier openen')
  await send(stranger, 'Noodtoegang nemen', pointing(number))
  await shows(stranger, 'Noodtoegang')
  return addressOf(stranger)
}

/** Reads what helps, with the banner on every page, and finds every other page of the case shut. */
async function readsInEmergency(stranger: Page, address: string, family: string) {
  const banner = stranger.getByText(/Noodtoegang tot \d\d:\d\d uur/)
  await stranger.getByRole('link', { name: 'Open het dossier' }).click()
  await shows(stranger, new RegExp(family))
  await expect(banner).toBeVisible()
  await expect(stranger.getByText('Rust en een wandeling')).toBeVisible()
  await expect(stranger.getByText(/functionaris gegevensbescherming van .*Cosis/)).toBeVisible()
  await stranger.getByRole('link', { name: 'Overzicht', exact: true }).click()
  await expect(stranger.getByRole('heading', { name: 'Contact', exact: true })).toBeVisible()
  await expect(banner).toBeVisible()
  await expect(stranger.getByRole('heading', { name: 'Wat u nu kunt doen' })).toHaveCount(0)
  expect(await axeFaults(stranger)).toEqual([])
  for (const shut of ['/timeline', '/seen', '/shared', '/consents', '/check', '/steps/describeIdentity'])
    expect((await stranger.goto(address + shut))?.status(), shut).toBe(404)
}

/** The privacy officer finds it on their start page, sees who read what and no contents, and judges it. */
async function judges(privacy: Page, emergency: string, family: string) {
  await privacy.goto('/journal')
  await privacy.locator(`a[href="${emergency}"]`).click()
  await shows(privacy, 'Noodtoegang')
  await expect(privacy.getByText('Kevin Braam').first()).toBeVisible()
  await expect(privacy.getByRole('heading', { name: 'Wat is gelezen' })).toBeVisible()
  for (const hidden of [family, 'Rust en een wandeling'])
    await expect(privacy.getByText(hidden)).toHaveCount(0)
  await privacy.getByRole('link', { name: 'Noodtoegang beoordelen' }).click()
  await shows(privacy, 'Noodtoegang beoordelen')
  await send(privacy, 'Noodtoegang beoordelen', { Uitkomst: 'Terecht', 'Wat u vond': 'Er was gevaar' })
  await expect(privacy.getByText('Er was gevaar')).toBeVisible()
}

test('a case manager of another gemeente breaks the glass and reads; everyone responsible knows, and it is judged', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const mentor = await signIn(browser, 'Roos Ottens')
  const family = `Noodstra-${fresh()}`
  const address = await register(mentor, family)
  await does(mentor, address, ['describeRelapse', 'Terugvalplan maken', relapse])
  const number = await numberOn(mentor)

  const stranger = await signIn(browser, 'Kevin Braam')
  expect((await stranger.goto(address))?.status()).toBe(404)
  const emergency = await breakGlass(stranger, number)
  await readsInEmergency(stranger, address, family)

  const officer = await signIn(browser, 'Gea Wolters')
  for (const path of [address, `${address}/file`, emergency])
    expect((await officer.goto(path))?.status(), path).toBe(404)
  expect((await officer.goto('/emergencies/new'))?.status()).toBe(403)

  await mentor.goto(address)
  await expect(mentor.getByText('Iemand leest dit dossier nu met noodtoegang')).toBeVisible()
  await mentor.getByRole('link', { name: 'Lees waarom' }).click()
  await expect(mentor.getByText(why)).toBeVisible()
  await expect(mentor.getByRole('heading', { name: 'Wat is gelezen' })).toHaveCount(0)

  await judges(await signIn(browser, 'Carla Smid'), emergency, family)
  expect((await stranger.goto(address))?.status()).toBe(404)
  await stranger.goto(emergency)
  await expect(stranger.getByText('Er was gevaar')).toBeVisible()
})

test('whoever opened it stops at once, and the case is gone', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Stopstra-${fresh()}`)
  const number = await numberOn(mentor)
  const stranger = await signIn(browser, 'Tjeerd Hoekstra')
  await stranger.goto('/emergencies/new')
  await send(stranger, 'Noodtoegang nemen', pointing(number))
  await stranger.getByRole('link', { name: 'Open het dossier' }).click()
  await stranger.getByRole('link', { name: 'Stop nu' }).click()
  await shows(stranger, 'Noodtoegang stoppen')
  await send(stranger, 'Noodtoegang stoppen')
  await expect(stranger.getByRole('link', { name: 'Open het dossier' })).toHaveCount(0)
  expect((await stranger.goto(address))?.status()).toBe(404)
})
