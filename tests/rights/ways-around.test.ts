// Ways around the front door: headers that Next once believed, addresses written otherwise, without the proxy's judgement.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { paths } from '@/paths'
import type { Placed } from '../policy/standings'
import { leaks } from './judge'
import { openBefore, site, w } from './opened'
import { actionOf, asScript, filled, formOf, multipart, send } from './posts'
import type { Visit } from './visits'
import { abreast } from './walk'
import type { Asked } from './website'
import type { Looker } from './world'

openBefore()

type Way = (path: string) => Asked
const bearing =
  (headers: Record<string, string>): Way =>
  (path) => ({ path, headers })
const written =
  (write: (path: string) => string): Way =>
  (path) => ({ path: write(path) })
const five = (name: string) => Array.from({ length: 5 }, () => name).join(':')

const WAYS: Readonly<Record<string, Way>> = {
  ...Object.fromEntries(
    ['proxy', 'src/proxy', 'middleware', 'src/middleware', 'pages/_middleware']
      .flatMap((name) => [name, five(name)])
      .map((value) => [`x-middleware-subrequest ${value}`, bearing({ 'x-middleware-subrequest': value })]),
  ),
  'x-middleware-next': bearing({ 'x-middleware-next': '1' }),
  'x-middleware-rewrite': bearing({ 'x-middleware-rewrite': '/report' }),
  'x-middleware-override-headers': bearing({
    'x-middleware-override-headers': 'cookie',
    'x-middleware-request-cookie': 'thuistafel=1',
  }),
  'x-invoke-path': bearing({
    'x-invoke-path': '/report',
    'x-invoke-status': '200',
    'x-invoke-output': '/report',
  }),
  'x-matched-path': bearing({ 'x-matched-path': '/cases/[id]', 'x-now-route-matches': '1=anything' }),
  'x-rewrite-url': bearing({ 'x-rewrite-url': '/login', 'x-original-url': '/login' }),
  'x-nextjs-data': bearing({ 'x-nextjs-data': '1' }),
  'x-forwarded-host': bearing({ 'x-forwarded-host': 'elders.example', 'x-forwarded-proto': 'https' }),
  'x-forwarded-for': bearing({ 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' }),
  forwarded: bearing({ forwarded: 'for=127.0.0.1;host=localhost;proto=https' }),
  'another host': bearing({ host: 'elders.example' }),
  'x-http-method-override': bearing({ 'x-http-method-override': 'POST' }),
  'next-url': bearing({ RSC: '1', 'next-url': '/report' }),
  'a router state': bearing({
    RSC: '1',
    'next-router-state-tree':
      '%5B%22%22%2C%7B%22children%22%3A%5B%22(work)%22%2C%7B%7D%5D%7D%2Cnull%2Cnull%2Ctrue%5D',
  }),
  prefetch: bearing({ RSC: '1', 'Next-Router-Prefetch': '1' }),
  segment: bearing({ RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_full' }),
  'purpose prefetch': bearing({ purpose: 'prefetch', 'sec-purpose': 'prefetch' }),
  'a nonce and an id of one’s own': bearing({ 'x-nonce': 'a', 'x-request-id': 'b', 'x-path': '/' }),
  '.rsc': written((path) => `${path}.rsc`),
  '.txt': written((path) => `${path}.txt`),
  '.json': written((path) => `${path}.json`),
  'index.rsc': written((path) => `${path}/index.rsc`),
  segments: written((path) => `${path}.segments/_tree.segment.rsc`),
  'full segment': written((path) => `${path}.segments/_full.segment.rsc`),
  _rsc: written((path) => `${path}?_rsc=1`),
  'data of a build': written((path) => `/_next/data/build${path}.json`),
  'the static folder': written((path) => `/_next/static/..${path}`),
  'the static folder, encoded': written((path) => `/_next/static/%2e%2e/%2e%2e${path}`),
  'an image of it': written((path) => `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75`),
  'two slashes': written((path) => `/${path}`),
  'slashes inside': written((path) => path.replaceAll('/', '//')),
  'a slash behind': written((path) => `${path}/`),
  'a dot behind': written((path) => `${path}.`),
  'dots between': written((path) => `/.${path}`),
  'up and down': written((path) => `/login/..${path}`),
  'up and down, encoded': written((path) => `/login/%2e%2e${path}`),
  'encoded slashes': written((path) => `/${path.slice(1).replaceAll('/', '%2f')}`),
  'encoded twice': written((path) => `/${path.slice(1).replaceAll('/', '%252f')}`),
  'encoded letters': written((path) => path.replace('a', '%61').replace('e', '%65')),
  'a null': written((path) => `${path}%00`),
  'a semicolon': written((path) => `${path};a=b`),
  'a backslash': written((path) => path.replaceAll('/', '\\')),
  capitals: written((path) => path.toUpperCase()),
  'the group of the folder': written((path) => `/(work)${path}`),
  'the whole address': written((path) => `http://localhost${path}`),
  'parameters of the route': written((path) => `${path}?nxtPid=${randomUUID()}&id=${randomUUID()}`),
  head: (path) => ({ path, method: 'HEAD' }),
  options: (path) => ({ path, method: 'OPTIONS' }),
  put: (path) => ({ path, method: 'PUT', body: '' }),
  delete: (path) => ({ path, method: 'DELETE' }),
}

/** A subject with everything in it, to which nobody of another organisation has any relation. */
const hidden = (kind: Placed['kind'], stage: string) =>
  w.places.find((at) => at.kind === kind && at.stage === stage && at.setting === 'ours') as Placed

const targets = () => {
  const kase = hidden('case', 'tenancy')
  const pages: [string, Placed | null][] = [
    [paths.subject('case', kase.id), kase],
    [paths.file(kase.id), kase],
    [paths.timeline('case', kase.id), kase],
    [paths.step('case', kase.id, 'describeDebts'), kase],
    [paths.subject('offer', hidden('offer', 'accepted').id), hidden('offer', 'accepted')],
    [paths.subject('dwelling', hidden('dwelling', 'reserved').id), hidden('dwelling', 'reserved')],
    ['/cases?stage=tenancy', null],
    [paths.journal, null],
  ]
  // In the default run one of each sort: a page, the data of a file, a list.
  return process.env.RIGHTS ? pages : pages.filter((_, n) => [0, 1, 4, 6].includes(n))
}

const nobody: Pick<Looker, 'name' | 'cookie'> = { name: 'nobody', cookie: '' }

it('lead nobody further than the front door, however they are written', async () => {
  const stranger = w.lookers.find(({ name }) => name === 'mentor, a third organisation') as Looker
  const left = w.lookers.find(({ name }) => name === 'mentor, has left') as Looker
  const visitors: Looker[] = [stranger, { ...left, ...nobody }, ...(process.env.RIGHTS ? [left] : [])]
  const all = targets().flatMap(([path, at]) =>
    Object.entries(WAYS).flatMap(([way, ask]) => visitors.map((who) => ({ path, at, way, ask, who }))),
  )
  const wrong: string[] = []
  await abreast(all, async ({ path, at, way, ask, who }) => {
    const asked = ask(path)
    const answer = await site.ask({ ...asked, headers: { cookie: who.cookie, ...asked.headers } })
    const visit: Visit = { route: way, path: asked.path.toLowerCase(), channel: way, who, kind: null, at }
    if (answer.status >= 500) wrong.push(`${way} ${path}: ${answer.status}`)
    wrong.push(...leaks(w, visit, answer.body + JSON.stringify(answer.headers)))
  })
  console.info(`${Object.keys(WAYS).length} ways, ${all.length} requests`)
  expect(wrong.slice(0, 40)).toEqual([])
})

/** Where a form can say that it comes from, but for our own page. */
const elsewhere = (): Record<string, string>[] => [
  {},
  { origin: 'https://elders.example' },
  { origin: 'null' },
  { origin: 'https://elders.example', 'x-forwarded-host': 'elders.example' },
  { origin: 'https://elders.example', host: 'elders.example' },
  { origin: site.base, 'sec-fetch-site': 'cross-site' },
  { origin: 'https://elders.example', 'x-middleware-subrequest': five('src/proxy') },
]

it('let no form in from elsewhere, nor one whose action is called from another page', async () => {
  const mentor = w.lookers.find(({ name }) => name === 'mentor, ours') as Looker
  const form = await formOf(site, mentor)
  const kase = hidden('case', 'intake')
  const fields = filled(form, 'describeDebts', kase.id)
  const [{ before } = { before: -1 }] = await w.region.kernel<{ before: number }>(
    'SELECT sum(version)::int AS before FROM spine',
  )
  for (const more of elsewhere())
    for (const script of [false, true]) {
      const sent = multipart(script ? asScript(fields) : fields)
      const answer = await site.ask({
        path: '/cases/new',
        method: 'POST',
        body: sent.body,
        headers: {
          ...sent.headers,
          cookie: mentor.cookie,
          ...more,
          ...(script && { 'next-action': actionOf(form) }),
        },
      })
      expect(JSON.stringify(answer.headers), JSON.stringify(more)).not.toContain('done=')
    }
  const [{ after } = { after: -2 }] = await w.region.kernel<{ after: number }>(
    'SELECT sum(version)::int AS after FROM spine',
  )
  expect(after).toBe(before)
  // The same form from our own page counts: what kept it out above was not its shape.
  const own = await send(site, mentor, '/cases/new', fields)
  expect(String(own.headers.location)).toContain('done=describeDebts')
  const again = filled(form, 'describeDebts', kase.id).map(
    ([name, value]) => [name, name === 'version' ? '1' : value] as const,
  )
  const byScript = await send(site, mentor, '/cases/new', asScript(again), { 'next-action': actionOf(form) })
  expect(String(byScript.headers['x-action-redirect'])).toContain('done=describeDebts')
})
