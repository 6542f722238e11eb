// The addresses to which the pages of a person lead, one of each kind of page.
import type { Page } from '@playwright/test'
import { isPaper } from '../../../src/paths'

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/

/** What kind of page an address leads to; a case that is still described is another one than a case with a home. */
function kindOf(path: string, from: string): string {
  const kind = path
    .replace(/#.*$/, '')
    .replace(ID, ':id')
    .replace(/(steps|candidates)\/.*$/, '$1')
    .replace(/(consents\/).*$/, '$1:line')
    .replace(/=.*$/, '')
    .replace(/(print)\?.*$/, '$1')
  return kind === '/cases/:id' && from.endsWith('stage=intake') ? `${kind} intake` : kind
}

/** Long pages that are the same for everyone: looked at once, not by every role. */
export const explaining = ['/rights', '/rights/table', '/process', '/covenant', '/help']

/** A paper, a template, or the rows of a file that did not come in: bytes, and no page. What says that it is to be kept is none either. */
const isFile = (path: string) =>
  isPaper(path) || /^\/(cases|dwellings)\/import\/(template|[^/]+\/errors)$/.test(path)
const PAGES = ['main', 'header nav'].map((place) => `${place} a[href^="/"]:not([download])`).join()

/** The addresses on this page, one of each kind. Of candidates not the first or the last: other tests propose those. */
async function linksOn(page: Page): Promise<string[]> {
  const all = await page.locator(PAGES).evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
  const pages = all.filter((path) => !isFile(path.split('?')[0] ?? ''))
  const theirs = pages.filter((path) => !explaining.some((same) => path.split('?')[0] === same))
  const candidates = theirs.filter((path) => path.includes('/candidates/'))
  const candidate = candidates.at(-2) ?? candidates[0]
  return [...theirs.filter((path) => !candidates.includes(path)), ...(candidate ? [candidate] : [])]
}

/** Where most is to be seen: a case with a home has most to show, one that is still described has most to fill in. */
const RICH = ['/cases?stage=aftercare', '/cases?stage=intake', '/dwellings?stage=available']

/**
 * Looks at the start page, and at the first page of every kind to which it leads; an address of each kind. `look` says
 * whether it opened the page.
 */
export async function walk(
  page: Page,
  look: (kind: string, path: string) => Promise<boolean>,
): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const todo: (readonly [kind: string, path: string])[] = []
  const add = (path: string, from = '') => {
    const kind = kindOf(path, from)
    if (!seen.has(kind)) todo.push([kind, path])
    if (!seen.has(kind)) seen.set(kind, path)
  }
  for (const list of RICH) {
    await page.goto(list)
    for (const link of await linksOn(page)) if (ID.test(link)) add(link, list)
  }
  add('/')
  for (const [kind, path] of todo) {
    if (!(await look(kind, path))) continue
    for (const link of await linksOn(page)) add(link, path)
  }
  return seen
}
