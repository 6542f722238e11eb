// A home in which everything goes wrong, with words of their own in each compartment, and all that a landlord's people get of it:
// every page, export, document, search, stream and mail. They find what the need-to-know matrix gives them, and no other word.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askedOf, type Home, lettersOf, openHome } from './landlord-home'
import { besides, listen } from './streams'
import { abreast, settled } from './walk'
import { type Website, website } from './website'

let home: Home
let site: Website
beforeAll(async () => {
  home = await openHome()
  site = await website(home.region.appUrl)
}, 240_000)
afterAll(async () => {
  await site?.close()
  await home?.close()
})

/** Which of these words stand in a text. */
const inText = (text: string, words: Readonly<Record<string, string>>) =>
  Object.entries(words).flatMap(([what, word]) => (text.includes(word) ? [what] : []))

it('a landlord finds the words that are its own or meant for it, and none of care, on any page or in any document', {
  timeout: 900_000,
}, async () => {
  // The data behind a page stands in the page too: one of them asks for both.
  const visits = home.lookers.flatMap((who, at) => askedOf(home, at === 0).map((asked) => ({ who, asked })))
  const [leaks, found]: [string[], Set<string>] = [[], new Set()]
  let bytes = 0
  await abreast(visits, async ({ who, asked }) => {
    const headers = {
      ...asked.headers,
      cookie: who.cookie,
      ...(asked.method === 'POST' && { origin: site.base }),
    }
    const { body, status } = await settled(site, { ...asked, headers })
    // Without a worker nobody delivers, and that address says so by its status.
    if (status >= 500 && asked.path !== '/api/health/notices') leaks.push(`${asked.path}: ${status}`)
    bytes += body.length
    for (const what of inText(body, home.care)) leaks.push(`${asked.path} says ${what} to ${who.name}`)
    for (const what of inText(body, home.tenancy)) found.add(what)
  })
  const care = Object.keys(home.care).length
  console.info(
    `${visits.length} visits of ${home.lookers.length} people, ${(bytes / 1e6).toFixed(1)} MB searched: ${care} words of care, ${leaks.length} found; ${found.size} of ${Object.keys(home.tenancy).length} words of the tenancy found`,
  )
  expect(leaks).toEqual([])
  expect([...found].sort()).toEqual(Object.keys(home.tenancy).sort())
})

it('the same words are found by the provider, on the same pages: the search would have seen them', async () => {
  const seen = new Set<string>()
  await abreast(askedOf(home, false), async (asked) => {
    const headers = {
      ...asked.headers,
      cookie: home.mentor.cookie,
      ...(asked.method === 'POST' && { origin: site.base }),
    }
    for (const what of inText((await settled(site, { ...asked, headers })).body, home.care)) seen.add(what)
  })
  expect([...seen].sort()).toEqual(Object.keys(home.care).sort())
})

it('a stream says that something changed and no more, and no mail has a word of it', async () => {
  const streams = await Promise.all(
    home.lookers.map(({ cookie }) => listen(site, cookie, `/cases/${home.id}`)),
  )
  await home.changeCare()
  await new Promise((done) => setTimeout(done, 1_500))
  for (const stream of streams) {
    expect(besides(stream.text())).toBe('')
    stream.close()
  }
  const letters = await lettersOf(home.region)
  expect(letters.length).toBeGreaterThan(0)
  for (const text of letters) expect(inText(text, { ...home.care, ...home.tenancy })).toEqual([])
})
