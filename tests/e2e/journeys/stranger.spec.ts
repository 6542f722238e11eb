// Whoever has no part in a case finds nothing of it, on no page and in no answer of the server.
import { type Browser, expect, type Page } from '@playwright/test'
import { leadingBack } from '../../../src/paths'
import { addressOf, signIn, signInAt, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { exclusion } from './answers'
import { type Form, formOf, post } from './by-hand'
import { does, fresh, register } from './client'
import { bringIn } from './housed'

type Hidden = { address: string; number: string; family: string; reason: string }

/** A case of Cosis in Emmen with a name and a reason that nobody else may read. */
async function hiddenCase(mentor: Page): Promise<Hidden> {
  const mark = fresh()
  const family = `Verborgen-${mark}`
  const reason = `Kanarie ${mark}`
  const address = await register(mentor, family)
  const [name, label, answers] = exclusion
  await does(mentor, address, [name, label, { ...answers, Reden: reason }])
  const heading = (await mentor.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const number = /[A-Z]{3}-\d\d-\d+/.exec(heading)?.[0] ?? ''
  expect(number).not.toBe('')
  return { address, number, family, reason }
}

/** Someone from each direction who has no part in a case of Cosis in Emmen. */
const strangersOf = async (browser: Browser): Promise<Page[]> => [
  await signIn(browser, 'Niels Fidom'),
  await signIn(browser, 'Geert Bosscher'),
  await signIn(browser, 'Wietske Dekker'),
  await signIn(browser, 'Shanti Jagesar'),
  await signIn(browser, 'Samira Benhaddou'),
]

/** Neither the page nor the data behind it says any of these words. */
async function saysNothing(page: Page, path: string, words: readonly string[], status?: number) {
  const html = await page.request.get(path, { maxRedirects: 0 })
  const data = await page.request.get(path, { headers: { RSC: '1' } })
  if (status) expect(html.status(), path).toBe(status)
  for (const answer of [html, data]) {
    expect(answer.status(), path).toBeLessThan(500)
    const body = await answer.text()
    for (const word of words) expect(body, `${path} says ${word}`).not.toContain(word)
  }
}

const pagesOf = (address: string) => [
  address,
  ...['file', 'timeline', 'check'].map((page) => `${address}/${page}`),
  ...['writeProfile', 'sendIntake', 'recordConsent', 'carryOutDecision'].map((s) => `${address}/steps/${s}`),
]
const lists = ['/', '/cases', '/cases?stage=intake', '/tafels', '/dwellings']

test('a case is not there for who has no part in it: no page, no list, no word of it', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const { address, number, family, reason } = await hiddenCase(mentor)
  const words = [number, family, reason]
  await expect((await mentor.request.get(`${address}/file`)).text()).resolves.toContain(reason)
  for (const stranger of await strangersOf(browser)) {
    for (const path of pagesOf(address)) await saysNothing(stranger, path, words, 404)
    for (const path of lists) await saysNothing(stranger, path, words)
  }
  const nobody = await visitor(browser)
  for (const path of [...pagesOf(address), ...lists]) {
    await saysNothing(nobody, path, words, 307)
    const { location } = (await nobody.request.get(path, { maxRedirects: 0 })).headers()
    expect(location).toBe(leadingBack('/login', path))
  }
})

/** The first of a list that leads to a subject of this kind. */
async function firstOf(page: Page, list: string, kind: string): Promise<string> {
  await page.goto(list)
  return (
    (await page
      .locator(`main a[href^="/${kind}/"]:not([href$="/new"], [href$="/import"], [href*="/views"])`)
      .first()
      .getAttribute('href')) ?? ''
  )
}

test('an offer, a dwelling and a tafel are not there for who has no part in them', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  await mentor.goto(await firstOf(mentor, '/cases?stage=aftercare', 'cases'))
  const housed = addressOf(mentor)
  const offer = (await mentor.locator('main a[href^="/offers/"]').first().getAttribute('href')) ?? ''
  const landlord =
    (await mentor
      .locator('dt', { hasText: /^Corporatie$/ })
      .locator('+ dd')
      .textContent()) ?? ''
  const other = ['Domesta', 'Lefier', 'Woonservice'].find((name) => !landlord.includes(name)) ?? ''
  const owner = await signInAt(browser, landlord, 'Medewerker huisvesting')
  const dwelling = await bringIn(owner, fresh().slice(-6), {
    gemeente: 'Gemeente Emmen',
    postcode: '7811 AB',
  })
  const tafel = await firstOf(mentor, '/tafels', 'tafels')
  const home = [housed, `${housed}/file`, offer, `${offer}/steps/withdrawOffer`]
  const roof = [dwelling, `${dwelling}/steps/blockDwelling`, `${dwelling}/candidates/0A1B2C3D`]
  const table = [tafel, `${tafel}/steps/openTafel`]
  const closed: [Page, string[]][] = [
    [await signIn(browser, 'Niels Fidom'), [...home, ...roof]],
    [await signInAt(browser, other, 'Medewerker huisvesting'), [...home, ...roof]],
    [await signIn(browser, 'Shanti Jagesar'), [...home, ...roof, ...table]],
    [await signIn(browser, 'Samira Benhaddou'), [...home, ...roof, ...table]],
  ]
  for (const [stranger, paths] of closed) for (const path of paths) await saysNothing(stranger, path, [], 404)
  expect((await mentor.request.get(offer)).status()).toBe(200)
})

