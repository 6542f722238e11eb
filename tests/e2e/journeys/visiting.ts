// A visit that is written down on a telephone.
import { type Browser, devices, type Page } from '@playwright/test'
import { signIn, visitor } from '../pages/page'

export const visitStep = 'Contact vastleggen'

export const visitAnswers = (note: string) => ({
  'Datum van het contact': 'vandaag',
  'Soort contact': 'Bij de cliënt thuis',
  'Hoe gaat het': 'Groen: het gaat goed',
  Verslag: note,
})

export const presses = (phone: Page) => phone.getByRole('button', { name: visitStep, exact: true }).click()

/** A telephone of the smallest kind, in the hand of somebody who is signed in, and one of their clients with a home. */
export async function onThePhone(browser: Browser, nth: number, who = 'Roos Ottens') {
  const mentor = await signIn(browser, who)
  await mentor.goto('/cases?stage=aftercare')
  const link = mentor.locator('table tbody tr a').nth(nth)
  const address = (await link.getAttribute('href')) ?? ''
  const storageState = await mentor.context().storageState()
  const { viewport: _wide, ...device } = devices['Pixel 7']
  const phone = await visitor(browser, { ...device, viewport: { width: 360, height: 740 }, storageState })
  return { mentor, phone, address }
}
