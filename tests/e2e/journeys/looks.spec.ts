// A client may know who looked: the mentor opens the list with them, and takes it along on paper.
import { expect } from '@playwright/test'
import { shows, signIn, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { fresh } from './client'
import { sentCase } from './meeting'

test('a mentor shows a client who looked, with a reason, and a colleague elsewhere has no such page', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const { address, name } = await sentCase(fresh())
  const regisseur = await signIn(browser, 'Femke Bruinsma', /^Regisseur/)
  await regisseur.goto(`${address}/file`)
  await mentor.goto(`${address}/shared`)
  await mentor.getByRole('link', { name: 'Wie keek in dit dossier' }).click()
  await expect(mentor.getByRole('heading', { level: 2, name: 'Wie keek in dit dossier' })).toBeVisible()
  await shows(mentor, new RegExp(name))
  const line = mentor.getByRole('listitem').filter({ hasText: 'Gemeente Emmen (regisseur) bekeek' })
  await expect(line.first()).toContainText(
    'Reden: beslissen over hulp en het dossier volgen. Grond: een taak uit de wet',
  )
  const main = mentor.getByRole('main')
  await expect(main).not.toContainText('Femke')
  await expect(main).toContainText('Autoriteit Persoonsgegevens')
  await mentor.emulateMedia({ media: 'print' })
  await expect(main).toContainText('Reden:')
  await expect(mentor.getByRole('button', { name: 'Afdrukken voor de cliënt' })).toBeHidden()
  const officer = await signIn(browser, 'Gea Wolters')
  await officer.goto(`${address}/shared/looks`)
  await expect(officer.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible()
})

test('the list and its period work without JavaScript', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const { address } = await sentCase(fresh())
  await mentor.goto(`${address}/file`)
  const plain = await visitor(browser, {
    javaScriptEnabled: false,
    storageState: await mentor.context().storageState(),
  })
  await plain.goto(`${address}/shared/looks`)
  await expect(plain.getByRole('listitem').filter({ hasText: 'Cosis (begeleider)' }).first()).toBeVisible()
  await plain.getByText('Kies een periode').click()
  await plain.getByLabel('Tot en met').fill('2020-01-31')
  await plain.getByRole('button', { name: 'Toon' }).click()
  await expect(plain.getByText('Niemand keek')).toBeVisible()
})
