// A mother of two with a secret address was promised a home in another gemeente: who reads it, and who finds nothing.
import { type Browser, expect, type Page } from '@playwright/test'
import { signIn } from '../pages/page'
import { test } from '../pages/watched'
import { confirmedCase } from './before'
import { fresh } from './client'
import { learns, learnsNothing, threeOf } from './together'

/** People who were not named: a colleague of the mentor, one of the officer, and the chair of the table that admitted her. */
async function strangersOf(browser: Browser): Promise<Page[]> {
  const pages: Page[] = []
  for (const name of ['Stefan Tuin', 'Bart Lubbers', 'Johan Wiggers']) pages.push(await signIn(browser, name))
  return pages
}

/** None of them finds a word of her: on the pages of the case, in lists and notices, or by her name. */
async function findNothing(strangers: readonly Page[], address: string, words: readonly string[]) {
  for (const page of strangers) {
    await learnsNothing(page, address, ...words)
    const lists = ['/', '/cases', '/notices'].map(async (path) => (await page.request.get(path)).text())
    const said = (await Promise.all(lists)).join('\n')
    for (const word of words) expect(said.includes(word), `a list says ${word}`).toBe(false)
    await page.goto('/cases')
    await page.getByRole('searchbox').fill(words[0] as string)
    await page.getByRole('search').getByRole('button').click()
    await expect(page.getByRole('search').getByRole('status')).not.toBeEmpty()
    await expect(page.getByRole('search').locator('li')).toHaveCount(0)
  }
}

test('a mother with a secret address was promised a home: the named read it, and others find nothing', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { address, name, street } = await confirmedCase(fresh(), true)
  const { mentor, regisseur, officer } = await threeOf(browser)
  const strangers = await strangersOf(browser)
  // The gemeente where she comes to live was not asked to take over yet.
  const next = await signIn(browser, 'Wietske Dekker')
  for (const page of [mentor, regisseur, officer]) await learns(page, address, name)
  await findNothing([...strangers, next], address, [name, street])
})
