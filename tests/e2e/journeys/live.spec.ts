// Two browsers at once: what one does, the other sees, within a second and only what they may see.
import { expect, type Page } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { fill, send, signIn } from '../pages/page'
import { takeHeard, test } from '../pages/watched'
import { profile } from './answers'
import { does, fresh, register } from './client'

const SOON = 1_000

const relapse = {
  'Signalen van terugval': 'Slaapt slecht',
  'Wat dan helpt': 'Rust',
  'Wanneer bellen': 'Geen contact in drie dagen',
}

/** The page listens: from here on it hears what others do. */
async function listens(page: Page, address: string) {
  // The page that was open may ask once more how it stands with its own line.
  const stream = page.waitForResponse(
    (answer) => answer.request().method() === 'GET' && new URL(answer.url()).pathname === '/live',
  )
  await page.goto(address)
  expect((await stream).status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The milliseconds until this can be seen on the page, from when the other one has its answer. */
async function seen(page: Page, what: string | RegExp, gone = false) {
  const from = performance.now()
  const text = page.getByRole('main').getByText(what).first()
  await (gone ? expect(text).toHaveCount(0, { timeout: SOON }) : expect(text).toBeVisible({ timeout: SOON }))
  return Math.round(performance.now() - from)
}

test('what a mentor writes stands on the open page of the gemeente within a second, and nothing on it moves', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const regisseur = await signIn(browser, 'Femke Bruinsma')
  const address = await register(mentor, `Zietstra-${fresh()}`)
  await listens(regisseur, `${address}/timeline`)
  const tab = regisseur.getByRole('link', { name: 'Overzicht', exact: true })
  await tab.focus()
  await does(mentor, address, ['writeProfile', 'Woonprofiel schrijven', profile])
  console.log(`seen after ${await seen(regisseur, 'Woonprofiel geschreven')} ms`)
  await expect(regisseur.getByText(/^Bijgewerkt om \d\d:\d\d\.$/)).toBeVisible()
  await expect(tab).toBeFocused()
  expect(await axeFaults(regisseur)).toEqual([])
})

test('a page that looks again when nobody answers any more stays as it is, and comes again once somebody does', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const regisseur = await signIn(browser, 'Femke Bruinsma')
  const address = await register(mentor, `Blijfstra-${fresh()}`)
  await listens(regisseur, `${address}/timeline`)
  // The line stays open: it is told that something changed, and what it asks for then gets no answer.
  let asked = 0
  await regisseur.route('**/*', (route) => {
    asked++
    return route.abort('internetdisconnected')
  })
  await does(mentor, address, ['writeProfile', 'Woonprofiel schrijven', profile])
  await expect.poll(() => asked).toBeGreaterThan(1)
  await regisseur.waitForTimeout(1_000)
  await expect(regisseur.getByText('Aanmelding begonnen')).toBeVisible()
  await expect(regisseur.getByText('Woonprofiel geschreven')).toHaveCount(0)
  await regisseur.unroute('**/*')
  expect(takeHeard().filter((said) => !/INTERNET_DISCONNECTED|Failed to fetch/.test(said))).toEqual([])
  await expect(regisseur.getByText('Woonprofiel geschreven').first()).toBeVisible({ timeout: 10_000 })
})

/** A client with a home, whom both of them know. */
async function known(mentor: Page, officer: Page) {
  await officer.goto('/cases?stage=aftercare')
  const links = await officer
    .locator('main tbody a[href^="/cases/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  for (const address of links) if ((await mentor.request.get(address)).ok()) return address
  throw new Error('They have no client in common')
}

/** Opens the page of what this client said about one kind of facts to the landlord. */
async function said(mentor: Page, address: string, facts: string) {
  await mentor.goto(`${address}/consents`)
  const table = mentor.getByRole('table', { name: 'Toestemmingen voor Domesta' })
  await table.getByRole('row', { name: facts }).getByRole('link').click()
  await expect(mentor.getByRole('heading', { level: 1, name: /^Toestemming:/ })).toBeVisible()
}

test('a consent that is withdrawn closes what it opened on the open page of the landlord', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const officer = await signIn(browser, 'Gea Wolters')
  const address = await known(mentor, officer)
  const whom = `Dienst ${fresh()}`
  await does(mentor, address, ['describeRelapse', 'Terugvalplan maken', { ...relapse, 'Wie bellen': whom }])
  await said(mentor, address, 'Wie bellen bij terugval')
  await send(mentor, 'Toestemming vastleggen', {
    'Zegt de cliënt ja?': 'Ja',
    'Hoe koos de cliënt?': 'In een gesprek',
    'Taal van de tekst': 'Nederlands',
  })
  await listens(officer, `${address}/file`)
  const opened = officer.getByText(whom)
  await expect(opened.first()).toBeVisible()
  await said(mentor, address, 'Wie bellen bij terugval')
  await fill(mentor, { 'Hoe zei de cliënt dit?': 'In een gesprek' })
  await send(mentor, 'Toestemming intrekken')
  const from = performance.now()
  await expect(opened).toHaveCount(0, { timeout: SOON })
  console.log(`closed after ${Math.round(performance.now() - from)} ms`)
})

