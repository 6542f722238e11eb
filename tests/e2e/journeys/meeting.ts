// A tafel of eight cases, each with another outcome, and the five people who sit at it, each in a browser of their own.
import { type Browser, expect, type Page } from '@playwright/test'
import type { Waiting } from '../../support/waiting-cases'
import { type Answers, send, signIn } from '../pages/page'
import { DATA, takenBefore } from './before'
import { at, choose, planTafel } from './client'

/** Cases that are ready for a tafel, each with words of its own; Domesta was asked to take part in every other one. */
export const waitingCases = (many: number, mark: string, data = DATA) => prepared(many, mark, 'ready', data)

/** A case of which the aanmelding was sent. */
export const sentCase = async (mark: string) => (await prepared(1, mark, 'sent'))[0] as Waiting

/** Takes the steps to there without a browser: for a test that is about what follows. */
const prepared = (many: number, mark: string, until: 'sent' | 'ready', data = DATA) =>
  takenBefore<Waiting[]>('waiting-cases', [`${many}`, mark, until], data)

/** The people at the table; of Lefier, which has a part in none of the cases, the outside. */
export const atTable = async (browser: Browser) => ({
  mentor: await signIn(browser, 'Roos Ottens'),
  chair: await signIn(browser, 'Johan Wiggers'),
  secretary: await signIn(browser, 'Sunita Ramdin'),
  officer: await signIn(browser, 'Gea Wolters'),
  outside: await signIn(browser, 'Hilde Pranger'),
})
export type People = Awaited<ReturnType<typeof atTable>>

const later = { 'Uiterlijk op': '+2w' }
const home = { Gemeente: 'Gemeente Emmen', Contractvorm: 'Op naam, met driepartijenovereenkomst' }

/** What the table decides on each case, in the order of its agenda: the outcome, and what it asks for. */
export const outcomes: readonly (readonly [outcome: string, answers: Answers])[] = [
  ['Toegelaten', { ...home, Voorrang: 'Hoog' }],
  [
    'Toegelaten met voorwaarden',
    {
      ...home,
      Voorrang: 'Normaal',
      Voorwaarde: 'Bewind is aangevraagd',
      'Wie zorgt ervoor': 'De zorgaanbieder',
      'Klaar uiterlijk op': '+4w',
    },
  ],
  ['Aangehouden', { ...later, 'Wie gaat verder': 'De zorgaanbieder' }],
  ['Afgewezen', { 'Reden van afwijzen': 'Kan zelf een woning vinden' }],
  ['Andere woonvorm', { Woonvorm: 'Housing First' }],
  ['Terug naar de zorgaanbieder', { 'Opnieuw bekijken op': '+4w' }],
  ['Toegelaten met spoed', { ...home, ...later }],
  ['Naar het bestuurlijk overleg', later],
]

/** What the client reads of the decision on a case, and why it was taken: words that nobody else says. */
export const saidOf = (n: number, mark: string) => ({
  'Uitleg voor de cliënt': `brief${n}woord${mark}`,
  Motivering: `motief${n}woord${mark}`,
})

export async function seat(secretary: Page, tafel: string, [party, who, standIn]: readonly string[]) {
  await at(secretary, tafel, 'nameDelegate')
  await choose(secretary, 'Partij', party as string)
  await choose(secretary, 'Afgevaardigde', who as string)
  if (standIn) await choose(secretary, 'Vervanger', standIn)
  await send(secretary, 'Afgevaardigde kiezen')
}

/** The secretary plans the tafel, seats three parties and invites them. */
export async function invited(secretary: Page, mark: string): Promise<string> {
  const tafel = await planTafel(secretary, `Zitting ${mark}`)
  await seat(secretary, tafel, ['Gemeente', 'Femke Bruinsma'])
  await seat(secretary, tafel, ['Corporatie', 'Gea Wolters', 'Bart Lubbers'])
  await seat(secretary, tafel, ['Zorgaanbieder', 'Milan Perić'])
  await at(secretary, tafel, 'inviteDelegates')
  await send(secretary, 'Afgevaardigden uitnodigen')
  return tafel
}

const ticks = (page: Page) => page.locator('input[type=checkbox][name=case]')
const ticked = (page: Page) =>
  page
    .locator('input[name=case]:checked')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).sort())

/** These cases of a proposal are ticked, and no other. */
export const onlyTicked = async (page: Page, ours: readonly string[]) =>
  expect(await ticked(page)).toEqual([...ours].sort())

/** Ticks these cases of a proposal and no other; those that others put on another agenda meanwhile are gone. */
export async function tickOnly(page: Page, ours: readonly string[]) {
  await expect(ticks(page).first()).toBeVisible()
  for (const id of await ticked(page))
    if (!ours.includes(id))
      await page.evaluate((one) => {
        const box = document.querySelector<HTMLInputElement>(`input[name=case][value="${one}"]`)
        if (box?.checked) box.click()
      }, id)
  for (const id of ours) await page.locator(`input[name=case][value="${id}"]`).check()
  await onlyTicked(page, ours)
}

/** The secretary ticks these cases in the proposal, puts them on the agenda in one go, and in this order. */
export async function putTogether(secretary: Page, tafel: string, cases: readonly Waiting[]) {
  await secretary.goto(`${tafel}/agenda`)
  const ours = cases.map(({ id }) => id)
  await tickOnly(secretary, ours)
  await secretary.getByRole('button', { name: 'Op de agenda zetten' }).click()
  const these = secretary.getByRole('button', { name: new RegExp(`\\(${cases.length}\\)$`) })
  await these.click()
  const done = secretary.getByText(`Bij ${cases.length} dossiers gedaan.`)
  await expect(done).toBeVisible({ timeout: 30_000 })
  await secretary.goto(`${tafel}/agenda`)
  const last = cases.at(-1)?.number
  await secretary.getByRole('button', { name: `Eerst: dossier ${last}` }).click()
  await expect(secretary.getByText(`1. Jo ${cases.at(-1)?.name}`)).toBeVisible()
  await secretary.getByRole('button', { name: `Laatst: dossier ${last}` }).click()
  await expect(secretary.getByText(`${cases.length}. Jo ${cases.at(-1)?.name}`)).toBeVisible()
  const rowOf = (text: string) => secretary.getByRole('row').filter({ hasText: text })
  await rowOf('2. Jo').locator('.ui-arrange-grip').dragTo(rowOf('1. Jo'))
  await expect(secretary.getByText(`1. Jo ${cases[1]?.name}`)).toBeVisible()
  await secretary.getByRole('button', { name: `Eerst: dossier ${cases[0]?.number}` }).click()
  await expect(secretary.getByText(`1. Jo ${cases[0]?.name}`)).toBeVisible()
}
