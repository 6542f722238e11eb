// Two websites are one: whichever gives an answer, it is the same person, the same session and the same form.
import { expect } from '@playwright/test'
import { profile } from '../e2e/journeys/answers'
import { at, fresh, register } from '../e2e/journeys/client'
import { send, signIn } from '../e2e/pages/page'
import { test } from '../e2e/pages/watched'

const website = (headers: Record<string, string>) => headers['x-website']

test('the requests of one person go to both', async ({ browser }) => {
  const page = await signIn(browser, 'Roos Ottens')
  const served = new Set<string | undefined>()
  for (let i = 0; i < 12; i++) served.add(website((await page.request.get('/')).headers()))
  expect([...served].sort()).toEqual(['1', '2'])
})

test('a form of one is taken by the other', async ({ browser }) => {
  const page = await signIn(browser, 'Roos Ottens')
  const pairs: string[] = []
  let opened = ''
  page.on('response', (answer) => {
    const one = website(answer.headers()) ?? ''
    if (answer.request().method() === 'POST') pairs.push(`${opened}${one}`)
    else if (answer.request().isNavigationRequest()) opened = one
  })
  const address = await register(page, `Tweelings-${fresh()}`)
  // An odd request in between turns the turns: some forms now go to whom they came from, and others to the other one.
  for (let i = 0; i < 4; i++) {
    await at(page, address, 'writeProfile')
    if (i % 2) await page.request.get('/api/health/live')
    await send(page, 'Woonprofiel schrijven', { ...profile, Woonomgeving: `Rustig ${i}` })
  }
  expect(pairs.length).toBeGreaterThan(3)
  expect(pairs.some(([a, b]) => a !== b)).toBe(true)
})

test('who signs out at one is signed out at the other', async ({ browser }) => {
  const page = await signIn(browser, 'Roos Ottens')
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: 'Uitloggen' }).first().click()
  await expect(page).toHaveURL(/\/login/)
  await page.context().addCookies(cookies)
  for (let i = 0; i < 2; i++) {
    const answer = await page.request.get('/', { maxRedirects: 0 })
    expect([307, 303]).toContain(answer.status())
  }
})
