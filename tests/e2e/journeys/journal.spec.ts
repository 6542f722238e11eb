// The privacy officer reads who looked at what, and nothing of what was looked at.
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { fresh, register } from './client'

const rowOf = (page: Page, number: string) => page.getByRole('row', { name: new RegExp(number) })

/** The number of the case that is open. */
const numberOn = async (page: Page) =>
  /ZOD-\d\d-\d{4,}/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? ''

async function find(page: Page, number: string) {
  await page.getByText('Kies persoon, periode of dossier').click()
  await page.getByLabel('Dossiernummer').fill(number)
  await page.getByRole('button', { name: 'Zoek dossier' }).click()
}

test('what a mentor opens is in the journal of the own organisation, without a name of the client', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const family = `Kanariestra-${fresh()}`
  const address = await register(mentor, family)
  await mentor.goto(`${address}/file`)
  const number = await numberOn(mentor)
  const privacy = await signIn(browser, 'Carla Smid')
  await privacy.goto('/journal')
  await shows(privacy, 'Journaal')
  await expect(privacy.getByText('Ongebroken')).toBeVisible()
  await find(privacy, 'ZOD-26-99999')
  await expect(privacy.getByLabel('Dossiernummer')).toHaveAccessibleDescription(/is bij uw organisatie niets/)
  await privacy.getByLabel('Dossiernummer').fill(number.toLowerCase())
  await privacy.getByRole('button', { name: 'Zoek dossier' }).click()
  await expect(privacy.getByRole('link', { name: new RegExp(`^Dossier ${number}`) })).toBeVisible()
  expect(privacy.url()).not.toContain(number)
  await expect(rowOf(privacy, number).filter({ hasText: 'Roos Ottens' }).first()).toContainText(
    /Las \d+ onderdelen\s*Waarvoor: De cliënt begeleiden\s*strafrecht, BSN, BSN al bekend, schulden/,
  )
  await shows(privacy, 'Journaal')
  const download = privacy.waitForEvent('download')
  await privacy.getByRole('button', { name: 'Opslaan als bestand' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toMatch(
    /^\uFEFFVolgnummer;Dag;Tijd;Persoon;Rol;Soort;Wat;Dossier;Onderdelen;Waarom geweigerd;Doel;Grond;Bezoek;Herkomst\r\n/,
  )
  expect(file).toContain(number)
  for (const text of [file, await privacy.content()]) expect(text).not.toContain(family)
  await privacy.goto('/journal')
  await expect(
    privacy.getByRole('cell', { name: /Nam \d+ regels? uit het journaal mee/ }).first(),
  ).toBeVisible()
  await privacy.getByRole('button', { name: 'Alles opnieuw controleren' }).click()
  await expect(privacy.getByText('Ongebroken')).toBeVisible()
  await privacy.goto(address)
  await expect(privacy.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible()
})

test('another organisation finds nothing of it, and nobody else has a journal', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Kanariestra-${fresh()}`)
  const number = await numberOn(mentor)
  const other = await signIn(browser, 'Priya Soekhoe')
  await other.goto('/journal')
  await find(other, number)
  await expect(other.getByLabel('Dossiernummer')).toHaveAccessibleDescription(/is bij uw organisatie niets/)
  await other.goto(`/journal?subject=${address.split('/').at(-1)}`)
  await expect(other.getByText('Met deze keuze is niets vastgelegd')).toBeVisible()
  expect(await other.content()).not.toContain(number)
  for (const path of ['/journal', '/journal/print', '/journal?kind=denied']) {
    expect((await mentor.goto(path))?.status(), path).toBe(403)
    await expect(
      mentor.getByRole('heading', { level: 1, name: 'Hiervoor hebt u een andere rol nodig' }),
    ).toBeVisible()
  }
  const origin = new URL(mentor.url()).origin
  const file = await mentor.request.post('/journal/export', { headers: { origin }, form: {} })
  expect(file.status()).toBe(404)
})
