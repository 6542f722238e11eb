// A mother of two with a secret address moves to a home in another gemeente: who reads it, who finds nothing, who takes over
// without a day between, and the key.
import { type Browser, expect, type Page } from '@playwright/test'
import { type Answers, cannotYet, press, send, shows, signIn, summaryOf } from '../pages/page'
import { test } from '../pages/watched'
import { signed } from './answers'
import { confirmedCase } from './before'
import { at, choose, does, fresh } from './client'
import { learns, learnsNothing, type Three, threeOf } from './together'

const yesterday = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam' }).format(
  Date.now() - 86_400_000,
)
const plan = {
  Doelen: 'Rust voor de kinderen',
  Afspraken: 'Elke week',
  'Getekend op': 'vandaag',
  'Mate van begeleiding': 'Midden',
}
const move = {
  'Nieuwe gemeente': 'Gemeente Coevorden',
  'Waarom het dossier overgaat': 'De cliënt verhuist',
  'Besproken met de cliënt op': 'vandaag',
  'Nieuwe gemeente verantwoordelijk vanaf': yesterday,
}
const items = [
  'Uitkering en inkomen',
  'Indicatie voor begeleiding',
  'Schulden en regelingen',
  'Inschrijving op het adres',
]

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

async function signAll({ mentor, officer }: Three, address: string) {
  await does(mentor, address, ['writePlan', 'Begeleidingsplan maken', plan])
  await does(officer, address, ['signLease', 'Huurovereenkomst tekenen', signed])
  await does(officer, address, ['signTripartiteLandlord', 'Driepartijenovereenkomst tekenen', signed])
  await does(mentor, address, ['signGuidance', 'Begeleidingsovereenkomst tekenen', signed])
  const withClient = 'Driepartijenovereenkomst tekenen met cliënt'
  await does(mentor, address, ['signTripartiteProvider', withClient, signed])
}

/** The other gemeente is asked, and somebody there is named; until all was gone through nobody takes over. */
async function asked({ mentor, regisseur }: Three, next: Page, address: string, name: string) {
  await does(regisseur, address, ['proposeMove', 'Andere gemeente voorstellen', move])
  await learnsNothing(next, address, name)
  await at(mentor, address, 'namePerson')
  await choose(mentor, 'Persoon', 'Wietske Dekker')
  await send(mentor, 'Iemand noemen die meeleest')
  await next.goto(address)
  await shows(next, new RegExp(name))
  await cannotYet(next, 'Van de overdracht zijn 4 onderdelen nog niet doorgenomen')
  for (const item of items) {
    const how: Answers = { 'Wat is doorgenomen?': item, 'Wie deed dat?': 'De huidige gemeente' }
    const done = { ...how, 'Gedaan op': 'vandaag', 'Waaruit blijkt het?': 'Besproken met elkaar' }
    await does(regisseur, address, ['prepareMove', 'Overdracht voorbereiden', done])
  }
}

/** Whoever takes over is responsible from the agreed day at the latest: no day is without a gemeente. */
async function takesOver(next: Page, address: string) {
  const all = Object.fromEntries(items.map((item) => [item, true] as const))
  const met = { 'Besproken met vorige regisseur op': 'vandaag', ...all }
  await at(next, address, 'acceptMove')
  await press(next, 'Dossier overnemen', { ...met, 'Uw gemeente verantwoordelijk vanaf': 'vandaag' })
  await expect(summaryOf(next)).toContainText('dan is er geen dag zonder gemeente')
  await send(next, 'Dossier overnemen', { 'Uw gemeente verantwoordelijk vanaf': yesterday })
}

test('a mother with a secret address moves: the named read it, others find nothing, and no day is without a gemeente', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { address, name, street } = await confirmedCase(fresh(), true)
  const three = await threeOf(browser)
  const { mentor, regisseur, officer } = three
  const strangers = await strangersOf(browser)
  const next = await signIn(browser, 'Wietske Dekker')
  for (const page of [mentor, regisseur, officer]) await learns(page, address, name)
  await findNothing([...strangers, next], address, [name, street])
  await signAll(three, address)
  await asked(three, next, address, name)
  await takesOver(next, address)
  await does(officer, address, ['handOverKey', 'Sleutel geven', { 'Sleutel gegeven op': 'vandaag' }])
  for (const page of [mentor, next, officer]) await learns(page, address, name)
  await findNothing(strangers, address, [name, street])
})
