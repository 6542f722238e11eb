// What happens at the table of a tafel of eight cases, and who of the five sees it, how soon.
import { expect, type Page } from '@playwright/test'
import type { Waiting } from '../../support/waiting-cases'
import { axeFaults } from '../pages/axe'
import { fill, press, shows, summaryOf } from '../pages/page'
import { at, does } from './client'
import type { Latency } from './latency'
import { outcomes, type People, saidOf } from './meeting'
import type { Traffic } from './traffic'

export type Meeting = People & {
  readonly tafel: string
  readonly mark: string
  readonly cases: readonly Waiting[]
  readonly latency: Latency
  /** What the two corporaties were told. */
  readonly told: { readonly officer: Traffic; readonly outside: Traffic }
}

const words = (page: Page, what: string | RegExp) => page.getByRole('main').getByText(what)
export const sees = (page: Page, what: string | RegExp, timeout = 10_000) =>
  expect(words(page, what).first()).toBeVisible({ timeout })
export const seesNot = (page: Page, what: string | RegExp) => expect(words(page, what)).toHaveCount(0)

/** The others at the table, each with what they see of this case when it is in hand. */
export function others(
  { secretary, mentor, officer, outside, cases }: Meeting,
  at: number,
): readonly (readonly [string, Page, string])[] {
  const [one, place] = [cases[at] as Waiting, `Dossier ${at + 1} van de agenda`]
  const named = `Dossier ${one.number}`
  return [
    ['secretary', secretary, named],
    ['mentor', mentor, named],
    ['officer', officer, one.asked ? named : place],
    ['outside', outside, place],
  ]
}

/** The five sit down: everybody who follows hears that it begins. */
export async function begins(m: Meeting) {
  for (const page of [m.secretary, m.mentor, m.officer, m.outside]) {
    const line = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/live')
    await page.goto(`${m.tafel}/session`)
    await line
  }
  await at(m.chair, m.tafel, 'openTafel')
  const opening = {
    Gemeente: true,
    Corporatie: true,
    Zorgaanbieder: true,
    'Namen van de aanwezigen': 'Allen',
  } as const
  const nothing = 'Er ligt nog geen dossier op tafel'
  const all = others(m, 0).map(([who, page]) => [who, page, nothing] as const)
  const done = [m.chair, 'Gelukt: Uitstroomtafel openen.'] as const
  await m.latency.of('begins', () => press(m.chair, 'Uitstroomtafel openen', opening), done, all)
  await m.chair.goto(m.cases[1]?.address ?? '')
  await sees(m.chair, `zorgwoord${m.mark}`)
}

/** The chair takes up this case on the screen in the room. */
export async function takesUp(m: Meeting, at: number, follow = others(m, at)) {
  if (!m.chair.url().endsWith('/room')) await m.chair.goto(`${m.tafel}/room`)
  const name = at ? 'Volgende dossier' : 'Eerste dossier'
  const own = [m.chair, `Dossier ${at + 1} van ${m.cases.length}`] as const
  await m.latency.of(`case ${at + 1}`, () => m.chair.getByRole('button', { name }).click(), own, follow)
}

/** The chair fills in what the table decided. */
export async function fills({ chair, cases, mark }: Meeting, n: number) {
  const [outcome, answers] = outcomes[n] ?? ['', {}]
  await at(chair, cases[n]?.address ?? '', 'proposeDecision')
  await fill(chair, { Uitkomst: outcome, ...answers, ...saidOf(n, mark) })
}

/** It counts as recorded, and who leads the table with the chair sees it. */
export async function records(m: Meeting, n: number) {
  const act = () => press(m.chair, 'Besluit vastleggen')
  const done = [m.chair, 'Gelukt: Besluit vastleggen.'] as const
  await m.latency.of(`decision ${n + 1}`, act, done, [['secretary', m.secretary, outcomes[n]?.[0] ?? '']])
}

export async function decides(m: Meeting, n: number, look = async (_m: Meeting, _n: number) => {}) {
  await takesUp(m, n)
  await look(m, n)
  await fills(m, n)
  await records(m, n)
}

/** What each may see of the first two, on the wall and on their own screens. */
export async function looksAround({ chair, secretary, mentor, officer, outside, cases }: Meeting, n: number) {
  const { number, name, asked } = cases[n] as Waiting
  await shows(chair, asked ? new RegExp(number) : `Dossier ${n + 1}`)
  await seesNot(chair, name)
  await sees(mentor, new RegExp(name))
  if (!asked) await sees(chair, 'Niet iedereen aan tafel hoort bij dit dossier.')
  for (const page of [officer, outside]) await seesNot(page, name)
  for (const page of [secretary, mentor, officer, outside]) expect(await axeFaults(page)).toEqual([])
}

/** The corporatie leaves: nothing is decided until somebody stands in for it. */
export async function standsIn(m: Meeting, n: number) {
  await takesUp(m, n)
  const { secretary, chair, latency } = m
  const goes = secretary.getByRole('button', { name: 'Gea Wolters gaat weg' })
  const missing = 'Er kan nu niets worden besloten. Wat mist: Corporatie.'
  await latency.of('leaves', () => goes.click(), [secretary, missing], [['chair', chair, missing]])
  await fills(m, n)
  await press(chair, 'Besluit vastleggen')
  await expect(summaryOf(chair)).toContainText('Er mist nog een partij om te mogen besluiten: corporatie')
  const comes = secretary.getByRole('button', { name: 'Bart Lubbers komt binnen' })
  await comes.click()
  await sees(secretary, 'Genoeg partijen om te besluiten')
  await records(m, n)
}

/** Two people adopt the list; whoever follows hears that the table rose. */
export async function adopts(m: Meeting) {
  const { chair, secretary, tafel, latency } = m
  await does(secretary, tafel, ['adoptList', 'Besluiten vaststellen', {}])
  await at(chair, tafel, 'adoptList')
  const over = 'Deze uitstroomtafel is voorbij'
  const follow = others(m, 0).filter(([who]) => who !== 'secretary')
  const all = follow.map(([who, page]) => [who, page, over] as const)
  const done = [chair, 'Gelukt: Besluiten vaststellen.'] as const
  await latency.of('adopted', () => press(chair, 'Besluiten vaststellen'), done, all)
}
