// One selection in many forms: looked at as a board and a calendar, saved as a view, handed over together, taken back.
import { expect, type Page } from '@playwright/test'
import { shows, signIn, signInAt, summaryOf } from '../pages/page'
import { test } from '../pages/watched'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

test('a regisseur sees cases as a board and a calendar, and keeps that as the first view', async ({
  browser,
}) => {
  // What is kept here would be the first thing that others find, had they the same person.
  const page = await signIn(browser, 'Marieke Oosterhof', /^Regisseur/)
  await page.goto('/cases')
  await page.getByRole('link', { name: 'Bord', exact: true }).click()
  const board = page.getByRole('region', { name: 'Dossiers per fase' })
  await expect(board.getByRole('region', { name: 'Woning zoeken' }).getByRole('link').first()).toBeVisible()
  await shows(page, 'Dossiers')
  await page.getByRole('link', { name: 'Maand', exact: true }).click()
  await expect(page.getByRole('table', { name: /^Termijnen in / })).toBeVisible()
  await shows(page, 'Dossiers')
  await page.getByRole('link', { name: 'Maand erna' }).click()
  await expect(page).toHaveURL(/month=/)
  await page.getByRole('link', { name: /^Te laat/ }).click()
  await expect(page).toHaveURL(/late=yes/)
  await page.getByRole('link', { name: 'Agenda', exact: true }).click()
  await expect(page).toHaveURL(/view=agenda/)
  await page.getByRole('link', { name: 'Bewaar of beheer weergaven' }).click()
  await press(page, 'Bewaar weergave')
  await expect(page.getByText('Vul een naam in van hooguit 60 tekens.')).toBeVisible()
  await page.getByLabel('Naam van de weergave').fill('Te laat, als agenda')
  await press(page, 'Bewaar weergave')
  await expect(page.getByText('De weergave is bewaard.')).toBeVisible()
  await press(page, /^Open als eerste/)
  await shows(page, 'Weergaven')
  await page.goto('/cases')
  await expect(page.getByRole('link', { name: 'Agenda', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await page.getByRole('link', { name: 'Bewaar of beheer weergaven' }).click()
  await press(page, /^Haal weg/)
  await expect(page.getByText(/^De weergave is weg/)).toBeVisible()
})

test('a team leader hands cases over together, sees what became of each, and takes it back', async ({
  browser,
}) => {
  const page = await signInAt(browser, 'Cosis', 'Teamleider zorg')
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^Draag over/ }) })
  await row
    .first()
    .getByRole('link', { name: /^Draag over/ })
    .click()
  const boxes = page.locator('tbody').getByRole('checkbox')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await press(page, 'Draag over aan een collega')
  await expect(page.getByText('Dit kan bij 2 van 2.')).toBeVisible()
  await shows(page, 'Draag over aan een collega')
  await press(page, /\(2\)$/)
  await expect(summaryOf(page)).toBeVisible()
  const colleague = page.getByRole('radio').first()
  if (await colleague.count()) await colleague.check()
  else await page.getByLabel('Naam van de begeleider').selectOption({ index: 1 })
  await press(page, /\(2\)$/)
  await expect(page.getByText('Bij 2 dossiers gedaan.')).toBeVisible()
  await press(page, 'Draai terug')
  await expect(page.getByText('Bij 2 dossiers teruggedraaid.')).toBeVisible()
})

test('a team leader spreads cases over colleagues, leaves one where it is, and takes it back', async ({
  browser,
}) => {
  const page = await signInAt(browser, 'Cosis', 'Teamleider zorg')
  await page
    .getByRole('link', { name: /^Draag over/ })
    .first()
    .click()
  const boxes = page.locator('tbody').getByRole('checkbox')
  for (const n of [0, 1, 2]) await boxes.nth(n).check()
  await press(page, 'Verdeel over collega’s')
  await shows(page, 'Verdeel over collega’s')
  const ticked = page.getByRole('checkbox', { checked: true })
  while (await ticked.count()) await ticked.first().uncheck()
  await press(page, 'Verdeel opnieuw')
  await expect(page.getByText('Er doet niemand mee')).toBeVisible()
  await page.getByRole('checkbox').first().check()
  await press(page, 'Verdeel opnieuw')
  await page
    .getByRole('combobox', { name: /^Wie krijgt/ })
    .last()
    .selectOption({ label: 'Blijft waar het is' })
  await press(page, /^Verdeel over collega’s \(3\)$/)
  await expect(page.getByText('Bij 2 dossiers gedaan.')).toBeVisible()
  await press(page, 'Draai terug')
  await expect(page.getByText('Bij 2 dossiers teruggedraaid.')).toBeVisible()
})