const profile = {
  dwelling: 'Ingebroken',
  groundFloor: 'no',
  accessibility: 'ZON',
  environment: 'Ingebroken',
  supportAtHome: 'Ingebroken',
  landing: 'Ingebroken',
  carefulMatch: 'no',
}

/** What the mentor finds of the case now. */
async function stateOf(mentor: Page, address: string): Promise<string> {
  const texts: string[] = []
  for (const path of [`${address}/timeline`, `${address}/file`]) {
    await mentor.goto(path)
    texts.push(await mentor.getByRole('main').innerText())
  }
  return texts.join('\n')
}

/** Every way to bend the form; `who` sends it. */
async function bent(
  mentor: Page,
  strangers: Page[],
  form: Form,
): Promise<[Page, Form, Record<string, string>?][]> {
  const { key: _key, ...keyless } = form
  const id = crypto.randomUUID()
  return [
    ...strangers.map((who): [Page, Form] => [who, form]),
    [mentor, { ...form, step: 'carryOutDecision' }],
    [mentor, { ...form, step: 'startTenancy' }],
    [mentor, { ...form, step: 'acceptIntake' }],
    [mentor, { ...form, step: 'bestaatNiet' }],
    [mentor, { ...form, step: '__proto__' }],
    [mentor, { ...form, subject: id }],
    [mentor, { ...form, subject: "' OR 1=1 --" }],
    [mentor, { ...form, subject: '' }],
    [mentor, { ...form, version: '-1' }],
    [mentor, keyless],
    [mentor, form, { origin: 'https://elders.example' }],
    [mentor, form, {}],
  ]
}

test('a form that is sent by hand changes nothing of what is not yours', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const { address } = await hiddenCase(mentor)
  const path = `${address}/steps/writeProfile`
  const form = { ...(await formOf(mentor, path)), ...profile }
  const before = await stateOf(mentor, address)
  const strangers = [...(await strangersOf(browser)), await visitor(browser)]
  await strangers.at(-1)?.goto('/login')
  for (const [who, sent, headers] of await bent(mentor, strangers, form))
    for (const to of [path, '/cases/new'])
      expect((await post(who, to, sent, headers)).status(), JSON.stringify([to, sent, headers])).toBeLessThan(
        500,
      )
  expect(await stateOf(mentor, address)).toBe(before)
  // The same form from the one whose case it is counts: what kept it out above was not its shape.
  const own = await post(mentor, path, form)
  expect(own.headers().location).toContain('done=writeProfile')
  expect(await stateOf(mentor, address)).toContain('Ingebroken')
})

test('an address that somebody made up is not there', async ({ browser }) => {
  const officer = await signIn(browser, 'Gea Wolters')
  const id = crypto.randomUUID()
  for (const kind of ['cases', 'dwellings', 'offers', 'tafels'])
    for (const made of ['1', `${id}0`, id, '%27%20OR%201=1', '%F0%9F%8F%A0'])
      for (const page of ['', '/steps/openCase', '/steps/toString'])
        expect(
          (await officer.request.get(`/${kind}/${made}${page}`)).status(),
          `${kind}/${made}${page}`,
        ).toBe(404)
  for (const path of ['/cases?stage=%00&after=%00', '/cases?after=a&after=b', '/?after=9999-99-99_x'])
    expect((await officer.request.get(path)).status(), path).toBe(200)
})
