// A client says yes or no to a home by a link: without an account, without JavaScript, on a phone, once.
import { type Browser, expect, type Page } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { openStep, send, shows, signIn, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { takenBefore } from './before'
import { fresh } from './client'

type Offered = { readonly offer: string; readonly name: string; readonly street: string }

const PHONE = { viewport: { width: 360, height: 740 } }

/** The mentor makes a link: it and its code stand on the page this once. */
async function made(mentor: Page, { offer }: Offered) {
  await mentor.goto(offer)
  await openStep(mentor, 'Cliënt zelf laten antwoorden')
  await mentor.getByRole('button', { name: 'Link maken', exact: true }).click()
  const link = await mentor.getByText(/\/answer\//).textContent()
  const code = await mentor.getByText(/^\d{3} \d{3}$/).textContent()
  expect(await axeFaults(mentor)).toEqual([])
  await mentor.emulateMedia({ media: 'print' })
  await expect(mentor.getByText(/\/answer\//)).toBeVisible()
  for (const kept of [code ?? '', 'Roos Ottens', 'Cliënt zelf laten antwoorden'])
    for (const said of await mentor.locator('main').getByText(kept).all()) await expect(said).toBeHidden()
  await mentor.emulateMedia({ media: 'screen' })
  await mentor.reload()
  await expect(mentor.getByText(/\/answer\//)).toHaveCount(0)
  await expect(mentor.getByText(/^De cliënt heeft een link om zelf te antwoorden/)).toBeVisible()
  return { path: new URL(link ?? '').pathname, code: code ?? '' }
}

const asks = async (page: Page, code: string) => {
  await page.getByLabel('De code').fill(code)
  await page.getByRole('button', { name: 'Bekijk de woning' }).click()
}

type Link = { readonly path: string; readonly code: string }

const REFUSED = 'De code klopt niet, of de link werkt niet meer.'

/** Whoever finds the link sees a question; with its code the home, and nothing else of the case. Looking uses nothing up. */
async function looks(browser: Browser, { path, code }: Link, { name, street }: Offered) {
  const client = await visitor(browser, PHONE)
  const answer = await client.goto(path)
  const kept = { 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' }
  expect(answer?.headers()).toMatchObject(kept)
  await expect(client.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
  await shows(client, 'Uw antwoord op een woning')
  expect(await client.content()).not.toContain(street)
  await asks(client, code === '000 000' ? '000001' : '000000')
  await expect(client.getByText(REFUSED).first()).toBeVisible()
  await asks(client, code)
  await expect(client.getByText(street)).toBeVisible()
  expect(await axeFaults(client)).toEqual([])
  const page = await client.content()
  for (const secret of [name, 'ZOD-', 'Cosis', 'Roos Ottens']) expect(page).not.toContain(secret)
}

/** Without JavaScript as well: a no asks why, and is given once. */
async function saysNo(browser: Browser, { path, code }: Link) {
  const client = await visitor(browser, { ...PHONE, javaScriptEnabled: false })
  await client.goto(path)
  await asks(client, code)
  await client.getByRole('radio', { name: 'Nee, ik wil deze woning niet' }).check()
  await client.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(client.getByText('Kies waarom u de woning niet wilt.').first()).toBeVisible()
  await client.getByLabel(/^Zegt u nee: waarom\?/).selectOption({ label: 'Huur te hoog' })
  await client.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(client.getByText('Uw antwoord is binnen')).toBeVisible()
  await client.goto(path)
  await asks(client, code)
  await expect(client.getByText(REFUSED).first()).toBeVisible()
}

test('a client says no to a home by a link, and the mentor confirms it', async ({ browser }) => {
  const [offered, mentor] = await Promise.all([
    takenBefore<Offered>('offered-home', [fresh()]),
    signIn(browser, 'Roos Ottens'),
  ])
  const link = await made(mentor, offered)
  await looks(browser, link, offered)
  await saysNo(browser, link)
  await mentor.goto(offered.offer)
  await expect(mentor.getByRole('heading', { name: 'Wat de cliënt zelf zei' })).toBeVisible()
  await mentor.getByRole('link', { name: 'Bevestig dit antwoord' }).click()
  await expect(mentor.getByLabel('Reden')).toHaveValue('huurTeHoog')
  await send(mentor, 'Aanbod weigeren')
})
