// A whole meeting of eight cases by five people, each in a browser of their own, from its agenda to a list that stands.
import { expect, type Page } from '@playwright/test'
import { thirdWebsite } from '../../support/third-website'
import type { Waiting } from '../../support/waiting-cases'
import { send, signIn } from '../pages/page'
import { takeHeard, test } from '../pages/watched'
import { changedPast } from './adopted-list'
import { at, does, fresh } from './client'
import { Latency } from './latency'
import { atTable, invited, outcomes, putTogether, saidOf, waitingCases } from './meeting'
import {
  adopts,
  begins,
  decides,
  fills,
  looksAround,
  type Meeting,
  others,
  records,
  sees,
  seesNot,
  standsIn,
  takesUp,
} from './meeting-held'
import { Traffic } from './traffic'

const PORT = Number(process.env.E2E_PORT ?? '3200') + 4
/** A line that was down, and a website that comes back: by then all is as it was, in milliseconds. */
const BACK = 15_000

test.use({ baseURL: `http://localhost:${PORT}` })

const says = (page: Page, address: string, position: string, why: string) =>
  does(page, address, ['givePosition', 'Standpunt geven', { Standpunt: position, Waarom: why }])

/** Where the parties stand: nobody reads another before all have spoken, or the table sits. */
async function positions({ mentor, officer, chair, cases, mark }: Meeting, regisseur: Page) {
  const [first, second] = cases as [Waiting, Waiting]
  await says(mentor, first.address, 'Steunt het', `zorgwoord${mark}`)
  await says(officer, first.address, 'Nog niet', `huurwoord${mark}`)
  await says(mentor, second.address, 'Steunt het', `zorgwoord${mark}`)
  for (const page of [chair, officer, regisseur]) {
    await page.goto(first.address)
    await seesNot(page, `zorgwoord${mark}`)
  }
  await mentor.goto(first.address)
  await seesNot(mentor, `huurwoord${mark}`)
  await says(regisseur, first.address, 'Steunt het', `gemeentewoord${mark}`)
  for (const page of [chair, officer, mentor]) {
    await page.goto(first.address)
    await sees(page, `gemeentewoord${mark}`)
  }
  await chair.goto(second.address)
  await seesNot(chair, `zorgwoord${mark}`)
}

/** A connection that is lost while somebody types and the table goes on. */
async function loses(m: Meeting, n: number) {
  const note = await m.mentor.context().newPage()
  await at(note, m.cases[0]?.address ?? '', 'writeNote')
  await note.getByLabel('Notitie').pressSequentially(`Getypt${m.mark}`)
  await m.mentor.context().setOffline(true)
  await note.getByLabel('Notitie').pressSequentially(' zonder verbinding')
  const there = others(m, n).filter(([who]) => who !== 'mentor')
  await takesUp(m, n, there)
  await m.mentor.context().setOffline(false)
  await sees(m.mentor, `Dossier ${m.cases[n]?.number}`, BACK)
  await expect(note.getByLabel('Notitie')).toHaveValue(`Getypt${m.mark} zonder verbinding`)
  await note.getByLabel('Notitie').press('End')
  await send(note, 'Notitie schrijven', { 'Wie leest dit?': 'Alleen mijn eigen organisatie' })
  await note.close()
  await fills(m, n)
  await records(m, n)
}

/** The website is killed under all five while the chair types, and comes back: nothing that was said is lost. */
async function restarts(m: Meeting, n: number, website: Website): Promise<Website> {
  await takesUp(m, n)
  await fills(m, n)
  await website.crash()
  const field = m.chair.getByLabel('Motivering')
  await field.press('End')
  await field.pressSequentially(' en meer')
  const again = await thirdWebsite(PORT)
  const typed = `${saidOf(n, m.mark).Motivering} en meer`
  await expect(field).toHaveValue(typed)
  for (const [, page, what] of others(m, n)) await sees(page, what)
  await records(m, n)
  takeHeard()
  return again
}
type Website = Awaited<ReturnType<typeof thirdWebsite>>

/** Each reads their own part of the minutes: all of it the provider, nothing of it whoever has no part in it. */
async function minutes({ mentor, officer, outside, tafel, mark }: Meeting) {
  for (const page of [mentor, officer, outside]) await page.goto(`${tafel}/minutes`)
  for (const [n, [outcome]] of outcomes.entries()) {
    await sees(mentor, outcome)
    await sees(mentor, saidOf(n, mark)['Uitleg voor de cliënt'])
  }
  for (const page of [officer, outside]) await sees(page, 'Geen besluiten die u leest')
}

/** Nothing that either corporatie was ever answered holds a word that is not for it. */
async function kept({ officer, outside, cases, told, mark, tafel }: Meeting) {
  for (const page of [officer, outside])
    for (const address of [tafel, `${tafel}/agenda`, `${tafel}/room`, '/cases', '/tafels', '/'])
      await page.goto(address)
  takeHeard()
  const decided = outcomes.flatMap((_, n) => Object.values(saidOf(n, mark)))
  const ofClient = cases.flatMap(({ words }) => words.ofClient)
  const others = cases.filter(({ asked }) => !asked).flatMap(({ words }) => words.ofCase)
  const all = [...cases.flatMap(({ words, number }) => [...words.ofCase, number]), `zorgwoord${mark}`]
  told.officer.without([...decided, ...ofClient, ...others], cases[0]?.words.ofCase[0] ?? '')
  told.outside.without([...decided, ...ofClient, ...all], 'Dossier 8 van de agenda')
}

let website: Website
test.beforeAll(async () => {
  website = await thirdWebsite(PORT)
})
test.afterAll(() => website.close())

test('five people go through eight cases, each with their own rights, and the list that they adopt stands', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const mark = fresh()
  const [cases, people] = await Promise.all([waitingCases(outcomes.length, mark), atTable(browser)])
  const told = { officer: await Traffic.of(people.officer), outside: await Traffic.of(people.outside) }
  const tafel = await invited(people.secretary, mark)
  await putTogether(people.secretary, tafel, cases)
  const m: Meeting = { ...people, tafel, mark, cases, told, latency: new Latency() }
  await positions(m, await signIn(browser, 'Femke Bruinsma'))
  await begins(m)
  for (const n of [0, 1]) await decides(m, n, looksAround)
  await decides(m, 2)
  await standsIn(m, 3)
  await loses(m, 4)
  website = await restarts(m, 5, website)
  for (const n of [6, 7]) await decides(m, n)
  await adopts(m)
  await minutes(m)
  await kept(m)
  const chairs = [
    ['Johan Wiggers', 'chair'],
    ['Sunita Ramdin', 'secretary'],
  ] as const
  const { done, refused } = await changedPast(chairs, tafel, cases)
  console.log(`    ${refused} ways to change the adopted list were refused by the database`)
  expect(done).toEqual([])
  m.latency.within()
})
