// Where one is with the keyboard never lies behind a bar that stays in place: forward, backward, in a low and in a narrow window.
import { expect, type Page } from '@playwright/test'
import { signIn } from '../pages/page'
import { test } from '../pages/watched'
import { does, fresh, register } from './client'
import { walkThrough } from './keys'

/** Low enough that much must be scrolled, and still with the bar that says whose case it is. */
const LOW = { width: 1024, height: 540 }
const NARROW = { width: 360, height: 640 }

async function seesAllStops(page: Page, path: string) {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  for (const key of ['Tab', 'Shift+Tab'] as const)
    expect(await walkThrough(page, key), path).toBeGreaterThan(10)
}

test('the bar of a case that is confidential never covers where one is', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Zichtstra-${fresh()}`)
  const secret = { Dreiging: 'Geen dreiging', 'Geheim adres': 'Beschermd adres' }
  await does(mentor, address, ['describeSafety', 'Veiligheid beschrijven', secret])
  await mentor.setViewportSize(LOW)
  for (const page of ['', '/steps/writeProfile']) await seesAllStops(mentor, address + page)
})

test('no head of a list or table covers where one is, not even on a phone', async ({ browser }) => {
  const regisseur = await signIn(browser, 'Femke Bruinsma')
  await regisseur.setViewportSize(NARROW)
  for (const page of ['/cases?late=yes', '/rights/table']) await seesAllStops(regisseur, page)
})
