// Whatever is sent, the website answers: with a page, a refusal or "not there", never with a fault of its own.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { steps } from '@/domain/case/steps'
import { actionOf, asScript, filled, formOf, multipart, type Pairs } from './posts'
import { PLACES } from './routes'
import { abreast } from './walk'
import { type Asked, type Website, website } from './website'
import { type World, world } from './world'

const RUNS = Number(process.env.FUZZ_RUNS ?? 1000)
const SEED = Number(process.env.FUZZ_SEED ?? 20261122)

let w: World
let site: Website
let form: Pairs

beforeAll(async () => {
  w = await world()
  site = await website(w.region.appUrl)
  form = await formOf(site, w.lookers.find(({ name }) => name === 'mentor, ours') as never)
}, 120_000)
afterAll(async () => {
  await site?.close()
  await w?.close()
})

const nasty = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u2066',
  "' OR 1=1 --",
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '{"a":',
  '$K1',
  '$F0',
  '$@1',
  '9'.repeat(400),
  '-1',
  '1e309',
  'NaN',
  '99-99-9999',
  '31-02-2026',
  '0000-00-00',
  '<script>alert(1)</script>',
  'a'.repeat(20_000),
  '%',
  '%00',
  '%ff',
  '\r\nSet-Cookie: a=b',
)
const text = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 60 }), fc.uuid())

/** A form of some step, with right answers and wrong ones, on some subject or none. */
const typedForm = () =>
  fc
    .record({
      step: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...Object.keys(steps)) },
        { weight: 1, arbitrary: text },
      ),
      subject: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...w.places.map(({ id }) => id)) }, text),
      version: fc.oneof(fc.constant('0'), fc.integer().map(String), text),
      spoil: fc.array(fc.tuple(fc.nat(20), text), { maxLength: 3 }),
      script: fc.boolean(),
    })
    .map(({ step, subject, version, spoil, script }): Asked => {
      const fields = filled(form, step, subject).map(
        ([name, value], n) =>
          [name, name === 'version' ? version : (spoil.find(([at]) => at + 4 === n)?.[1] ?? value)] as const,
      )
      const sent = multipart(script ? asScript(fields) : fields)
      const headers = { ...sent.headers, origin: site.base, ...(script && { 'next-action': actionOf(form) }) }
      return { path: '/cases/new', method: 'POST', headers, body: sent.body }
    })

/** Bytes that are no form at all, or nearly one. */
const rawBody = () =>
  fc
    .record({
      path: fc.constantFrom(
        '/cases/new',
        '/login',
        '/journal',
        '/journal/export',
        '/',
        '/api/auth/signin',
        '/login/membership',
      ),
      type: fc.constantFrom(
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'application/x-www-form-urlencoded',
        'text/plain;charset=UTF-8',
        'application/json',
        'image/png',
      ),
      body: fc.oneof(
        fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
        fc
          .constantFrom(
            '[]',
            '["$K1"]',
            '["$F1"]',
            '["$@1"]',
            '[{"then":"$1:a"}]',
            '['.repeat(5000),
            '{"__proto__":{"a":1}}',
            '["$B1"]',
            '["$Q1"]',
            '["$W1"]',
          )
          .map((b) => Buffer.from(b)),
        fc
          .array(fc.tuple(text, text), { maxLength: 4 })
          .map((pairs) => Buffer.from(multipart(pairs).body.replaceAll('----thuistafel-rights', 'x'))),
      ),
      action: fc.option(fc.oneof(fc.constant('true'), fc.constantFrom('a'.repeat(42), '0'.repeat(40), '7f'))),
    })
    .map(
      ({ path, type, body, action }): Asked => ({
        path,
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          origin: site.base,
          ...(action && { 'next-action': action === 'true' ? actionOf(form) : action }),
        },
      }),
    )

/** An address of ours with anything in its places and behind its question mark. */
const address = () =>
  fc
    .record({
      route: fc.constantFrom(...Object.keys(PLACES)),
      parts: fc.array(fc.oneof(text, fc.constantFrom(...w.places.map(({ id }) => id))), {
        minLength: 2,
        maxLength: 2,
      }),
      asked: fc.array(
        fc.tuple(
          fc.constantFrom(
            'stage',
            'after',
            'before',
            'kind',
            'person',
            'subject',
            'from',
            'until',
            'at',
            'done',
            'out',
            'page',
            'q',
            '_rsc',
          ),
          text,
        ),
        { maxLength: 4 },
      ),
      data: fc.boolean(),
      raw: fc.boolean(),
    })
    .map(({ route, parts, asked, data, raw }): Asked => {
      // A lone half of a pair is no text that an address can hold; everything else goes encoded, or nearly so.
      const encode = (value: string) => encodeURIComponent(value.toWellFormed().slice(0, 2000))
      const rest = [...parts]
      const path = route.replace(/\[[^\]]*\]/g, () => encode(rest.pop() ?? '') || '-')
      const query = asked.map(([name, value]) => `${name}=${encode(value)}`).join('&')
      const tail = raw ? '&%=%ff&stage[]=1&stage=a&stage=b' : ''
      return { path: `${path}?${query}${tail}`, ...(data && { headers: { RSC: '1' } }) }
    })

/** Parts that no form of ours has, for an action of ours: React cannot read them, and Next says so before our code runs. */
const undecodable = ({ headers = {} }: Asked) =>
  headers['next-action'] !== undefined && headers['content-type'] === 'multipart/form-data; boundary=x'

/** What only we should see: where in our code it went wrong, or what the database said. */
const INSIDE =
  /\n\s+at \S+ \(|node_modules\/|\.next\/server|PrismaClient|\bSQLSTATE\b|at (async )?\w+ \(file:/

it('answers whatever is sent to it, and never with a fault of its own', { timeout: 3_600_000 }, async () => {
  const arbitrary = fc.oneof(
    { weight: 4, arbitrary: typedForm() },
    { weight: 2, arbitrary: rawBody() },
    { weight: 4, arbitrary: address() },
  )
  const insiders = w.lookers.filter(({ name }) => name.endsWith(', ours'))
  const asked = fc.sample(arbitrary, { numRuns: RUNS, seed: SEED }).map((one, n) => ({ one, n }))
  const wrong: string[] = []
  const statuses: Record<number, number> = {}
  await abreast(asked, async ({ one, n }) => {
    const cookie = insiders[n % insiders.length]?.cookie ?? ''
    const answer = await site.ask({ ...one, headers: { ...one.headers, cookie } })
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    const known = undecodable(one) || (one.path.startsWith('/api/health/notices') && answer.status === 503)
    const said = `${one.method ?? 'GET'} ${one.path.slice(0, 200)} ${JSON.stringify(one.headers)} ${String(one.body ?? '').slice(0, 300)}`
    if (answer.status >= 500 && !known) wrong.push(`${answer.status}: ${said}`)
    if (INSIDE.test(answer.body)) wrong.push(`our own code in the answer: ${said}`)
  })
  console.info(`${RUNS} inputs from seed ${SEED}: ${JSON.stringify(statuses)}`)
  expect(wrong.slice(0, 20)).toEqual([])
  expect((await site.ask({ path: '/api/health/ready' })).status).toBe(200)
})
