// A page looked at: accessible, with one heading and a title, light in script, narrow and wide, light and dark.
import { expect, type Page } from '@playwright/test'
import { THEMES, WIDTHS } from '../../../src/features/statements/looked-at'
import { axeFaults } from './axe'
import { mayWeigh, scriptWeight } from './script-weight'

type Width = (typeof WIDTHS)[number]
type Theme = (typeof THEMES)[number]
type Look = readonly [width: Width, theme: Theme, rules: 'all' | 'colours' | 'room']

const all = process.env.E2E_LOOKS === 'all'

/** For a kind of page that someone else looks at closely: where there is least room; by all rules with `npm run test:looks`. */
export const brief: readonly Look[] = [[320, 'dark', all ? 'all' : 'room']]
/** Each width and each theme once; between two widths that are looked at by all rules, only whether there is room. */
const sample: readonly Look[] = [
  [1440, 'light', 'all'],
  [768, 'light', 'room'],
  [320, 'dark', 'all'],
]
/** A theme changes colours and nothing else: at one width all rules see that too. */
const everyLook: readonly Look[] = THEMES.flatMap((theme) =>
  WIDTHS.map((width) => [width, theme, theme === 'light' || width === 320 ? 'all' : 'colours'] as const),
)
/** Every kind of page, once. */
export const close = all ? everyLook : sample

/** As the server does for who chose it; a colour that is on its way to another one says nothing. */
const dress = (page: Page, theme: Theme) =>
  page.evaluate(async (chosen) => {
    document.documentElement.setAttribute('data-theme', chosen)
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  }, theme)

/** Kinds of pages by how much script they take. */
export type Weights = Map<number, string[]>

export const printed = (weights: Weights) =>
  [...weights]
    .sort(([one], [other]) => other - one)
    .map(([weight, kinds]) => `    ${weight.toFixed(1)} kB script  ${kinds.join('  ')}`)
    .join('\n')

const UNREADABLE = /[0-9a-f]{8}-[0-9a-f]{4}-|(?<![\w@.-])[a-z]+(?:\.[a-zA-Z]+){2,}(?![\w@.-])/

export async function looksWell(
  page: Page,
  path: string,
  looks: readonly Look[],
  weights?: Weights,
  kind = path,
) {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
  await expect(page, path).toHaveTitle(/\S · Thuistafel$/)
  // An id says nothing to a reader, and a name that stands nowhere in the catalogue even less.
  expect(await page.locator('main').innerText(), path).not.toMatch(UNREADABLE)
  for (const [width, theme, rules] of looks) {
    await page.setViewportSize({ width, height: 800 })
    await dress(page, theme)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, `pixels too wide: ${path} ${width}`).toBeLessThanOrEqual(0)
    if (rules !== 'room') expect(await axeFaults(page, rules), `${path} ${width} ${theme}`).toEqual([])
  }
  const weight = await scriptWeight(page)
  expect(weight, `kB of script: ${path}`).toBeLessThanOrEqual(mayWeigh(path))
  weights?.set(weight, [...(weights.get(weight) ?? []), kind])
}
