// Every kind of page that a role can reach: accessible, with one heading and a title, wide and narrow, light and dark.
import { expect, type Page } from '@playwright/test'
import { THEMES, WIDTHS } from '../../../src/features/statements/looked-at'
import { fresh, register } from '../journeys/client'
import { bringIn } from '../journeys/housed'
import { axeFaults } from './axe'
import { signIn, visitor } from './page'
import { test } from './watched'

// Hundreds of looks: a recording of them all costs more than the looks.
test.use({ trace: 'off' })

type Theme = 'light' | 'dark'
type Look = readonly [width: number, theme: Theme]

const brief: readonly Look[] = [
  [1440, 'light'],
  [360, 'dark'],
]
/** For the roles that between them reach every kind of page. */
const full: readonly Look[] = THEMES.flatMap((theme) => WIDTHS.map((width) => [width, theme] as const))

/** As the server does for who chose it; a colour that is on its way to another one says nothing. */
const dress = (page: Page, theme: Theme) =>
  page.evaluate(async (chosen) => {
    document.documentElement.setAttribute('data-theme', chosen)
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  }, theme)

async function looksWell(page: Page, path: string, looks: readonly Look[]) {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
  await expect(page, path).toHaveTitle(/\S · Thuistafel$/)
  for (const [width, theme] of looks) {
    await page.setViewportSize({ width, height: 800 })
    await dress(page, theme)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, `pixels too wide: ${path} ${width}`).toBeLessThanOrEqual(0)
    expect(await axeFaults(page), `${path} ${width} ${theme}`).toEqual([])
  }
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/

/** What kind of page an address leads to; a case that is still described is another one than a case with a home. */
function kindOf(path: string, from: string): string {
  const kind = path
    .replace(ID, ':id')
    .replace(/(steps|candidates)\/.*$/, '$1')
    .replace(/=.*$/, '')
  return kind === '/cases/:id' && from.endsWith('stage=intake') ? `${kind} intake` : kind
}

/** What anyone may read. */
const forEveryone = ['/login', '/privacy', '/accessibility']

/** Long pages that are the same for everyone: looked at once, not by every role. */
const explaining = ['/rights', '/rights/table', '/process', '/covenant']

/** The addresses on this page, one of each kind. Of candidates not the first or the last: other tests propose those. */
async function linksOn(page: Page): Promise<string[]> {
  const all = await page
    .locator('main a[href^="/"], header nav a[href^="/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
  const theirs = all.filter((path) => !explaining.some((same) => path.split('?')[0] === same))
  const candidates = theirs.filter((path) => path.includes('/candidates/'))
  const candidate = candidates.at(-2) ?? candidates[0]
  return [...theirs.filter((path) => !candidates.includes(path)), ...(candidate ? [candidate] : [])]
}

/** Looks at the start page, and at the first page of every kind to which it leads. */
async function walk(page: Page, looks: readonly Look[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const todo: string[] = []
  const add = (path: string, from = '') => {
    const kind = kindOf(path, from)
    if (!seen.has(kind)) todo.push(path)
    if (!seen.has(kind)) seen.set(kind, path)
  }
  // A case with a home has most to show, one that is still described has most to fill in.
  for (const list of ['/cases?stage=aftercare', '/cases?stage=intake', '/dwellings?stage=available']) {
    await page.goto(list)
    for (const link of await linksOn(page)) if (ID.test(link)) add(link, list)
  }
  add('/')
  for (const path of todo) {
    await looksWell(page, path, looks)
    for (const link of await linksOn(page)) add(link, path)
  }
  return seen
}

const emmen = { gemeente: 'Gemeente Emmen', postcode: '7811 AB' }
const anybody = ['/', '/report']
const all = [...anybody, '/cases', '/tafels']

/** Someone of each role, how closely their pages are looked at, and what they must at least have reached. */
const people: readonly (readonly [string, RegExp, readonly Look[], readonly string[]])[] = [
  ['Femke Bruinsma', /^Regisseur/, brief, [...all, '/dwellings/:id', '/tafels/:id', '/cases/:id/steps']],
  ['Nienke Zwiers', /^Regiecoördinator/, brief, [...all, '/tafels/new', '/cases/:id/file']],
  ['Johan Wiggers', /^Voorzitter/, full, [...all, '/tafels/new', '/tafels/:id', '/tafels/:id/steps']],
  ['Sunita Ramdin', /^Secretaris/, brief, [...all, '/tafels/new']],
  ['Aaltje Meppelink', /^Teamleider gemeente/, brief, [...all, '/cases/:id/timeline']],
  [
    'Gea Wolters',
    /^Medewerker huisvesting/,
    full,
    ['/dwellings/:id/candidates', '/offers/:id', '/dwellings/new'],
  ],
  ['Eline Reinders', /^Teamleider corporatie/, brief, [...all, '/dwellings/:id']],
  [
    'Roos Ottens',
    /^Begeleider/,
    full,
    ['/cases/new', '/cases/:id intake', '/cases/:id/steps', '/offers/:id'],
  ],
  ['Milan Perić', /^Teamleider zorg/, brief, [...all, '/cases/:id/file']],
  ['Frits Alberda', /^Medewerker wijkteam/, brief, [...anybody, '/cases']],
  ['Ilse Kamphuis', /^Functionaris/, brief, [...anybody, '/journal', '/journal/print']],
  ['Roelof Sikkens', /^Beheerder/, brief, [...anybody, '/organisation', '/organisation/:id']],
  ['Samira Benhaddou', /^Bestuurder/, brief, anybody],
  ['Trudy Wiersema', /^Cliëntenraad/, brief, anybody],
]

for (const [name, role, looks, reached] of people)
  test(`every page of ${name} looks well`, async ({ browser }) => {
    test.setTimeout(180_000)
    const page = await signIn(browser, name, role)
    // What the pages of these two need to have something to show on any day.
    if (reached.includes('/cases/new')) await register(page, `Paginastra-${fresh()}`)
    if (reached.includes('/dwellings/new')) await bringIn(page, fresh().slice(-6), emmen)
    const seen = await walk(page, looks)
    expect([...seen.keys()]).toEqual(expect.arrayContaining([...reached]))
    const described = seen.get('/cases/:id intake')
    if (seen.has('/cases/new')) await looksWell(page, `${described}/check`, looks)
  })

test('every page that explains the house looks well', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await signIn(browser, 'Ilse Kamphuis', /^Functionaris/)
  for (const path of explaining) await looksWell(page, path, full)
  await looksWell(page, '/rights?role=officer', brief)
})

test('every page before a role is chosen looks well', async ({ browser }) => {
  const nobody = await visitor(browser)
  await nobody.goto('/login')
  for (const path of [...forEveryone, '/login?out=1', '/login/invitation/onbekend', '/bestaat-niet'])
    await looksWell(nobody, path, full)
  const several = await signIn(browser, 'Marieke Oosterhof', /^Regisseur/)
  for (const path of ['/login/membership', `/cases/${crypto.randomUUID()}`])
    await looksWell(several, path, full)
})
