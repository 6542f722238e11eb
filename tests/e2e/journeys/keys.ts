// What a person does who has no mouse; at every stop it must be visible where one is.
import { expect, type Locator, type Page } from '@playwright/test'
import { labelled } from '../pages/page'

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
export async function isVisiblyFocused(page: Page, target: Locator) {
  await expect(target).toBeFocused()
  expect(await here(page)).toMatchObject({ lined: true, free: true })
}

/** Presses Tab until this has the focus; every stop on the way can be seen as well. */
export async function tabTo(page: Page, target: Locator, most = 150) {
  await expect(target).toBeVisible()
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    const stop = await here(page)
    if (stop) expect(stop, stop.what).toMatchObject({ lined: true, free: true })
  }
  throw new Error(`Tab does not lead to ${target}`)
}

async function chooseByKeys(page: Page, group: Locator, value: string) {
  const wanted = group.getByRole('radio', { name: value, exact: true })
  await tabTo(page, group.getByRole('radio').first())
  await page.keyboard.press('Space')
  while (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown')
}

/** Fills in a form with the keyboard alone: text is typed, an option is typed or reached with the arrows. */
export async function fillByKeys(page: Page, answers: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(answers)) {
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
