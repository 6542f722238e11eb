// Every page has its help, by its own address; every help has its page, and every word its meaning.
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { screenAt, screenOf, screens, words } from '@/features/help/screens'
import en from '@/i18n/en/help.json'
import nl from '@/i18n/nl/help.json'

/** The addresses of all pages, from the folders that Next makes them of. */
const addresses = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /(^|\/)page\.tsx$/.test(path))
  .map((path) => `/${path.replace(/(^|\/)page\.tsx$/, '').replace(/\([^)]*\)\/?/g, '')}`)

const helped: readonly string[] = screens.flatMap(({ at }) => [...at])

test('every page of the application has its help', () => {
  expect(addresses.length).toBeGreaterThan(30)
  expect(addresses.filter((address) => !helped.includes(address)).sort()).toEqual([])
})

test('no help is left of a page that is gone, and no page has two', () => {
  expect(helped.filter((address) => !addresses.includes(address))).toEqual([])
  expect(new Set(helped).size).toBe(helped.length)
})

describe.each([
  ['nl', nl],
  ['en', en],
] as const)('in %s', (_language, { help }) => {
  test('every screen says what can be done there and what happens after', () => {
    expect(Object.keys(help.screens).sort()).toEqual(screens.map(({ key }) => key).sort())
    for (const text of Object.values(help.screens))
      expect(text).toEqual({ title: expect.any(String), can: expect.any(String), next: expect.any(String) })
  })

  test('every word is explained, in the order in which it is listed', () => {
    expect(Object.keys(help.words)).toEqual([...words])
  })
})

test('every word stands on at least one screen, but for those of the glossary alone', () => {
  const used = new Set<string>(screens.flatMap((screen) => [...screen.words]))
  expect(words.filter((word) => !used.has(word))).toEqual(['driepartijen', 'opschaling'])
})

describe('the screen at an address', () => {
  const id = '3f0d2c1a-8d7e-4a53-9f67-0f6f3a1b2c3d'
  test.each([
    ['/', 'work'],
    ['/cases', 'cases'],
    ['/cases?stage=intake', 'cases'],
    ['/cases/new', 'caseNew'],
    [`/cases/${id}`, 'case'],
    [`/cases/${id}/file`, 'caseFile'],
    [`/cases/${id}/steps/describeIncome`, 'caseStep'],
    [`/dwellings/${id}/candidates/K-1`, 'candidate'],
    ['/organisation/new', 'person'],
    ['/rights/table', 'rightsTable'],
    ['/login/invitation/abc', 'invitation'],
    ['/answer/abc', 'answer'],
  ])('%s is %s', (address, key) => {
    expect(screenAt(address)?.key).toBe(key)
  })

  test.each(['/nowhere', `/cases/${id}/steps`, `/cases/${id}/file/more`, '../etc'])(
    '%s is none',
    (address) => {
      expect(screenAt(address)).toBeNull()
    },
  )

  test('a name that is no screen is none', () => {
    for (const name of [undefined, '', 'toString', 'Cases']) expect(screenOf(name)).toBeNull()
    expect(screenOf('case')?.at).toEqual(['/cases/[id]'])
  })
})
