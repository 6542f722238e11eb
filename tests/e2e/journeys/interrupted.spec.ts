// Whatever happens under a form while somebody types: three seconds are the most that can be lost, and mostly nothing is.
// DRAFT_RUNS says how often (npm run test:drafts -- --runs 100).
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { decode } from 'next-auth/jwt'
import pg from 'pg'
import { keptSecret } from '../../../tools/secret.mjs'
import { thirdWebsite } from '../../support/third-website'
import { signIn } from '../pages/page'
import { takeHeard, test } from '../pages/watched'
import { DATA } from './before'
import { fresh, register } from './client'
import { any, between, found, pause, Typist } from './typing'

const RUNS = Number(process.env.DRAFT_RUNS ?? '5')
const PORT = Number(process.env.E2E_PORT ?? '3200') + 3
/** The most that may be lost, in milliseconds. */
const MOST = 3000

type Website = Awaited<ReturnType<typeof thirdWebsite>>
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
/** The scene of one run: who is signed in, and where the form is. */
type Scene = { browser: Browser; cookies: Cookies; path: string }

/** Ends the session in the database, as signing out on another device would. */
async function endSession(cookies: Cookies) {
  const token = cookies.find(({ name }) => name.endsWith('thuistafel'))?.value ?? ''
  const sid = String((await decode({ token, secret: keptSecret() }))?.sid)
  const [, , , port] = readFileSync(`${DATA}/postmaster.pid`, 'utf8').split('\n')
  const client = new pg.Client(`postgresql://thuistafel_app@127.0.0.1:${port}/thuistafel`)
  await client.connect()
  await client.query('SELECT app.end_session($1)', [createHash('sha256').update(sid).digest('hex')])
  await client.end()
}

async function open({ browser, cookies, path }: Scene, base: string): Promise<Page> {
  const context = await browser.newContext()
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(base + path)
  await page.getByLabel('Type woning', { exact: true }).waitFor()
  return page
}

/** Each interrupts the typing in its own way; gives the moment from which nothing more could be kept. */
const INTERRUPTIONS = {
  'the tab is closed': async (page: Page) => {
    const moment = Date.now()
    await page.close({ runBeforeUnload: false })
    return moment
  },
  'the browser is gone': async (page: Page) => {
    const moment = Date.now()
    await page.context().close()
    return moment
  },
  'another page is opened': async (page: Page) => {
    const moment = Date.now()
    await page.goto('about:blank')
    return moment
  },
  'the network is cut, and the browser is gone before it is back': async (page: Page) => {
    await page.context().setOffline(true)
    const moment = Date.now()
    await pause(between(0, 4000))
    await page.context().close()
    return moment
  },
  'the network is cut, and is back later': async (page: Page) => {
    await page.context().setOffline(true)
    await pause(between(0, 5000))
    await page.context().setOffline(false)
    await pause(between(MOST, MOST + 2000))
    const moment = Date.now()
    await page.context().close()
    return moment
  },
} as const

type Lost = { how: string; keys: number; lost: number }
const lost: Lost[] = []

/** One run: somebody types, is interrupted, and opens the form on another device. */
async function interrupted(scene: Scene, base: string, how: keyof typeof INTERRUPTIONS) {
  const page = await open(scene, base)
  const typist = new Typist(page, fresh())
  const typing = typist.type()
  await pause(between(500, 6000))
  const moment = await INTERRUPTIONS[how](page)
  typist.stop()
  await typing
  await page.context().close()
  await seen(scene, { base, typist, moment, how })
}

type Seen = { base: string; typist: Typist; moment: number; how: string }

async function seen(scene: Scene, { base, typist, moment, how }: Seen) {
  const page = await open(scene, base)
  const age = typist.missing(await found(page), moment)
  lost.push({ how, keys: typist.keys.length, lost: age })
  await page.context().close()
  expect(age, `${how}: ${age} ms were lost`).toBeLessThanOrEqual(MOST)
}

async function sceneOf(browser: Browser, name: string): Promise<Scene> {
  const page = await signIn(browser, name)
  const address = await register(page, `Onderbroken-${fresh()}`)
  const cookies = await page.context().cookies()
  await page.context().close()
  return { browser, cookies, path: `${address}/steps/writeProfile` }
}

test.describe.configure({ mode: 'serial' })

test(`closed, gone, cut off: ${RUNS} times`, async ({ browser, baseURL }) => {
  test.setTimeout(60_000 + RUNS * 30_000)
  const names = ['Roos Ottens', 'Stefan Tuin']
  const scenes = [await sceneOf(browser, names[0] as string), await sceneOf(browser, names[1] as string)]
  const kinds = Object.keys(INTERRUPTIONS) as (keyof typeof INTERRUPTIONS)[]
  const all = Array.from({ length: RUNS }, (_, n) => kinds[n % kinds.length] ?? any(kinds))
  await Promise.all(
    scenes.map(async (scene, at) => {
      for (const how of all.filter((_, n) => n % scenes.length === at))
        await interrupted(scene, baseURL ?? '', how)
    }),
  )
  takeHeard()
})

test('the session ends under it in the database', async ({ browser, baseURL }) => {
  const runs = Math.ceil(RUNS / 5)
  test.setTimeout(60_000 + runs * 60_000)
  for (let n = 0; n < runs; n++) {
    const scene = await sceneOf(browser, 'Roos Ottens')
    const page = await open(scene, baseURL ?? '')
    const typist = new Typist(page, fresh())
    const typing = typist.type()
    await pause(between(500, 6000))
    const moment = Date.now()
    await endSession(scene.cookies)
    await pause(between(0, 3000))
    typist.stop()
    await typing
    await page.context().close()
    const again = await signIn(browser, 'Roos Ottens')
    const cookies = await again.context().cookies()
    await again.context().close()
    await seen({ ...scene, cookies }, { base: baseURL ?? '', typist, moment, how: 'the session ends' })
  }
  takeHeard()
})

test('the website is killed under it, and comes back', async ({ browser }) => {
  const runs = Math.ceil(RUNS / 10)
  test.setTimeout(120_000 + runs * 60_000)
  const scene = await sceneOf(browser, 'Roos Ottens')
  let website: Website = await thirdWebsite(PORT)
  for (let n = 0; n < runs; n++) {
    const page = await open(scene, website.base)
    const typist = new Typist(page, fresh())
    const typing = typist.type()
    await pause(between(500, 6000))
    await website.crash()
    website = await thirdWebsite(PORT)
    // It tries again by itself: after a while all that was typed meanwhile is kept as well.
    await pause(4000)
    const moment = Date.now()
    await page.context().close()
    typist.stop()
    await typing
    await seen(scene, { base: website.base, typist, moment, how: 'the website is killed' })
  }
  await website.close()
  takeHeard()
})

test.afterAll(() => {
  for (const how of [...new Set(lost.map((one) => one.how))]) {
    const of = lost.filter((one) => one.how === how)
    const ages = of.map((one) => one.lost).sort((a, b) => a - b)
    const keys = of.reduce((sum, one) => sum + one.keys, 0)
    const worst = Math.round(ages.at(-1) ?? 0)
    const whole = ages.filter((age) => age === 0).length
    console.log(`${how}: ${of.length} runs, ${keys} letters, ${whole} without any loss, at worst ${worst} ms`)
  }
})
