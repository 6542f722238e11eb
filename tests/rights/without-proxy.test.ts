// src/proxy.ts decides nothing about rights: the same build without it says the same to everybody.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '@/paths'
import { actionOf, asScript, filled, formOf, send } from './posts'
import { everyVisit, pairwise, type Visit } from './visits'
import { type Walked, walk } from './walk'
import { type Answer, type Website, website } from './website'
import { type World, world } from './world'

/** In the default run one of so many of the visits in which every two properties meet. */
const ONE_OF = process.env.RIGHTS ? 1 : 24

const MANIFEST = 'functions-config-manifest.json'

/** The build as it would be without src/proxy.ts: its code is gone, and nothing refers to it. */
function buildWithoutProxy(): string {
  const folder = mkdtempSync(join(process.cwd(), '.data/test/without-proxy-'))
  for (const name of readdirSync('.').filter((file) => file !== '.next' && file !== '.data'))
    symlinkSync(resolve(name), join(folder, name))
  const left = /^\.next\/(cache|turbopack|diagnostics|trace|types|dev)|^\.next\/server\/middleware\.js/
  cpSync('.next', join(folder, '.next'), { recursive: true, filter: (from) => !left.test(from) })
  const manifest = join(folder, '.next/server', MANIFEST)
  const { functions, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
  const { '/_middleware': proxy, ...others } = functions
  if (!proxy) throw new Error('This build has no proxy to leave out')
  writeFileSync(manifest, JSON.stringify({ ...rest, functions: others }))
  return folder
}

let w: World
let folder: string
let bare: Website
let whole: Website

beforeAll(async () => {
  folder = buildWithoutProxy()
  w = await world()
  bare = await website(w.region.appUrl, {}, folder)
  whole = await website(w.region.appUrl)
}, 120_000)
afterAll(async () => {
  await bare?.close()
  await whole?.close()
  await w?.close()
  rmSync(folder, { recursive: true, force: true })
})

const figures = ({ requests, cells, found }: Walked) =>
  `${requests} requests, ${cells} cells, ${found} values found`

it('is really gone: no answer has its headers', async () => {
  const headers = async (site: Website) => Object.keys((await site.ask({ path: '/login' })).headers)
  expect(await headers(whole)).toContain('content-security-policy')
  expect(await headers(bare)).not.toContain('content-security-policy')
})

it('is missed by nobody: who may see what stays as it is', { timeout: 3_600_000 }, async () => {
  const chosen = pairwise(everyVisit(w)).filter((_, n) => n % ONE_OF === 0)
  // The journal grows by being looked at: what is in it is compared with the rights, not with the other website.
  const ofJournal = ({ route }: Visit) => route.startsWith('/journal')
  const visits = chosen.filter((visit) => !ofJournal(visit))
  const with_ = await walk(w, whole, visits)
  const without = await walk(w, bare, visits)
  console.info(`with: ${figures(with_)}; without: ${figures(without)}`)
  expect(without.deviations).toEqual([])
  expect((await walk(w, bare, chosen.filter(ofJournal))).deviations).toEqual([])
  expect({ found: without.found, statuses: without.statuses }).toEqual({
    found: with_.found,
    statuses: with_.statuses,
  })
})

it('nor is a form from elsewhere taken without it', async () => {
  const mentor = w.lookers.find(({ name }) => name === 'mentor, ours')
  const at = w.places.find(
    ({ kind, stage, setting }) => kind === 'case' && stage === 'intake' && setting === 'ours',
  )
  if (!mentor || !at) throw new Error('No mentor, or no case of theirs')
  const form = await formOf(bare, mentor)
  const fields = filled(form, 'describeDebts', at.id)
  const taken = ({ headers }: Answer) => JSON.stringify(headers).includes('done=describeDebts')
  for (const origin of ['https://elders.example', 'null', '']) {
    const more = { origin, 'next-action': actionOf(form) }
    expect(taken(await send(bare, mentor, paths.open('case'), asScript(fields), more)), origin).toBe(false)
  }
  expect(taken(await send(bare, mentor, paths.open('case'), fields))).toBe(true)
})
