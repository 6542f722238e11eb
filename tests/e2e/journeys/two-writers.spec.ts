// Two people who write in the same form, at random: whoever is second sees what the first one wrote before it can go.
// DRAFT_RUNS says how often (npm run test:drafts -- --runs 100).
import { expect, type Page } from '@playwright/test'
import { send, signIn, summaryOf } from '../pages/page'
import { test } from '../pages/watched'
import { profile } from './answers'
import { at, fresh, register } from './client'
import { any, FIELDS, found } from './typing'

const RUNS = Number(process.env.DRAFT_RUNS ?? '2')
const step = 'Woonprofiel schrijven'

type Texts = Record<string, string>

/** Writes something new in some of the fields. */
async function writes(page: Page, who: string): Promise<Texts> {
  const fields = FIELDS.filter(() => Math.random() < 0.6)
  const wrote: Texts = Object.fromEntries(fields.map((field) => [field, `${who} ${fresh()}`]))
  for (const [field, text] of Object.entries(wrote)) await page.getByLabel(field, { exact: true }).fill(text)
  return wrote
}

/** Chooses one of the answers wherever there are more; what was chosen, by field. */
async function chooses(page: Page): Promise<Texts> {
  const chosen: Texts = {}
  for (const field of FIELDS) {
    const sides = page.getByRole('group', { name: field, exact: true }).getByRole('radio')
    if (!(await sides.count())) continue
    const side = any(await sides.all())
    await side.check()
    chosen[field] = await side.evaluate((radio: HTMLInputElement) => String(JSON.parse(radio.value)))
  }
  return chosen
}

test(`the second of two writers overwrites nothing unseen, ${RUNS} times`, async ({ browser }) => {
  test.setTimeout(60_000 + RUNS * 30_000)
  const [first, second] = [await signIn(browser, 'Roos Ottens'), await signIn(browser, 'Stefan Tuin')]
  const address = await register(first, `Schrijfstra-${fresh()}`)
  await at(first, address, 'writeProfile')
  await send(first, step, profile)
  let [silent, asked] = [0, 0]
  for (let n = 0; n < RUNS; n++) {
    for (const page of [first, second]) await at(page, address, 'writeProfile')
    const before = await found(first)
    const [theirs, mine] = [await writes(first, 'eerste'), await writes(second, 'tweede')]
    await send(first, step)
    await second.getByRole('button', { name: step, exact: true }).click()
    await expect(summaryOf(second)).toContainText('Dit is intussen veranderd')
    await expect(second.getByRole('heading', { name: 'Kies welk antwoord blijft' })).toBeVisible()
    const chosen = await chooses(second)
    asked += Object.keys(chosen).length
    await send(second, step)
    await at(first, address, 'writeProfile')
    const now = await found(first)
    for (const field of FIELDS) {
      if (theirs[field] && now[field] !== theirs[field] && chosen[field] === undefined) silent++
      expect(now[field]).toBe(chosen[field] ?? mine[field] ?? theirs[field] ?? before[field])
    }
  }
  console.log(`two writers: ${RUNS} runs, ${asked} answers chosen, ${silent} overwritten unseen`)
  expect(silent).toBe(0)
})
