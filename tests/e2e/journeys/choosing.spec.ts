// Somebody chooses cases for an agenda while others make cases ready: nothing is chosen for them.
import { expect, type Page } from '@playwright/test'
import type { Waiting } from '../../support/waiting-cases'
import { signIn } from '../pages/page'
import { test } from '../pages/watched'
import { fresh, planTafel } from './client'
import { onlyTicked, tickOnly, waitingCases } from './meeting'

const NEW = 'Nieuw sinds u deze pagina opende'
const rowOf = (page: Page, { number }: Waiting) => page.getByRole('row').filter({ hasText: number })

test('a case that comes to wait while somebody chooses is new on the page, and not ticked', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const mark = fresh()
  const secretary = await signIn(browser, 'Sunita Ramdin')
  const [mine, other] = (await waitingCases(2, mark)) as [Waiting, Waiting]
  const tafel = await planTafel(secretary, `Kiezen ${mark}`, '+2w')
  const line = secretary.waitForResponse((answer) => new URL(answer.url()).pathname === '/live')
  await secretary.goto(`${tafel}/agenda`)
  await line
  await expect(secretary.getByText(NEW).filter({ visible: true })).toHaveCount(0)
  await tickOnly(secretary, [mine.id])
  const [comes] = (await waitingCases(1, `n${mark}`)) as [Waiting]
  const row = rowOf(secretary, comes)
  await expect(row.getByText(NEW)).toBeVisible()
  await expect(row.getByRole('checkbox')).not.toBeChecked()
  await expect(rowOf(secretary, mine).getByText(NEW)).toBeHidden()
  await onlyTicked(secretary, [mine.id])
  // What somebody ticks themselves stays, also when the next one comes.
  await row.getByRole('checkbox').check()
  const [then] = (await waitingCases(1, `d${mark}`)) as [Waiting]
  await expect(rowOf(secretary, then).getByText(NEW)).toBeVisible()
  await onlyTicked(secretary, [mine.id, comes.id])
  await secretary.getByRole('button', { name: 'Op de agenda zetten' }).click()
  await expect(secretary.getByRole('button', { name: /\(2\)$/ })).toBeVisible()
  await expect(secretary.getByText(other.number)).toHaveCount(0)
})
