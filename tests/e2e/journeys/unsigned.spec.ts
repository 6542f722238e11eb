// The day of the key has come, and one signature is missing: no key, which one, and who sees to it.
import { expect, type Page } from '@playwright/test'
import { cannotYet, panelOf, take } from '../pages/page'
import { test } from '../pages/watched'
import { signed } from './answers'
import { confirmedCase } from './before'
import { fresh } from './client'
import { learns, learnsNothing, type Three, threeOf } from './together'

const goals = `Thuis landen ${fresh()}`
const plan = {
  Doelen: goals,
  Afspraken: 'Elke week bezoek',
  'Getekend op': 'vandaag',
  'Mate van begeleiding': 'Midden',
}
const withClient = 'Driepartijenovereenkomst tekenen met cliënt'

/** The last two that are missing are those of provider and client under the agreement of three. */
async function signAllButOne({ mentor, officer }: Three, address: string) {
  await mentor.goto(address)
  await take(mentor, 'Begeleidingsplan maken', plan)
  await take(mentor, 'Begeleidingsovereenkomst tekenen', signed)
  await officer.goto(address)
  await take(officer, 'Huurovereenkomst tekenen', signed)
  await take(officer, 'Driepartijenovereenkomst tekenen', signed)
}

/** No key; the panel names the signature that comes first, and who sees to it. */
async function noKey(officer: Page, address: string, why: string) {
  await officer.goto(address)
  await cannotYet(officer, why)
  await expect(panelOf(officer).getByRole('link', { name: 'Sleutel geven' })).toHaveCount(0)
  await officer.goto(`${address}/steps/handOverKey`)
  await expect(officer.getByRole('main').getByText(why).first()).toBeVisible()
  await expect(officer.getByRole('button', { name: 'Sleutel geven' })).toHaveCount(0)
}

test('one paper is not signed on the day of the key: no key, and it says which and who can mend it', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const [{ address }, three] = await Promise.all([confirmedCase(fresh()), threeOf(browser)])
  const { mentor, regisseur, officer } = three
  await signAllButOne(three, address)
  await noKey(officer, address, 'Driepartijenovereenkomst: de begeleider tekent met de cliënt.')
  // The gemeente sees that it waits and for whom; the landlord reads nothing of the plan.
  await learns(regisseur, address, 'tekent de driepartijenovereenkomst met de cliënt')
  await learnsNothing(officer, address, goals)

  await mentor.goto(address)
  await take(mentor, withClient, signed)
  // What stands on a paper changed after it was signed: it is signed again, and until then there is no key.
  await take(mentor, 'Begeleidingsplan maken', { ...plan, Doelen: `${goals} en rust` })
  await expect(mentor.getByText('Wie ‘Opnieuw tekenen’ ziet staan')).toBeVisible()
  await noKey(officer, address, 'Begeleidingsovereenkomst: de begeleider tekent met de cliënt.')
  await mentor.goto(address)
  await take(mentor, 'Begeleidingsovereenkomst tekenen', signed)
  await officer.goto(address)
  await take(officer, 'Sleutel geven', { 'Sleutel gegeven op': 'vandaag' })
  for (const page of [mentor, regisseur]) await learns(page, address, 'Sleutel gegeven op')
  await learnsNothing(officer, address, goals)
})
