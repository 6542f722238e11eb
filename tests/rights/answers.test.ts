// What goes out with an answer, at every door: the same guards, and nothing of what is inside.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '@/paths'
import { hiddenIn } from '../../tools/bench/visitor'
import { nonceOf } from './answers'
import { answers, atEach, faultsIn, unlike } from './every-door'
import { filled, formOf, multipart, send } from './posts'
import { CHANNELS } from './visits'
import { type Website, website } from './website'
import { type Looker, type World, world } from './world'

const HTTPS = 'https://thuistafel.example'

let w: World
let [site, secure, closed] = [] as unknown as [Website, Website, Website]

beforeAll(async () => {
  w = await world()
  site = await website(w.region.appUrl)
  secure = await website(w.region.appUrl, { BASE_URL: HTTPS, NEXTAUTH_URL: HTTPS })
  closed = await website(w.region.appUrl, { MAINTENANCE: '1' })
}, 120_000)
afterAll(async () => {
  await Promise.all([site, secure, closed].map((one) => one?.close()))
  await w?.close()
})

const looker = (name: string) => w.lookers.find((one) => one.name === name) as Looker
const ourCase = (stage: string) =>
  w.places.find((at) => at.kind === 'case' && at.setting === 'ours' && at.stage === stage)?.id ?? ''
const asOwner = async (sql: string) => {
  const client = new pg.Client({ connectionString: w.region.ownerUrl })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

describe('what goes out', () => {
  it('brings the same guards at every door, to everyone, in every channel', async () => {
    const ways = [
      ...['', looker('mentor, ours').cookie].flatMap((cookie) =>
        Object.values(CHANNELS).map((channel) => ({ ...channel, cookie })),
      ),
      ...['privacyOfficer, ours', 'mentor, has left'].map((name) => ({ cookie: looker(name).cookie })),
    ]
    const found = await answers(site, atEach(w, ways))
    expect(faultsIn(found)).toEqual([])
    const nonces = found.map(([, answer]) => nonceOf(answer)).filter(Boolean)
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('brings them with files and mistakes too, and no more of next-auth than signing in needs', async () => {
    const { body } = await site.ask({ path: paths.login })
    const files = [...new Set(body.match(/\/_next\/static\/[\w./-]+\.(js|css|woff2)/g))]
    expect(files.length).toBeGreaterThan(5)
    const whole = await answers(
      site,
      [...files, '/icon.svg', '/logo.svg'].map((path) => ({ path })),
    )
    expect(unlike(whole, ({ status }) => status === 200)).toEqual([])
    const auth = ['session', 'signout', '_log', 'error', 'providers'].map((what) => `/api/auth/${what}`)
    const none = [
      '/%',
      '/icon.svgx',
      '/theme.css/x',
      '/_next/static/none.js',
      '/_next/image',
      '/.env',
      ...auth,
    ]
    const maps = files.map((file) => `${file}.map`)
    const headers = { cookie: looker('mentor, ours').cookie }
    const missing = await answers(
      site,
      [...none, ...maps].map((path) => ({ path, headers })),
    )
    expect(unlike(missing, ({ status }) => status === 404)).toEqual([])
    expect(faultsIn([...whole, ...missing])).toEqual([])
  })

  it('over https says to come back that way only, and binds the cookie to it', async () => {
    const cookie = looker('officer, ours').cookie.replace('thuistafel=', '__Host-thuistafel=')
    const headers = { host: new URL(HTTPS).host, cookie }
    expect(faultsIn(await answers(secure, atEach(w, [headers])), true)).toEqual([])
    const { body } = await secure.ask({ path: '/', headers })
    const out = multipart(hiddenIn(body, 'Uitloggen'))
    const from = { origin: HTTPS, 'sec-fetch-site': 'same-origin' }
    const left = await secure.ask({
      path: '/',
      method: 'POST',
      headers: { ...headers, ...out.headers, ...from },
      body: out.body,
    })
    expect(String(left.headers['set-cookie'])).toMatch(
      /^__Host-thuistafel=;(?=.*Path=\/;)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=lax)/i,
    )
  })

  it('brings them when the house is closed, and says nothing of what broke', async () => {
    const shut = await answers(closed, atEach(w, [{}]))
    expect(faultsIn(shut)).toEqual([])
    const open = /^\/(theme\.css|api\/health\/)/
    expect(unlike(shut, ({ status }, { path }) => status === 503 || open.test(path))).toEqual([])
    const mentor = looker('mentor, ours')
    const form = await formOf(site, mentor)
    const ways = Object.values(CHANNELS).map((channel) => ({ ...channel, cookie: mentor.cookie }))
    await asOwner('ALTER TABLE case_household RENAME TO case_household_away')
    const broken = await answers(site, atEach(w, ways))
    const sent = await send(site, mentor, '/cases/new', filled(form, 'describeHousehold', ourCase('intake')))
    await asOwner('ALTER TABLE case_household_away RENAME TO case_household')
    expect(broken.some(([, { status }]) => status === 500)).toBe(true)
    expect(sent.body).toContain('Er ging iets mis')
    const told = [...broken.map(([, { body }]) => body), sent.body]
    expect(told.filter((body) => /case_household|SELECT |42P01/.test(body))).toEqual([])
    expect(faultsIn(broken)).toEqual([])
  })
})
