// What somebody does to get a task done: how often they press something, and how long that takes a trained person.
import { expect, type Locator, type Page } from '@playwright/test'
import { labelled } from '../e2e/pages/page'

/**
 * Seconds, from the keystroke-level model (Card, Moran & Newell, 1980): to think of what comes next, to point at it, to
 * press and let go, and a key for somebody who types without being a typist. On a telephone nobody points slower.
 */
const THINK = 1.35
const POINT = 1.1
const PRESS = 0.2
const KEY = 0.28

/** In milliseconds; whatever takes longer than this does not come. */
const LONGEST = 30_000

/** One pair of hands: counts what is pressed, ticked or chosen, and adds up the seconds of the person and of the system. */
export class Hand {
  presses = 0
  person = 0
  system = 0

  constructor(readonly page: Page) {}

  get seconds() {
    return this.person + this.system
  }

  /** Presses this, and waits until what it leads to is there. */
  async press(target: Locator, leadsTo: Locator) {
    await expect(target).toBeVisible()
    this.activate()
    await this.waits(async () => {
      await target.click()
      await expect(leadsTo).toBeVisible({ timeout: LONGEST })
    })
  }

  /** Opens the page behind a link, which has this heading. */
  open(name: string | RegExp, heading: string | RegExp, within: Page | Locator = this.page) {
    const link = within.getByRole('link', { name, exact: typeof name === 'string' }).first()
    return this.press(link, this.page.getByRole('heading', { level: 1, name: heading }))
  }

  /** Presses the button of a form, and reads that it was done. */
  send(step: string) {
    return this.press(
      this.page.getByRole('button', { name: step, exact: true }),
      this.page.getByText(`Gelukt: ${step}.`),
    )
  }

  /** Chooses one of a few, or from a list: two presses, one that opens it. */
  async choose(label: string, value: string | RegExp) {
    const group = this.page.getByRole('radiogroup', { name: labelled(label) })
    if (await group.count()) {
      this.activate()
      await group.getByRole('radio', { name: value, exact: typeof value === 'string' }).check()
      return
    }
    this.activate()
    this.activate()
    const list = this.page.getByRole('combobox', { name: labelled(label) })
    const option = await list.locator('option', { hasText: value }).first().textContent()
    await list.selectOption({ label: option ?? '' })
  }

  /** Looks a file up on the own computer: a press that opens the folder, one on the file, and one that takes it. */
  async attach(label: string, file: { name: string; mimeType: string; buffer: Buffer }) {
    for (let press = 0; press < 3; press++) this.activate()
    await this.page.getByLabel(labelled(label)).setInputFiles(file)
  }

  /** Goes to a field with Tab and types. */
  async type(label: string, text: string) {
    this.person += THINK + KEY * (text.length + 1)
    await this.page.getByLabel(labelled(label)).fill(text)
  }

  private activate() {
    this.presses++
    this.person += THINK + POINT + PRESS
  }

  private async waits(act: () => Promise<void>) {
    const began = performance.now()
    await act()
    this.system += (performance.now() - began) / 1000
  }
}
