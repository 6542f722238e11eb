// What every page of the journeys is checked for: it has its heading, and axe finds nothing wrong with it.
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The page shows this heading and is accessible. */
export async function shows(page: Page, heading: string | RegExp) {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([])
}

/** A person of the demo in a browser session of their own; `role` for those who have more than one. */
export async function signIn(browser: Browser, name: string, role?: string | RegExp): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/login')
  const button = page.locator('button', { hasText: `${name} · ` }).first()
  if (!(await button.isVisible())) await page.locator('main details', { has: button }).first().locator('summary').click()
  await button.click()
  if (role) await page.getByRole('button', { name: role }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()
  return page
}

export type Answers = Readonly<Record<string, string | true>>

/** Fills fields by their label: text is typed, a choice is picked by the text of its option; `true` ticks the box. */
export async function fill(page: Page, answers: Answers) {
  for (const [label, value] of Object.entries(answers)) {
    if (value === true) {
      await page.getByRole('checkbox', { name: label, exact: true }).check()
      continue
    }
    const named = new RegExp(`^${label}( \\(niet verplicht\\))?$`)
    const group = page.getByRole('radiogroup', { name: named })
    if (await group.count()) await group.getByRole('radio', { name: value, exact: true }).check()
    else {
      const field = page.getByLabel(named)
      if ((await field.evaluate((e) => e.tagName)) === 'SELECT') await field.selectOption({ label: value })
      else await field.fill(value)
    }
  }
}

/** Takes a step by the panel of the subject that is open: opens its page, fills it in, sends it, and sees that it was done. */
export async function take(page: Page, step: string, answers: Answers = {}) {
  const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Wat u nu kunt doen' }) })
  const amend = panel.getByText(/^Gegevens bijwerken/)
  const link = panel.locator('a', { hasText: new RegExp(`^${step}$`) })
  await expect(link).toHaveCount(1)
  if (!(await link.isVisible())) await amend.click()
  await link.click()
  await shows(page, step)
  await send(page, step, answers)
}

/** Fills in and sends the form that is open. */
export async function send(page: Page, step: string, answers: Answers = {}) {
  await fill(page, answers)
  await page.getByRole('button', { name: step, exact: true }).click()
  await expect(page.getByText(`Gelukt: ${step}.`)).toBeVisible()
}
