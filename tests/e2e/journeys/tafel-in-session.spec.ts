// A tafel in session without a script; with scripts, the whole of it is in tafel-meeting.spec.ts.
import { expect } from '@playwright/test'
import { signIn } from '../pages/page'
import { test } from '../pages/watched'
import { does, fresh } from './client'
import { invited, putTogether, waitingCases } from './meeting'

const opening = {
  Gemeente: true,
  Corporatie: true,
  Zorgaanbieder: true,
  'Namen van de aanwezigen': 'Allen',
} as const

test('the table is led by buttons in plain forms without a script, and by keys with one', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const mark = fresh()
  const [cases, chair] = await Promise.all([waitingCases(2, mark), signIn(browser, 'Johan Wiggers')])
  const secretary = await signIn(browser, 'Sunita Ramdin')
  const tafel = await invited(secretary, mark)
  await putTogether(secretary, tafel, cases)
  await does(chair, tafel, ['openTafel', 'Uitstroomtafel openen', opening])
  const cookies = await chair.context().storageState()
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: cookies })
  const page = await plain.newPage()
  const isUp = (name: string, at = page) => expect(at.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.goto(`${tafel}/room`)
  await page.getByRole('button', { name: 'Eerste dossier' }).click()
  await isUp(cases[0]?.number ?? '')
  await page.getByRole('button', { name: 'Volgende dossier' }).click()
  await isUp('Dossier 2')
  await page.getByRole('button', { name: 'Vorige dossier' }).click()
  await isUp(cases[0]?.number ?? '')
  await chair.goto(`${tafel}/room`)
  await isUp(cases[0]?.number ?? '', chair)
  // A page hears keys once its scripts have come; at either end of two cases a second press does nothing.
  for (const [key, name] of [
    ['n', 'Dossier 2'],
    ['ArrowLeft', cases[0]?.number ?? ''],
    ['ArrowRight', 'Dossier 2'],
    ['p', cases[0]?.number ?? ''],
  ] as const)
    await expect(async () => {
      await chair.keyboard.press(key)
      await expect(chair.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 2_000 })
    }).toPass()
})
