// Every kind of page that a role can reach: accessible, with one heading and a title, light in script, narrow and wide, light and dark.
import { expect } from '@playwright/test'
import { fresh, register } from '../journeys/client'
import { bringIn } from '../journeys/housed'
import { brief, close, looksWell, printed, type Weights } from './looks-well'
import { signIn, visitor } from './page'
import { explaining, walk } from './walk'
import { test } from './watched'

type Person = {
  name: string
  role: RegExp
  /** The kinds of pages that this person looks at closely; everyone does that with their own start page. */
  closely?: readonly string[]
  /** The same, of what is there on some days only. */
  perhaps?: readonly string[]
  /** What they must at least reach besides. */
  also?: readonly string[]
  /** What stands in the frame of every page, or behind a choice: looked at closely by its address. */
  aside?: readonly string[]
}

const people: readonly Person[] = [
  {
    name: 'Femke Bruinsma',
    role: /^Regisseur/,
    closely: [
      '/',
      '/cases/:id',
      '/cases/:id/timeline',
      '/cases/:id/file',
      '/cases/:id/seen',
      '/cases/:id/shared',
      '/cases/:id/shared/looks',
      '/cases/:id/weighed',
      '/cases/:id/homes',
      '/matching',
    ],
    also: ['/dwellings/:id', '/tafels/:id', '/cases/:id/steps'],
    aside: ['/search', '/notices', '/notices/choices', '/cases/views'],
  },
  {
    name: 'Nienke Zwiers',
    role: /^Regiecoördinator/,
    closely: ['/report/retention', '/emergencies/new'],
    also: ['/cases', '/tafels/new', '/cases/:id/file'],
  },
  {
    name: 'Johan Wiggers',
    role: /^Voorzitter/,
    closely: [
      '/tafels',
      '/tafels/new',
      '/tafels/:id',
      '/tafels/:id/steps',
      '/tafels/:id/minutes',
      '/tafels/figures',
      '/exceptions',
    ],
    // While a table is in session.
    perhaps: ['/tafels/:id/session', '/tafels/:id/room'],
  },
  {
    name: 'Sunita Ramdin',
    role: /^Secretaris/,
    closely: ['/tafels/:id/agenda'],
    also: ['/cases', '/tafels/new'],
  },
  {
    name: 'Aaltje Meppelink',
    role: /^Teamleider gemeente/,
    closely: ['/report/fairness'],
    also: ['/cases', '/cases/:id/timeline'],
  },
  {
    name: 'Gea Wolters',
    role: /^Medewerker huisvesting/,
    closely: [
      '/dwellings',
      '/dwellings/new',
      '/dwellings/:id',
      '/dwellings/:id/candidates',
      '/dwellings/calendar',
      '/dwellings/import',
      '/offers/:id',
      '/contingent',
    ],
  },
  {
    name: 'Eline Reinders',
    role: /^Teamleider corporatie/,
    closely: ['/organisation/words'],
    also: ['/cases', '/dwellings/:id'],
  },
  {
    name: 'Roos Ottens',
    role: /^Begeleider/,
    closely: [
      '/cases',
      '/cases/new',
      '/cases/new/earlier',
      '/cases/:id/notes',
      '/cases/:id intake',
      '/cases/:id/steps',
      '/cases/:id/papers',
      '/cases/:id/papers/add',
      '/cases/:id/consents',
      '/cases/:id/consents/:line',
      '/cases/:id/copy',
      '/cases/:id/letter',
    ],
    also: ['/offers/:id'],
  },
  {
    name: 'Milan Perić',
    role: /^Teamleider zorg/,
    closely: ['/organisation/support'],
    also: ['/tafels', '/cases/:id/file'],
    aside: ['/time-outs'],
  },
  { name: 'Frits Alberda', role: /^Medewerker wijkteam/, also: ['/report', '/cases'] },
  { name: 'Ilse Kamphuis', role: /^Functionaris/, closely: ['/journal', '/journal/print'] },
  {
    name: 'Roelof Sikkens',
    role: /^Beheerder/,
    closely: ['/organisation', '/organisation/new', '/organisation/:id', '/organisation/:id/steps'],
  },
  { name: 'Samira Benhaddou', role: /^Bestuurder/, closely: ['/report'] },
  { name: 'Trudy Wiersema', role: /^Cliëntenraad/, also: ['/report'] },
]

const named = new Set(people.flatMap(({ closely = [], perhaps = [] }) => [...closely, ...perhaps]))

/** A kind of page for which nobody is named is looked at closely by everyone who reaches it; a choice on a page is no page. */
const isClose = (kind: string, closely: readonly string[]) =>
  kind === '/' || closely.includes(kind) || !(named.has(kind) || kind.includes('?'))

/** What can be chosen on a page is tried by whoever looks closely at that page. */
const isOthers = (kind: string, closely: readonly string[]) =>
  kind.includes('?') && !closely.includes(kind.split('?')[0] ?? '')

for (const { name, role, closely = [], perhaps = [], also = [], aside = [] } of people)
  test(`every page of ${name} looks well`, async ({ browser }) => {
    test.setTimeout(300_000)
    const page = await signIn(browser, name, role)
    // What the pages of these two need to have something to show on any day.
    if (closely.includes('/cases/new')) await register(page, `Paginastra-${fresh()}`)
    if (closely.includes('/dwellings/new')) await bringIn(page, fresh().slice(-6), emmen)
    const weights: Weights = new Map()
    const seen = await walk(page, async (kind, path) => {
      if (isOthers(kind, closely)) return false
      if (isClose(kind, [...closely, ...perhaps])) await looksWell(page, path, close, weights, kind)
      else await looksWell(page, path, brief)
      return true
    })
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['/', ...closely, ...also]))
    for (const path of aside) await looksWell(page, path, close, weights)
    const described = seen.get('/cases/:id intake')
    if (seen.has('/cases/new'))
      await looksWell(page, `${described}/check`, close, weights, '/cases/:id/check')
    console.log(printed(weights))
  })

const emmen = { gemeente: 'Gemeente Emmen', postcode: '7811 AB' }

test('every page that explains the house looks well', async ({ browser }) => {
  test.setTimeout(240_000)
  const weights: Weights = new Map()
  const page = await signIn(browser, 'Ilse Kamphuis', /^Functionaris/)
  for (const path of explaining) await looksWell(page, path, close, weights)
  await looksWell(page, '/rights?role=officer', brief)
  console.log(printed(weights))
})

/** What anyone may read. */
const forEveryone = ['/login', '/login?out=1', '/login?next=/cases&lost=1', '/privacy', '/accessibility']

test('every page before a role is chosen looks well', async ({ browser }) => {
  test.setTimeout(120_000)
  const weights: Weights = new Map()
  const nobody = await visitor(browser)
  await nobody.goto('/login')
  for (const path of [...forEveryone, '/login/invitation/onbekend', '/answer/onbekend', '/bestaat-niet'])
    await looksWell(nobody, path, close, weights)
  const several = await signIn(browser, 'Marieke Oosterhof', /^Regisseur/)
  await looksWell(several, '/login/membership', close, weights)
  await looksWell(several, `/cases/${crypto.randomUUID()}`, close, weights, 'not found')
  await looksWell(several, '/bestaat-niet', brief)
  await looksWell(several, '/journal', close, weights, 'for another role')
  await looksWell(several, '/login/again', close, weights)
  console.log(printed(weights))
})
