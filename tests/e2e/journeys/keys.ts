// What a person does who has no mouse; at every stop it must be visible where one is.
import { expect, type Locator, type Page } from '@playwright/test'
import { type Answers, labelled, panelOf } from '../pages/page'

/**
 * Where one is: what has the focus, whether a line around it says so, whether it is in the window, and whether anything
 * lies on top of it. Of what is larger than half of the window its beginning counts.
 */
const here = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const lined = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const free = (x: number, y: number) => {
      const top = document.elementFromPoint(x, y)
      return !!top && (element.contains(top) || top.contains(element) || labels.some((l) => l.contains(top)))
    }
    // A link over two lines has a box for each of them.
    const corners = [...element.getClientRects()].flatMap(({ left, right, top, bottom, width, height }) => {
      const edge = Math.min(2, width / 2, height / 2)
      const large = height > innerHeight / 2
      const xs = large ? [left + edge] : [left + edge, (left + right) / 2, right - edge]
      const ys = large ? [Math.max(top, 0) + edge] : [top + edge, (top + bottom) / 2, bottom - edge]
      return xs.flatMap((x) => ys.map((y) => [x, y] as const))
    })
    const inside = corners.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
    const covered = inside.filter(([x, y]) => !free(x, y)).map((at) => at.map(Math.round).join())
    return { what: element.outerHTML.slice(0, 120), lined, inside: inside.length > 0, covered }
  })

const SEEN = { lined: true, inside: true, covered: [] }

/** This has the focus, and everybody can see it. */
export async function isVisiblyFocused(page: Page, target: Locator) {
  await expect(target).toBeFocused()
  expect(await here(page)).toMatchObject(SEEN)
}

/** Presses Tab until this has the focus; every stop on the way can be seen as well. */
export async function tabTo(page: Page, target: Locator, most = 150) {
  await expect(target).toBeVisible()
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    const stop = await here(page)
    if (stop) expect(stop, stop.what).toMatchObject(SEEN)
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** Goes past every stop of the page, in this direction, until it begins anew; how many there are. */
export async function walkThrough(page: Page, key: 'Tab' | 'Shift+Tab', most = 150) {
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press(key)
    const stop = await here(page)
    if (!stop) return stops
    expect(stop, stop.what).toMatchObject(SEEN)
  }
  return most
}

async function chooseByKeys(page: Page, group: Locator, value: string) {
  const wanted = group.getByRole('radio', { name: value, exact: true })
  const radios = group.getByRole('radio')
  const chosen = group.getByRole('radio', { checked: true })
  await tabTo(page, (await chosen.count()) ? chosen : radios.first())
  await page.keyboard.press('Space')
  while (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown')
}

/** Fills in a form with the keyboard alone: text is typed, an option is typed or reached with the arrows, a box ticked. */
export async function fillByKeys(page: Page, answers: Answers) {
  for (const [label, value] of Object.entries(answers)) {
    if (value === true) {
      await tabTo(page, page.getByRole('checkbox', { name: label, exact: true }))
      await page.keyboard.press('Space')
      continue
    }
    const group = page.getByRole('radiogroup', { name: labelled(label) })
    if (await group.count()) {
      await chooseByKeys(page, group, value)
      continue
    }
    const field = page.getByLabel(labelled(label))
    await tabTo(page, field)
    await page.keyboard.type(value)
    if ((await field.evaluate((e) => e.tagName)) === 'SELECT')
      await expect(field.locator('option:checked')).toHaveText(value)
    else await expect(field).toHaveValue(value)
  }
}

/** Goes there with Tab and presses Enter. */
export async function enter(page: Page, target: Locator) {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Fills in and sends the form that is open, and sees that it was done. */
export async function sendByKeys(page: Page, step: string, answers: Answers = {}) {
  await fillByKeys(page, answers)
  await enter(page, page.getByRole('button', { name: step, exact: true }))
  await expect(page.getByText(`Gelukt: ${step}.`)).toBeVisible()
}

/** Takes a step from the panel of the subject that is open. */
export async function takeByKeys(page: Page, step: string, answers: Answers = {}) {
  await enter(page, panelOf(page).getByRole('link', { name: step, exact: true }))
  await expect(page.getByRole('heading', { level: 1, name: step, exact: true })).toBeVisible()
  await sendByKeys(page, step, answers)
}
