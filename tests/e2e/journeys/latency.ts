// How soon other browsers show what one of them did: each looks by itself, and all read the same clock.
import { expect, type Page } from '@playwright/test'

/** By then everybody sees what was done, in milliseconds after whoever did it saw it. */
const SOON = 1_000

/** Looked so often, in milliseconds. */
const OFTEN = 20

/** When this page says so, by its own look; a page that is loaded anew meanwhile, after the website was gone, looks on. */
const saysAt = async (page: Page, what: string) => {
  const seen = await page.waitForFunction(
    (text) => document.getElementById('main')?.textContent?.includes(text) && Date.now(),
    what,
    { polling: OFTEN },
  )
  return Number(await seen.jsonValue())
}

const figure = (list: readonly number[], part: number) =>
  [...list].sort((a, b) => a - b)[Math.ceil(list.length * part) - 1] ?? 0

type Seen = { readonly what: string; readonly who: string; readonly waited: number; readonly pressed: number }

export class Latency {
  private readonly seen: Seen[] = []

  /** Somebody does something; each of these pages shows it, in its own words. `own` is when whoever did it saw it. */
  async of(
    what: string,
    act: () => Promise<unknown>,
    own: readonly [page: Page, says: string],
    others: readonly (readonly [who: string, page: Page, says: string])[],
  ) {
    const told = others.map(([, page, says]) => saysAt(page, says))
    const pressed = Date.now()
    await act()
    const answered = await saysAt(...own)
    for (const [at, moment] of (await Promise.all(told)).entries())
      this.seen.push({
        what,
        who: others[at]?.[0] ?? '',
        waited: Math.max(0, moment - answered),
        pressed: moment - pressed,
      })
  }

  /** Prints the figures of each browser, and expects that nearly all changes were seen in time. */
  within() {
    const line = (who: string, of: readonly Seen[]) => {
      const [waited, pressed] = [of.map((one) => one.waited), of.map((one) => one.pressed)]
      const [p50, p95] = [figure(waited, 0.5), figure(waited, 0.95)]
      console.log(
        `    ${who}: ${of.length} changes, seen after p50 ${p50} ms, p95 ${p95} ms, most ${figure(waited, 1)} ms; after the press p50 ${figure(pressed, 0.5)} ms, p95 ${figure(pressed, 0.95)} ms`,
      )
      return p95
    }
    for (const [who, of] of Map.groupBy(this.seen, (one) => one.who)) line(who, of)
    const slowest = this.seen.toSorted((a, b) => b.waited - a.waited).slice(0, 3)
    for (const { what, who, waited, pressed } of slowest)
      console.log(`    slowest: ${what}, by ${who}: ${waited} ms, ${pressed} ms after the press`)
    const late = this.seen.filter(({ waited }) => waited > SOON).map((one) => JSON.stringify(one))
    expect(line('all', this.seen), late.join('\n')).toBeLessThanOrEqual(SOON)
  }
}
