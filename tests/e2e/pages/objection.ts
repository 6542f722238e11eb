// What a form does with input that it cannot take.
import { expect, type Page } from '@playwright/test'
import { type Answers, labelled, press, summaryOf } from './page'

/** The messages, by the label of the field. */
export type Messages = Readonly<Record<string, string>>

/** The field, or the group of choices, of this label. */
const fieldOf = (page: Page, label: string) =>
  page
    .getByRole('radiogroup', { name: labelled(label) })
    .or(page.getByLabel(labelled(label)))
    .first()

async function keeps(page: Page, answers: Answers) {
  for (const [label, value] of Object.entries(answers)) {
    const field = page.getByRole('textbox', { name: labelled(label) })
    if (value !== true && (await field.count())) expect(await field.inputValue(), label).toBe(value)
  }
}

/** A sentence as a pattern: whatever spaces stand between its words. */
const pattern = (sentence: string) => sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

/** The form says what is wrong, on top and at each field and nowhere else, and keeps everything that was typed. */
export async function objects(page: Page, step: string, answers: Answers, messages: Messages) {
  await press(page, step, answers)
  const summary = summaryOf(page)
  for (const [label, message] of Object.entries(messages)) {
    await expect(summary.getByRole('link', { name: new RegExp(`^${pattern(message)}$`) })).toBeVisible()
    await expect(fieldOf(page, label)).toHaveAccessibleDescription(new RegExp(pattern(message)))
  }
  await expect(summary.getByRole('link')).toHaveCount(Object.keys(messages).length)
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/^Fout: /)
  await keeps(page, answers)
}

/** From the summary a press leads into the field itself. */
export async function leadsToField(page: Page, label: string, message: string) {
  await summaryOf(page).getByRole('link', { name: message, exact: true }).click()
  await expect(page.getByRole('textbox', { name: labelled(label) })).toBeFocused()
}

/** Nothing on the page is wider than a phone. */
export async function fitsOnPhone(page: Page) {
  await page.setViewportSize({ width: 360, height: 740 })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider, `pixels too wide at ${page.url()}`).toBeLessThanOrEqual(0)
}
