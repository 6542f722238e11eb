// A client on the way, quickly: each step by its own address, without a look at every page.
import { expect, type Page } from '@playwright/test'
import { type Answers, addressOf, send } from '../pages/page'
import { type Part, parts, registration } from './answers'

/** A mark that no other test and no other run has. */
export const fresh = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 5)}`

/** Opens the page of a step by its address. */
export async function at(page: Page, address: string, name: string) {
  await page.goto(`${address}/steps/${name}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Goes on from page to page of the list that is open, until this client is on it: others register theirs meanwhile. */
export async function turnTo(page: Page, name: string) {
  const link = page.getByRole('link', { name })
  while ((await link.count()) === 0) {
    const next = page.getByRole('navigation').getByRole('link', { name: 'Volgende', exact: true })
    await page.goto((await next.getAttribute('href', { timeout: 5_000 })) as string)
  }
}

/** Takes a step by its address. */
export async function does(page: Page, address: string, [name, label, answers]: Part) {
  await at(page, address, name)
  await send(page, label, answers)
}

/** A mentor begins an aanmelding; the address of the new case. */
export async function register(mentor: Page, familyName: string, more: Answers = {}): Promise<string> {
  await mentor.goto('/cases/new')
  await send(mentor, 'Cliënt aanmelden', { ...registration(familyName), ...more })
  return addressOf(mentor)
}

/** A mentor begins an aanmelding, fills in all parts and sends it. */
export async function registerAndSend(mentor: Page, familyName: string): Promise<string> {
  const address = await register(mentor, familyName)
  for (const part of parts) await does(mentor, address, part)
  await mentor.goto(`${address}/check`)
  await send(mentor, 'Aanmelding versturen')
  return address
}

/** Plans an uitstroomtafel at this place; its address. */
export async function planTafel(secretary: Page, place: string, on = 'vandaag'): Promise<string> {
  await secretary.goto('/tafels/new')
  await send(secretary, 'Uitstroomtafel plannen', { Datum: on, Tijd: '9:30', Plaats: place })
  return addressOf(secretary)
}

/** Chooses the option of which the text contains this: among radios, or in a list when there are many. */
export async function choose(page: Page, label: string, text: string) {
  const list = page.getByRole('combobox', { name: label })
  if (await list.count()) {
    const option = await list.locator('option', { hasText: text }).textContent()
    await list.selectOption({ label: option ?? text })
  } else await page.getByRole('radio', { name: text }).check()
}

/** Puts a case on the tafel at this place. */
export async function putOn(regisseur: Page, address: string, place: string) {
  await at(regisseur, address, 'putOnTafel')
  await choose(regisseur, 'Uitstroomtafel', place)
  await send(regisseur, 'Op uitstroomtafel zetten')
}
