// The colours of a municipality change colours: nothing moves, and everything can still be read.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { axeFaults } from './axe'
import { signIn, visitor } from './page'
import { test } from './watched'

const folder = fileURLToPath(new URL('../../support/themes/', import.meta.url))
const themes = readdirSync(folder)

/** Its tokens as the server sends them: on the root, in the layer below everything of ours. */
const sheet = (name: string) => {
  const css = readFileSync(folder + name, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  return `@layer municipality { ${css.replace(/[^{}]+\{/g, ':root {')} }`
}

const wear = (page: Page, css: string) =>
  page.evaluate(async (text) => {
    const chosen = new CSSStyleSheet()
    chosen.replaceSync(text)
    document.adoptedStyleSheets = text ? [chosen] : []
    document.documentElement.setAttribute('data-theme', 'light')
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  }, css)

/** Where every element stands, in whole pixels, seen from the top: what went wrong in a form takes the focus, and the page goes there. */
const places = (page: Page) =>
  page.evaluate(() => {
    window.scrollTo({ top: 0, behavior: 'instant' })
    return [...document.body.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [x, y, width, height].map(Math.round).join(' ')
    })
  })

/** The same, once nothing moves any more: the scripts come after the text, and bring what needs them. */
async function settled(page: Page): Promise<string[]> {
  let now: string[] = []
  const rests = async () => {
    const before = now.join()
    now = await places(page)
    return now.join() === before
  }
  await expect.poll(rests, { intervals: [500] }).toBe(true)
  return now
}

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

async function staysAsItIs(page: Page, path: string) {
  await page.goto(path)
  await page.evaluate(() => document.fonts.ready)
  await wear(page, '')
  const before = await settled(page)
  const ours = await paper(page)
  expect(before.length).toBeGreaterThan(60)
  for (const name of themes) {
    await wear(page, sheet(name))
    expect(await paper(page), name).not.toBe(ours)
    expect(await places(page), `${path} ${name}`).toEqual(before)
    expect(await axeFaults(page), `${path} ${name}`).toEqual([])
  }
}

test('in three themes every part stands where it stood, and can be read', async ({ browser }) => {
  test.setTimeout(120_000)
  expect(themes).toHaveLength(3)
  const page = await visitor(browser)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await staysAsItIs(page, '/design')
  await staysAsItIs(page, '/design?sent=1')
})

test('in three themes a list, a case and a form stand where they stood, and can be read', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await signIn(browser, 'Roos Ottens')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await staysAsItIs(page, '/cases')
  await staysAsItIs(page, '/cases/new')
  await page.goto('/cases?stage=aftercare')
  const first = await page.locator('main tbody a').first().getAttribute('href')
  await staysAsItIs(page, first ?? '')
})
