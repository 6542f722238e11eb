// Measures pages and a step; everything that is compared takes turns, so that a busy machine is busy for all of it.
import { type Figures, figuresOf } from './figures'
import type { Home } from './home'
import { homesOf, type Page, pages } from './pages'
import { between } from './processor'
import type { Site } from './site'
import type { Hand } from './step-by-hand'
import { filledIn, sent } from './step-on-the-web'

/** In milliseconds: how long an answer took, and what it took of a processor at the website and at the database. `size` in bytes. */
export type PageFigures = {
  readonly size: Figures
  readonly took: Figures
  readonly website: Figures
  readonly database: Figures
  readonly ran: Figures
}

/** The figures of each page, by the number of cases of its world. */
export type Measured = ReadonlyMap<string, ReadonlyMap<number, PageFigures>>

const WARMING = 15

type Once = {
  readonly took: number
  readonly size: number
  readonly website: number
  readonly database: number
}

async function ask(site: Site, { role, path, name }: Page, kase: string): Promise<Once> {
  const before = site.ran()
  const { status, took, body } = await site.sees(role).get(path(kase))
  if (status !== 200 || !body.includes('</html>')) throw new Error(`${name} answered ${status}`)
  const after = site.ran()
  return {
    took,
    size: body.length,
    website: between(before.website, after.website),
    database: between(before.database, after.database),
  }
}

const pageFigures = (asked: readonly Once[]): PageFigures => ({
  took: figuresOf(asked.map(({ took }) => took)),
  size: figuresOf(asked.map(({ size }) => size)),
  website: figuresOf(asked.map(({ website }) => website)),
  database: figuresOf(asked.map(({ database }) => database)),
  ran: figuresOf(asked.map(({ website, database }) => website + database)),
})

/** Every page of every world, round after round. */
export async function measurePages(sites: readonly Site[], rounds: number): Promise<Measured> {
  const asked = pages.flatMap((page) => sites.map((site) => ({ page, site, answers: [] as Once[] })))
  const homes = new Map<Site, readonly Home[]>()
  for (const site of sites) homes.set(site, await homesOf(site, 100))
  for (let round = -WARMING; round < rounds; round++)
    for (const { page, site, answers } of asked) {
      const list = homes.get(site) ?? []
      const answer = await ask(site, page, list[(round + WARMING) % list.length]?.id ?? '')
      if (round >= 0) answers.push(answer)
    }
  const ofPage = (page: Page) =>
    new Map(
      asked.filter((a) => a.page === page).map(({ site, answers }) => [site.cases, pageFigures(answers)]),
    )
  return new Map(pages.map((page) => [page.name, ofPage(page)]))
}

export type Steps = {
  readonly web: Figures
  readonly hand: Figures
  /** Steps a second with four at once. */
  readonly webRate: number
  readonly handRate: number
}

const AT_ONCE = 4

/** So many pieces of work by four at once; returns how many were done in a second. */
async function rate<T, W>(
  workers: readonly W[],
  work: readonly T[],
  one: (worker: W, item: T) => Promise<unknown>,
) {
  const rest = [...work]
  const began = performance.now()
  await Promise.all(
    workers.map(async (worker) => {
      for (let item = rest.pop(); item !== undefined; item = rest.pop()) await one(worker, item)
    }),
  )
  return (work.length / (performance.now() - began)) * 1000
}

async function oneByOne(site: Site, hand: Hand, homes: readonly Home[]) {
  const [web, byHand]: [number[], number[]] = [[], []]
  for (let i = 0; i + 1 < homes.length; i += 2) {
    const form = await filledIn(site.sees('mentor'), homes[i] as Home)
    web.push(await sent(site.sees('mentor'), form))
    byHand.push(await hand.take(homes[i + 1] as Home))
  }
  return { web: figuresOf(web.slice(WARMING)), hand: figuresOf(byHand.slice(WARMING)) }
}

/** As many of these steps as there are homes for, twice: every phase takes each home once, in one of the two ways. */
async function roomFor(site: Site, wanted: number) {
  const [first, ...homes] = await homesOf(site, 2 * wanted + 1)
  const count = Math.min(wanted, Math.floor(homes.length / 2))
  if (!first || count <= WARMING)
    throw new Error(`${site.cases} cases have only ${homes.length} homes for this`)
  return { first, count }
}

/** The same homes with the version that they have by now. */
const homesNow = async (site: Site, first: Home, count: number) =>
  (await homesOf(site, 2 * count + 1)).filter(({ id }) => id !== first.id)

/** A visit recorded on the website, and the same SQL sent by hand: one by one in turns, then four at once. */
export async function measureSteps(site: Site, today: string, wanted: number): Promise<Steps> {
  const { first, count } = await roomFor(site, wanted)
  // By now the client of the database is made: a fresh clone has none when this file is read.
  const { Hand } = await import('./step-by-hand')
  const hands = await Hand.open(site.appUrl, site.actor('mentor'), first, today, AT_ONCE)
  const visitors = await Promise.all(hands.map(() => site.another('mentor')))
  try {
    const single = await oneByOne(site, hands[0] as Hand, await homesNow(site, first, count))
    const rates: [number[], number[]] = [[], []]
    for (let phase = 0; phase < 2; phase++) {
      const homes = await homesNow(site, first, count)
      const forms = []
      for (const home of homes.slice(0, count)) forms.push(await filledIn(site.sees('mentor'), home))
      rates[0].push(await rate(visitors, forms, sent))
      rates[1].push(await rate(hands, homes.slice(count), (hand, home) => hand.take(home)))
    }
    const best = (list: readonly number[]) => Math.max(...list)
    return { ...single, webRate: best(rates[0]), handRate: best(rates[1]) }
  } finally {
    for (const visitor of visitors) visitor.close()
    for (const hand of hands) await hand.close()
  }
}
