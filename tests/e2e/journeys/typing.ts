// Somebody who types in a form, and what of it is there when the form is opened anew.
import type { Page } from '@playwright/test'

/** A long text that somebody types in this field, with the moments at which each letter stood there. */
export const FIELDS = ['Type woning', 'Woonomgeving', 'Ondersteuning thuis', 'Landen in de buurt'] as const

const WORDS = 'rustig vlak bij het park zonder trap met een tuin en een winkel om de hoek'.split(' ')

export const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T
export const between = (from: number, to: number) => from + Math.random() * (to - from)
export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** One letter that was typed: when, where, and what the field then held. */
type Key = { at: number; field: string; holds: string }

export class Typist {
  readonly keys: Key[] = []
  private over = false
  private holds: Record<string, string> = {}

  constructor(
    private readonly page: Page,
    private readonly mark: string,
  ) {}

  /** Types until it is told to stop, or until the page is gone. */
  async type() {
    try {
      while (!this.over) await this.word(any(FIELDS))
    } catch {
      this.over = true
    }
  }

  stop() {
    this.over = true
  }

  /** What each field held at this moment. */
  at(moment: number): Record<string, string> {
    const before = this.keys.filter(({ at }) => at <= moment)
    return Object.fromEntries(before.map(({ field, holds }) => [field, holds]))
  }

  /** How old the last letter was that is missing, in milliseconds before `moment`; 0 when nothing is. */
  missing(found: Readonly<Record<string, string>>, moment: number): number {
    const lost = this.keys.filter(({ at, field, holds }) => at <= moment && !found[field]?.startsWith(holds))
    return Math.max(0, ...lost.map(({ at }) => moment - at))
  }

  private async word(field: string) {
    const control = this.page.getByLabel(field, { exact: true })
    if (this.holds[field] === undefined) await control.fill('')
    const word = `${this.holds[field] ? any(WORDS) : this.mark} `
    await control.focus()
    for (const letter of word) {
      if (this.over) return
      await this.page.keyboard.type(letter)
      const holds = (this.holds[field] ?? '') + letter
      this.holds[field] = holds
      this.keys.push({ at: Date.now(), field, holds })
      await pause(between(10, 90))
    }
  }
}

/** What stands in the fields of the form that is open. */
export async function found(page: Page): Promise<Record<string, string>> {
  const values = FIELDS.map(async (field) => [
    field,
    await page.getByLabel(field, { exact: true }).inputValue(),
  ])
  return Object.fromEntries(await Promise.all(values))
}
