// Another version of a covenant: proposed by the regie, agreed to by a corporation, and told to everybody.
import { expect } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { labelled, signIn, summaryOf } from '../pages/page'
import { test } from '../pages/watched'

test('a term becomes longer once another party agrees, and who proposed it cannot', async ({ browser }) => {
  const regie = await signIn(browser, 'Nienke Zwiers')
  await regie.goto('/covenant')
  await regie.getByRole('link', { name: 'Een nieuwe versie voorstellen of bekijken' }).click()
  await regie.getByLabel(labelled('Besluit vastleggen')).fill('vijf')
  await regie.getByRole('button', { name: 'Voorstellen' }).click()
  await expect(summaryOf(regie)).toContainText('Schrijf bij ‘Besluit vastleggen’ een heel getal')
  await expect(summaryOf(regie)).toContainText('Vul ‘Geldt vanaf’ in.')
  await expect(regie.getByLabel(labelled('Besluit vastleggen'))).toHaveValue('vijf')
  expect(await axeFaults(regie)).toEqual([])
  await regie.getByLabel(labelled('Besluit vastleggen')).fill('5')
  await regie.getByLabel(labelled('Geldt vanaf')).fill('1-1-2050')
  await regie.getByLabel(labelled('Waar dit is afgesproken')).fill('Bestuurlijk overleg van november')
  await regie.getByRole('button', { name: 'Voorstellen' }).click()
  await expect(regie.getByText('Dit wacht op iemand van een andere partij.')).toBeVisible()
  await expect(regie.getByRole('button', { name: 'Akkoord geven' })).toHaveCount(0)

  const landlord = await signIn(browser, 'Eline Reinders', /^Teamleider corporatie/)
  await landlord.goto('/covenant/change')
  const changed = landlord.getByRole('row', { name: /Besluit vastleggen/ })
  await expect(changed).toContainText('5 werkdagen')
  expect(await axeFaults(landlord)).toEqual([])
  await landlord.getByRole('button', { name: 'Akkoord geven' }).click()
  await expect(landlord.getByText('Akkoord', { exact: true })).toBeVisible()

  const mentor = await signIn(browser, 'Roos Ottens')
  await mentor.goto('/covenant')
  await expect(mentor.getByText(/^Versie \d+, vanaf 1 januari 2050/)).toBeVisible()
  await expect(mentor.getByRole('link', { name: 'Een nieuwe versie voorstellen of bekijken' })).toHaveCount(0)
  const refused = await mentor.goto('/covenant/change')
  expect(refused?.status()).toBe(404)
})
