// What the three parties of one home see of it, and what they do not: on each page of the case, and in the data behind it.
import { type Browser, expect, type Page } from '@playwright/test'
import { signIn } from '../pages/page'

/** The mentor, the regisseur and the officer of one home, each in a browser session of their own. */
export const threeOf = async (browser: Browser) => ({
  mentor: await signIn(browser, 'Roos Ottens'),
  regisseur: await signIn(browser, 'Femke Bruinsma'),
  officer: await signIn(browser, 'Gea Wolters'),
})

export type Three = Record<'mentor' | 'regisseur' | 'officer', Page>

const pages = ['', '/file', '/timeline']
/** A page, and the data behind it. */
const asked: Record<string, string>[] = [{}, { RSC: '1' }]

/** All that this person gets of a case, as text. */
async function allOf(page: Page, address: string): Promise<string> {
  const bodies = pages.flatMap((path) =>
    asked.map(async (headers) => (await page.request.get(address + path, { headers })).text()),
  )
  return (await Promise.all(bodies)).join('\n')
}

/** Some page of the case says each of these to this person. */
export async function learns(page: Page, address: string, ...words: readonly string[]) {
  const all = await allOf(page, address)
  for (const word of words) expect(all.includes(word), `says ${word}`).toBe(true)
}

/** No page of the case says any of these to this person. */
export async function learnsNothing(page: Page, address: string, ...words: readonly string[]) {
  const all = await allOf(page, address)
  for (const word of words) expect(all.includes(word), `says ${word}`).toBe(false)
}

const addressesOn = (page: Page) =>
  page
    .locator('main tbody a[href^="/cases/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))

/** What a home has where nothing goes wrong: no signal, no arrears, no rung, and nobody away. */
const trouble = [
  'answerSignal',
  'actOnSignal',
  'answerArrears',
  'endEscalation',
  'endTimeOut',
  'weighSupport',
]

/**
 * The address of a home that all three know and where nothing goes wrong. The mentor's first two are left to those who write
 * down visits at the same time. `without`: a word that stands nowhere in its file.
 */
export async function quietHome({ mentor, regisseur, officer }: Three, without?: string): Promise<string> {
  await mentor.goto('/cases?stage=aftercare')
  const taken = (await addressesOn(mentor)).slice(0, 2)
  await officer.goto('/cases?stage=aftercare')
  for (const address of (await addressesOn(officer)).reverse()) {
    if (taken.includes(address)) continue
    const [ours, theirs] = [await mentor.request.get(address), await regisseur.request.get(address)]
    if (!ours.ok() || !theirs.ok()) continue
    const page = await ours.text()
    if (trouble.some((step) => page.includes(`/steps/${step}`))) continue
    if (!without || !(await allOf(mentor, address)).includes(without)) return address
  }
  throw new Error('The three of them have no home without trouble')
}
