// Whoever answers for a decision sees what it rested on: as it was known then, beside as it is known now.
import { expect, type Page } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { does } from './client'

/** Nothing changed since the decision; then the mentor hears something, and that alone stands out. */
export async function knowsBoth(mentor: Page, address: string) {
  await mentor.goto(address)
  await mentor.getByRole('link', { name: 'Toen bekend en nu bekend' }).click()
  await expect(mentor.getByText('Wat toen bekend was, is nu nog zo.').first()).toBeVisible()
  await does(mentor, address, ['describeHousehold', 'Huishouden beschrijven', { Huisdieren: 'Een kat' }])
  await mentor.goto(`${address}/weighed`)
  await expect(mentor.getByText('Eén gegeven is sindsdien veranderd.').first()).toBeVisible()
  const changed = mentor.getByRole('row', { name: /Huisdieren/ })
  await expect(changed).toContainText(/Niet bekend.*Een kat/)
  const same = mentor.getByText(/gegevens zijn hetzelfde gebleven/).first()
  await expect(mentor.getByRole('row', { name: /Aantal volwassenen/ })).toHaveCount(0)
  await same.click()
  await expect(mentor.getByRole('row', { name: /Aantal volwassenen/ })).toBeVisible()
  expect(await axeFaults(mentor)).toEqual([])
}
