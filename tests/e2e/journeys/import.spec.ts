// A mentor takes running clients over from a file: three that are good, two that are not.
import { expect, type Page } from '@playwright/test'
import { paths } from '@/paths'
import { shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { fresh, turnTo } from './client'

const TITLE = 'Lopende cliënten overnemen'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const textAt = async (page: Page, address: string) => (await page.request.get(address)).text()

/** Brings the file of the demo in, with clients whom nobody else has; the page of its columns is open then. */
async function bring(page: Page, mark: string) {
  await page.goto(paths.list('case'))
  await page.getByRole('link', { name: TITLE }).click()
  await shows(page, TITLE)
  const file = (await textAt(page, paths.importTemplate('sample'))).replaceAll('Proefbestand', mark)
  const sent = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(file) }
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(sent)
  await press(page, 'Bestand lezen')
  await expect(page.getByRole('heading', { name: 'Wat staat waar?' })).toBeVisible()
}

/** Agrees, and looks again until all of them are there. */
async function agree(page: Page) {
  await press(page, 'Ja, neem 3 cliënten over')
  const done = page.getByText('3 cliënten zijn overgenomen.')
  await expect(async () => {
    await page.reload()
    await expect(done).toBeVisible({ timeout: 1_000 })
  }).toPass()
}

test('a mentor brings in a file: three clients come in, two rows come back with what to do', async ({
  browser,
}) => {
  const page = await signIn(browser, 'Roos Ottens')
  const mark = `Bestand-${fresh()}`
  await bring(page, mark)
  await shows(page, TITLE)
  await press(page, 'Rijen nakijken')
  await expect(page.getByRole('link', { name: 'Met fouten (2)' })).toBeVisible()
  await expect(page.getByText(/^Kolom C \(Geboortedatum\)\. Schrijf bij/)).toBeVisible()
  await shows(page, TITLE)
  await agree(page)
  await shows(page, TITLE)
  const errors = await page.getByRole('link', { name: 'Bestand met fouten' }).getAttribute('href')
  expect((await textAt(page, errors ?? '')).split('\r\n').slice(1)).toEqual([
    expect.stringMatching(/^Daan;.*Kolom C/),
    expect.stringMatching(/^Esra;.*Kolom L.*Kolom O/),
    '',
  ])
  await page.goto('/')
  await turnTo(page, `Anouk ${mark}`)
  await page
    .getByRole('link', { name: `Anouk ${mark}` })
    .first()
    .click()
  await expect(page.getByText(/uit een bestand \(.{8}, rij 2\)/).first()).toBeVisible()
})

test('what a file says of clients is confirmed by the gemeente several at once', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const mark = `Samen-${fresh()}`
  await bring(mentor, mark)
  await press(mentor, 'Rijen nakijken')
  await agree(mentor)
  const regisseur = await signIn(browser, 'Femke Bruinsma')
  await regisseur.goto(`${paths.list('case')}?task=checkImported&pick=yes`)
  await regisseur.getByRole('checkbox', { name: `Kies Bram ${mark}` }).check()
  await regisseur.getByRole('checkbox', { name: `Kies Chaima ${mark}` }).check()
  await press(regisseur, 'Bevestig: woont er al')
  await shows(regisseur, 'Bevestig: woont er al')
  await expect(regisseur.getByText('Dit kan bij 1 van 2.')).toBeVisible()
  await expect(
    regisseur.getByText(/^Woont er al, met nazorg · sinds .* · .*driepartijen.* · licht/i),
  ).toBeVisible()
  await press(regisseur, 'Bevestig: woont er al (1)')
  await expect(regisseur.getByText('Bij 1 dossier gedaan.')).toBeVisible()
  await expect(regisseur.getByRole('button', { name: 'Draai terug' })).toHaveCount(0)
})
