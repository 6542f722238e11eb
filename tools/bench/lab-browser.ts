// One page as a browser meets it: when its largest part was painted, and how long it takes to answer a hand.
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'

/** How a browser is held back. */
export type Held = {
  /** So many times slower than this machine. */
  readonly cpu: number
  /** The line between browser and website; none: that of the machine itself. */
  readonly line?: { readonly megabits: number; readonly latency: number }
}
export type Asked = {
  readonly base: string
  readonly path: string
  readonly cookies: Cookies
  readonly held: Held
}
type Cookies = readonly { readonly name: string; readonly value: string }[]
export type Answered = { readonly what: string; readonly took: number }

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** For so many milliseconds after all is there, something larger could still be painted, and scripts begin. */
const AFTER_LOAD = 700

/** What the browser itself measures, kept for whoever asks. An event of less than 16 ms it does not tell. */
const watching = () => {
  const kept = { largest: 0, events: [] as { id: number; took: number }[] }
  Object.assign(globalThis, { lab: kept })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) kept.largest = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  type Event = PerformanceEntry & { interactionId: number }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Event[])
      if (entry.interactionId) kept.events.push({ id: entry.interactionId, took: entry.duration })
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}
type Lab = { largest: number; events: { id: number; took: number }[] }

async function holdBack(page: Page, { cpu, line }: Held) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (!line) return
  await session.send('Network.enable')
  const speed = (line.megabits * 1_000_000) / 8
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latency,
    downloadThroughput: speed,
    uploadThroughput: speed,
  })
}

/** Two paints, and a moment in which nothing more comes. */
const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150))),
      ),
  )

async function opened(browser: Browser, asked: Asked): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: asked.base,
    locale: 'nl-NL',
    viewport: DESK,
  })
  await context.addCookies(asked.cookies.map((cookie) => ({ ...cookie, url: asked.base })))
  const page = await context.newPage()
  await page.addInitScript(watching)
  await holdBack(page, asked.held)
  const answer = await page.goto(asked.path, { waitUntil: 'load' })
  if (answer?.status() !== 200 || new URL(page.url()).pathname.startsWith('/login'))
    throw new Error(`${asked.path} answered ${answer?.status()} at ${page.url()}`)
  await page.waitForTimeout(AFTER_LOAD)
  await settled(page)
  return { context, page }
}

const largestOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { lab: Lab }).lab.largest)

/** When the largest part of the page was painted, in milliseconds from the request; with nothing kept by the browser. */
export async function largestPaint(browser: Browser, asked: Asked): Promise<number> {
  const { context, page } = await opened(browser, asked)
  const at = await largestOf(page)
  await context.close()
  if (!at) throw new Error(`${asked.path} painted nothing`)
  return at
}

/** How long it took to answer what was just done: the slowest of its events, as the measure INP counts. */
async function answerTo(page: Page, what: string, act: () => Promise<unknown>): Promise<Answered> {
  await page.evaluate(() => {
    ;(globalThis as unknown as { lab: Lab }).lab.events.length = 0
  })
  await act()
  await settled(page)
  const took = await page.evaluate(() =>
    Math.max(16, ...(globalThis as unknown as { lab: Lab }).lab.events.map((event) => event.took)),
  )
  return { what, took }
}

/** A press by its place on the screen: nothing of ours runs in the page at that moment. */
async function pressAt(page: Page, target: Locator) {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error(`${target} is not there to be pressed`)
  return () => page.mouse.click(box.x + Math.min(box.width / 2, 40), box.y + box.height / 2)
}

type Hand = (page: Page) => Promise<Answered[]>

const press =
  (what: string, selector: string, then?: string): Hand =>
  async (page) => {
    const target = page.locator(selector).filter({ visible: true }).first()
    if (!(await target.count())) return []
    const found = [await answerTo(page, what, await pressAt(page, target))]
    if (then) found.push(await answerTo(page, `${what}, ${then}`, () => page.keyboard.press(then)))
    return found
  }

/** Each key is an interaction. */
const type: Hand = async (page) => {
  const field = page
    .locator('main :is(input[type=text], input[type=search], input:not([type]), textarea)')
    .filter({ visible: true })
    .first()
  if (!(await field.count())) return []
  const found = [await answerTo(page, 'a field, pressed', await pressAt(page, field))]
  for (const key of 'Emmen')
    found.push(await answerTo(page, 'a field, typed in', () => page.keyboard.press(key)))
  return found
}

/** On a phone what is beside the page on a desk stands behind a button. */
const onAPhone =
  (hand: Hand): Hand =>
  async (page) => {
    await page.setViewportSize(PHONE)
    await settled(page)
    const found = await hand(page)
    await page.setViewportSize(DESK)
    await settled(page)
    return found
  }

/** What a hand does on a page, as far as the page has it; a tab comes last, for it leads away. */
const hands: readonly Hand[] = [
  press('help', 'header button[aria-haspopup=dialog]', 'Escape'),
  press('more, unfolded', 'main details:not([open]) > summary'),
  type,
  press('a choice', 'main label:has(input:is([type=radio], [type=checkbox]))'),
  onAPhone(press('the menu, on a phone', 'header .ui-shell-menu > summary', 'Escape')),
  press('a tab', 'main .ui-tab:not([aria-current])'),
]

/** Everything that a hand can do on this page, with how long each answer took in milliseconds. */
export async function answersOf(browser: Browser, asked: Asked): Promise<Answered[]> {
  const { context, page } = await opened(browser, asked)
  const found: Answered[] = []
  for (const hand of hands) found.push(...(await hand(page)))
  await context.close()
  return found
}