test('what somebody is typing stays, and the page says that something changed', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const colleague = await signIn(browser, 'Stefan Tuin')
  const address = await register(mentor, `Typestra-${fresh()}`)
  await listens(colleague, `${address}/steps/writeProfile`)
  const field = colleague.getByLabel('Woonomgeving')
  await field.fill('Vlak bij haar zus')
  await does(mentor, address, ['writeProfile', 'Woonprofiel schrijven', profile])
  const news = colleague.getByRole('status').getByText('Er is intussen iets veranderd.')
  await expect(news).toBeVisible({ timeout: SOON })
  await expect(field).toHaveValue('Vlak bij haar zus')
  await expect(field).toBeFocused()
  expect(await axeFaults(colleague)).toEqual([])
  const other = colleague.context().waitForEvent('page')
  await news.getByRole('link', { name: 'Bekijk het op een nieuw tabblad' }).click()
  await expect((await other).getByRole('main').getByText('Woonprofiel geschreven').first()).toBeVisible()
  await expect(field).toHaveValue('Vlak bij haar zus')
})

test('one hears nothing of what one sends oneself', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Zelfstra-${fresh()}`)
  await listens(mentor, `${address}/steps/writeProfile`)
  const said: string[] = []
  await mentor.exposeFunction('said', (text: string) => said.push(text))
  await mentor.evaluate(() => {
    const watching = new MutationObserver(() => {
      for (const status of document.querySelectorAll('.ui-live p'))
        Reflect.get(window, 'said')(status.textContent)
    })
    watching.observe(document.body, { subtree: true, childList: true })
  })
  await send(mentor, 'Woonprofiel schrijven', profile)
  await mentor.waitForTimeout(1_500)
  expect(said).toEqual([])
})

test('a tab that was hidden shows what changed meanwhile when it is looked at again', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const regisseur = await signIn(browser, 'Femke Bruinsma')
  const address = await register(mentor, `Tabstra-${fresh()}`)
  await listens(regisseur, `${address}/timeline`)
  const turn = (hidden: boolean) =>
    regisseur.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: now })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await turn(true)
  await does(mentor, address, ['writeProfile', 'Woonprofiel schrijven', profile])
  await regisseur.waitForTimeout(SOON)
  await expect(regisseur.getByRole('main').getByText('Woonprofiel geschreven')).toHaveCount(0)
  await turn(false)
  await seen(regisseur, 'Woonprofiel geschreven')
})

test('a page that looks again by itself says that nobody is at it, and one that is opened does not', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const regisseur = await signIn(browser, 'Femke Bruinsma')
  const address = await register(mentor, `Rustra-${fresh()}`)
  await listens(regisseur, `${address}/timeline`)
  const cookies: string[] = []
  regisseur.on('request', async (asked) => {
    if (asked.headers().rsc) cookies.push((await asked.allHeaders()).cookie ?? '')
  })
  await does(mentor, address, ['writeProfile', 'Woonprofiel schrijven', profile])
  await seen(regisseur, 'Woonprofiel geschreven')
  expect(cookies.map((cookie) => cookie.includes('unattended=1'))).toEqual([true])
  await regisseur.waitForTimeout(500)
  await regisseur.getByRole('link', { name: 'Overzicht', exact: true }).click()
  await expect.poll(() => cookies.length).toBe(2)
  expect(cookies[1]).not.toContain('unattended')
})
