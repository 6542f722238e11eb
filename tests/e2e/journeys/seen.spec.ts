// Before something is shared one can look through the eyes of the other: what they get, and what stays closed.
import { expect } from '@playwright/test'
import { fill, shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { fresh } from './client'
import { sentCase } from './meeting'

test('a mentor looks at a case as the regisseur has it', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const { address, name } = await sentCase(fresh())
  await mentor.goto(address)
  await mentor.getByRole('link', { name: 'Zoals anderen het zien' }).click()
  await expect(mentor.getByRole('radiogroup', { name: 'Door wiens ogen' })).toBeVisible()
  await fill(mentor, { 'Door wiens ogen': 'Gemeente Emmen · Regisseur' })
  await mentor.getByRole('button', { name: 'Bekijk' }).click()
  await shows(mentor, new RegExp(name))
  await expect(
    mentor.getByRole('heading', { level: 2, name: /^Zo ziet Gemeente Emmen dit dossier/ }),
  ).toBeVisible()
  await expect(mentor.getByRole('heading', { name: 'Huidig verblijf' })).toBeVisible()
  const closed = mentor.locator('section', {
    has: mentor.getByRole('heading', { name: 'U ziet dit, zij niet' }),
  })
  await expect(closed).toContainText('Gezondheid')
  await expect(closed).toContainText('Strafrecht')
  await expect(mentor.getByRole('heading', { name: 'Gezondheid' })).toHaveCount(0)
})
