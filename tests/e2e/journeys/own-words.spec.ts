// What a corporation adds to its leases: proposed by a lead, agreed to by the board, and not there for a mentor.
import { expect } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { labelled, signIn, summaryOf } from '../pages/page'
import { test } from '../pages/watched'

test('a clause of a corporation stands in its lease once a colleague agrees', async ({ browser }) => {
  const lead = await signIn(browser, 'Eline Reinders', /^Teamleider corporatie/)
  await lead.goto('/covenant')
  await lead.getByRole('link', { name: 'Eigen teksten in overeenkomsten' }).click()
  const lease = lead.getByRole('group', { name: 'Huurovereenkomst' })
  await lease.getByLabel(labelled('Afspraak 1')).fill('Huisdieren worden in overleg gehouden.')
  await lease.getByLabel(labelled('Afspraak 1 in gewone woorden')).fill('')
  await lead.getByRole('button', { name: 'Voorstellen' }).click()
  await expect(summaryOf(lead)).toContainText('Vul bij ‘Huurovereenkomst: afspraak 1 in gewone woorden’ ook')
  await expect(lease.getByLabel(labelled('Afspraak 1'))).toHaveValue('Huisdieren worden in overleg gehouden.')
  expect(await axeFaults(lead)).toEqual([])
  await lease
    .getByLabel(labelled('Afspraak 1 in gewone woorden'))
    .fill('Wilt u een huisdier? Vraag het eerst.')
  await lead.getByRole('button', { name: 'Voorstellen' }).click()
  await expect(lead.getByText('Dit wacht op een collega')).toBeVisible()
  await expect(lead.getByRole('button', { name: 'Akkoord geven' })).toHaveCount(0)

  const colleague = await signIn(browser, 'Jeroen Katerberg', /^Bestuurder/)
  await colleague.goto('/organisation/words')
  await expect(
    colleague.getByRole('row', { name: /Huurovereenkomst: afspraak 1 in gewone woorden.*een huisdier/ }),
  ).toContainText('Vraag het eerst.')
  const [paper] = await Promise.all([
    colleague.waitForEvent('download'),
    colleague
      .getByRole('link', { name: /Huurovereenkomst, met een verzonnen/ })
      .first()
      .click(),
  ])
  expect(paper.suggestedFilename()).toBe('huurovereenkomst-voorbeeld.pdf')
  await colleague.getByRole('button', { name: 'Akkoord geven' }).click()
  await expect(colleague.getByRole('heading', { name: /^Wat nu geldt: versie \d+/ })).toBeVisible()
  expect(await axeFaults(colleague)).toEqual([])

  const mentor = await signIn(browser, 'Gea Wolters')
  expect((await mentor.goto('/organisation/words'))?.status()).toBe(404)
})
