// Everything by keyboard: sign in, go to a case, take a step; it is always visible where one is.
import { expect, type Locator, type Page } from '@playwright/test'
import { addressOf, signIn, summaryOf, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { fresh, register } from './client'

/** Where one is: what has the focus, whether a line around it says so, and whether nothing lies on top of it. */
const here = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const lined = (e: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    }
    const box = element.getBoundingClientRect()
    const [x, y] = [box.x + box.width / 2, Math.min(box.y + box.height / 2, box.y + 20)]
    const top = document.elementFromPoint(x, y)
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const free =
      !!top && (element.contains(top) || top.contains(element) || labels.some((l) => l.contains(top)))
    return { what: element.outerHTML.slice(0, 120), lined: lined(element), free }
  })

/** This has the focus, and everybody can see it. */
async function isVisiblyFocused(page: Page, target: Locator) {
  await expect(target).toBeFocused()
  expect(await here(page)).toMatchObject({ lined: true, free: true })
}

/** Presses Tab until this has the focus; every stop on the way can be seen as well. */
async function tabTo(page: Page, target: Locator, most = 150) {
  await expect(target).toBeVisible()
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    const stop = await here(page)
    if (stop) expect(stop).toMatchObject({ lined: true, free: true })
  }
  throw new Error(`Tab does not lead to ${target}`)
}

const option = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true })

test('a person signs in, skips to the content and takes a step with the keyboard alone', async ({
  browser,
}) => {
  const helper = await signIn(browser, 'Roos Ottens')
  const family = `Toetsstra-${fresh()}`
  const address = await register(helper, family)
  const page = await visitor(browser)
  await page.goto('/login')
  const button = page.locator('button', { hasText: 'Stefan Tuin · ' })
  const group = page.locator('main details', { has: button })
  await tabTo(page, group.locator('summary'))
  await page.keyboard.press('Enter')
  await tabTo(page, group.locator(button))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()

  await page.goto('/cases?stage=intake')
  await page.keyboard.press('Tab')
  await isVisiblyFocused(page, page.getByRole('link', { name: 'Naar de inhoud' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: family }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(family)
  expect(addressOf(page)).toBe(address)
  await describeSafety(page)
})

/** The step 'Veiligheid beschrijven', first without an answer, then with one. */
async function describeSafety(page: Page) {
  await tabTo(page, page.locator('summary', { hasText: 'Gegevens bijwerken' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Veiligheid beschrijven' }))
  await page.keyboard.press('Enter')
  const send = page.getByRole('button', { name: 'Veiligheid beschrijven' })
  await expect(send).toBeVisible()
  await tabTo(page, send)
  await page.keyboard.press('Enter')
  await isVisiblyFocused(page, summaryOf(page))
  await tabTo(page, summaryOf(page).getByRole('link').first())
  await page.keyboard.press('Enter')
  await isVisiblyFocused(page, option(page, 'Dreiging', 'Geen dreiging'))
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await isVisiblyFocused(page, option(page, 'Geheim adres', 'Niet geheim'))
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await isVisiblyFocused(page, option(page, 'Geheim adres', 'Beschermd adres'))
  await page.keyboard.press('ArrowUp')
  await expect(option(page, 'Geheim adres', 'Niet geheim')).toBeChecked()
  await tabTo(page, send)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Gelukt: Veiligheid beschrijven.')).toBeVisible()
}
