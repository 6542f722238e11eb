// What people do on a page: sign in, fill in a form, take a step. Every page that is looked at must be accessible.
import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test'
import { axeFaults } from './axe'
import { comesBack, sitsDown } from './desk'
import { listenTo } from './watched'

/** The page shows this heading and is accessible. */
export async function shows(page: Page, heading: string | RegExp) {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
}

/** A browser session of its own, in which nobody is signed in yet. */
export async function visitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  await listenTo(context)
  return context.newPage()
}

/** Where the roles begin: with their work, the journal, the counts of the region or the people. */
const START = /^(Werklijst|Journaal|Cijfers|Mensen)$/
const CHOICE_OR_START = /^(Voor wie.*|Werklijst|Journaal|Cijfers|Mensen)$/

type Door = { readonly group: Locator; readonly button: Locator; readonly role?: string | RegExp }

/** Whether this person has more roles than one, and comes in this one. */
async function chooses(page: Page, role: string | RegExp): Promise<boolean> {
  const choice = page.getByRole('button', { name: role })
  await expect(page.getByRole('heading', { level: 1, name: CHOICE_OR_START })).toBeVisible()
  if (!(await choice.isVisible())) return false
  await choice.click()
  return true
}

/** Signs in by the page for it, unless this person left a session behind. */
async function enter(page: Page, who: string, { group, button, role }: Door) {
  let hasMore = false
  if (!(await comesBack(page, who))) {
    await page.goto('/login')
    if (!(await button.isVisible())) await group.locator('summary').click()
    await button.click()
    if (role) hasMore = await chooses(page, role)
  }
  await expect(page.getByRole('heading', { level: 1, name: START })).toBeVisible()
  if (!hasMore) sitsDown(page, who)
}

/** Opens the help of the page with its key, as soon as the page hears keys: the scripts come after the text. */
export async function helpByKey(page: Page) {
  await expect(page.locator('button[aria-haspopup=dialog]:visible', { hasText: 'Hulp' })).toBeVisible()
  await page.keyboard.press('?')
}

/** A person of the demo in a browser session of their own; `role` for those who have more than one. */
export async function signIn(browser: Browser, name: string, role?: string | RegExp): Promise<Page> {
  const page = await visitor(browser)
  const named = page.locator('button', { hasText: `${name} · ` })
  const group = page.locator('main details', { has: named }).first()
  await enter(page, name, { group, button: group.locator(named).first(), role })
  return page
}

/** Someone of the demo who has this role in this organisation of Zuidoost-Drenthe. */
export async function signInAt(browser: Browser, organisation: string, role: string): Promise<Page> {
  const page = await visitor(browser)
  const covenant = page.getByRole('heading', { level: 3, name: /Zuidoost-Drenthe/ }).locator('..')
  const summary = page.locator('summary').getByText(organisation, { exact: true })
  const group = covenant.locator('details', { has: summary })
  const button = group.locator('button', { hasText: ` · ${role}` }).first()
  await enter(page, `${organisation} ${role}`, { group, button, role: new RegExp(`^${role},`) })
  return page
}

export type Answers = Readonly<Record<string, string | true>>

/** The label of a field as a pattern; what need not be filled in says so behind its name. */
export const labelled = (label: string) =>
  new RegExp(`^${label.replace(/[?().]/g, '\\$&')}( \\((niet verplicht|optional)\\))?$`)

/** Fills fields by their label: text is typed, a choice is picked by the text of its option; `true` ticks the box. */
export async function fill(page: Page, answers: Answers) {
  for (const [label, value] of Object.entries(answers)) {
    if (value === true) {
      await page.getByRole('checkbox', { name: label, exact: true }).check()
      continue
    }
    const group = page.getByRole('radiogroup', { name: labelled(label) })
    if (await group.count()) await group.getByRole('radio', { name: value, exact: true }).check()
    else {
      const field = page.getByLabel(labelled(label))
      if ((await field.evaluate((e) => e.tagName)) === 'SELECT') await field.selectOption({ label: value })
      else await field.fill(value)
    }
  }
}

/** The panel with what this person can do now. */
export const panelOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Wat u nu kunt doen' }) })

/** The panel says why something cannot be done yet; where that is folded it is opened. */
export async function cannotYet(page: Page, why: string) {
  const said = panelOf(page).getByText(why).first()
  await expect(said).toBeAttached()
  const folded = panelOf(page)
    .locator('details', { has: page.getByText(why) })
    .first()
  if (!(await said.isVisible())) await folded.locator('summary').first().click()
  await expect(said).toBeVisible()
}

/** Opens the page of a step by the panel of the subject. */
export async function openStep(page: Page, step: string) {
  const panel = panelOf(page)
  const named = page.locator('a', { hasText: new RegExp(`^${step}$`) })
  const link = panel.locator(named)
  await expect(link).toHaveCount(1)
  if (!(await link.isVisible())) await panel.locator('details', { has: named }).locator('summary').click()
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: step, exact: true })).toBeVisible()
}

/** The forms that were looked at already, each at its width: the same form says the same. */
const looked = new Set<string>()

/** Takes a step by the panel of the subject that is open: opens its page, looks at it, fills it in, sends it. */
export async function take(page: Page, step: string, answers: Answers = {}) {
  await openStep(page, step)
  const form = `${step} ${page.viewportSize()?.width}`
  if (!looked.has(form)) await shows(page, step)
  looked.add(form)
  await send(page, step, answers)
}

/** Fills in the form that is open and presses its button. */
export async function press(page: Page, step: string, answers: Answers = {}) {
  await fill(page, answers)
  await page.getByRole('button', { name: step, exact: true }).click()
}

/** Fills in and sends the form that is open, and sees that it was done. */
export async function send(page: Page, step: string, answers: Answers = {}) {
  await press(page, step, answers)
  await expect(page.getByText(`Gelukt: ${step}.`)).toBeVisible()
}

/** The address of the subject that is open. */
export const addressOf = (page: Page) => new URL(page.url()).pathname

/** What went wrong, on top of a form. */
export const summaryOf = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('heading') })
