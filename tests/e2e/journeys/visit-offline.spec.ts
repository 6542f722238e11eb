// A visit on the phone while the line comes and goes: nothing is lost and nothing counts twice. npm run test:visits takes many.
import { expect, type Page, type Route } from '@playwright/test'
import { fill, labelled, summaryOf } from '../pages/page'
import { takeHeard, test } from '../pages/watched'
import { fresh } from './client'
import { storesIn } from './device'
import { onThePhone, presses, visitAnswers, visitStep } from './visiting'

// Of one person and one line: what the one test keeps of a form, the other would find.
test.describe.configure({ mode: 'serial' })

const RUNS = Number(process.env.VISIT_RUNS ?? 1)

type Visit = { readonly phone: Page; readonly address: string; readonly note: string }
const isForm = (route: Route) => route.request().headers()['next-action'] !== undefined

/** It says that it was not sent, keeps what was typed, and waits. */
async function waits({ phone, note }: Visit) {
  await expect(summaryOf(phone)).toContainText('Dit is niet verstuurd. Wat u typte, staat er nog.')
  await expect(phone.getByLabel(labelled('Verslag'))).toHaveValue(note)
}

/** What the line does while a visit is written down; at the end it is back. */
const moments: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  'the line drops before anything is filled in': async (visit) => {
    const { phone, note } = visit
    await phone.context().setOffline(true)
    await fill(phone, visitAnswers(note))
    await presses(phone)
    await waits(visit)
    await phone.context().setOffline(false)
  },
  'the line drops halfway, and comes back for a moment': async (visit) => {
    const { phone, note } = visit
    const { Verslag, ...first } = visitAnswers(note)
    await fill(phone, first)
    await phone.context().setOffline(true)
    await fill(phone, { Verslag })
    await phone.context().setOffline(false)
    await phone.context().setOffline(true)
    await presses(phone)
    await waits(visit)
    await phone.context().setOffline(false)
  },
  'the answer is lost on its way back': async ({ phone, note }) => {
    // One answer only: the form is sent again by itself, whenever the test has come so far as to look.
    let lost = false
    await phone.route('**/steps/recordVisit*', async (route) => {
      if (lost || !isForm(route)) return route.fallback()
      lost = true
      await route.fetch({ maxRedirects: 0 })
      await route.abort('internetdisconnected')
    })
    await fill(phone, visitAnswers(note))
    await presses(phone)
    await expect.poll(() => lost, { message: 'an answer was lost' }).toBe(true)
  },
  'the line drops while it is sent': async (visit) => {
    const { phone, note } = visit
    await phone.route('**/steps/recordVisit*', (route) =>
      isForm(route) ? route.abort('internetdisconnected') : route.fallback(),
    )
    await fill(phone, visitAnswers(note))
    await presses(phone)
    await waits(visit)
    await phone.unrouteAll()
  },
}

/** What the browser wrote down of the line that was gone, and nothing else. */
const onlyTheLine = () =>
  expect(takeHeard().filter((said) => !said.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])

async function timesIn(mentor: Page, address: string, note: string) {
  await mentor.goto(`${address}/file`)
  return (await mentor.locator('main').innerText()).split(note).length - 1
}

test('a visit is written down once, whatever the line does', async ({ browser }) => {
  test.setTimeout(60_000 + RUNS * 60_000)
  const { mentor, phone, address } = await onThePhone(browser, 0)
  const counts = { sent: 0, lost: 0, double: 0 }
  for (let run = 0; run < RUNS; run++)
    for (const [moment, line] of Object.entries(moments)) {
      const note = `Bezoek ${fresh()}`
      await phone.goto(`${address}/steps/recordVisit`)
      await expect(phone.getByRole('heading', { level: 1, name: visitStep })).toBeVisible()
      await line({ phone, address, note })
      await expect(phone.getByText(`Gelukt: ${visitStep}.`), moment).toBeVisible({ timeout: 20_000 })
      const times = await timesIn(mentor, address, note)
      counts.sent++
      if (times === 0) counts.lost++
      if (times > 1) counts.double++
      await phone.goto(`${address}/steps/recordVisit`)
      await expect(phone.getByText('U was hier op'), moment).toHaveCount(0)
    }
  // Nobody of this organisation chose that it may be kept on the device: no store was ever made.
  expect(await storesIn(phone)).toEqual([])
  console.log(`    ${counts.sent} visits: ${counts.lost} lost, ${counts.double} double`)
  expect(counts).toMatchObject({ lost: 0, double: 0 })
  onlyTheLine()
})

test('what somebody else did meanwhile is said, and the visit waits for a look', async ({ browser }) => {
  const { mentor, phone, address } = await onThePhone(browser, 1)
  const [mine, other] = [`Bezoek ${fresh()}`, `Bezoek ${fresh()}`]
  await phone.goto(`${address}/steps/recordVisit`)
  await phone.context().setOffline(true)
  await fill(phone, visitAnswers(mine))
  await presses(phone)
  await waits({ phone, address, note: mine })
  await mentor.goto(`${address}/steps/recordVisit`)
  await fill(mentor, visitAnswers(other))
  await mentor.getByRole('button', { name: visitStep, exact: true }).click()
  await expect(mentor.getByText(`Gelukt: ${visitStep}.`)).toBeVisible()
  await phone.context().setOffline(false)
  await expect(summaryOf(phone)).toContainText('intussen', { timeout: 20_000 })
  expect(await timesIn(mentor, address, mine)).toBe(0)
  await presses(phone)
  await expect(phone.getByText(`Gelukt: ${visitStep}.`)).toBeVisible()
  expect(await timesIn(mentor, address, mine)).toBe(1)
  expect(await timesIn(mentor, address, other)).toBe(1)
  onlyTheLine()
})
