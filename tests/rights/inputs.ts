// What is thrown at the website: forms of steps with right and wrong answers, bytes that are no form, any address.
import fc from 'fast-check'
import { steps } from '@/domain/case/steps'
import { actionOf, asScript, filled, multipart, type Pairs } from './posts'
import { PLACES } from './routes'
import type { Asked, Website } from './website'
import type { World } from './world'

/** What it is aimed at: the subjects there are, and the form that is sent. */
export type Aim = { readonly w: World; readonly site: Website; readonly form: Pairs }

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
const typedForm = ({ w, site, form }: Aim) =>
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

const POSTABLE = [
  '/cases/new',
  '/login',
  '/journal',
  '/journal/export',
  '/',
  '/api/auth/signin',
  '/login/membership',
]
const TYPES = [
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'text/plain;charset=UTF-8',
  'application/json',
  'image/png',
]

const bodies = fc.oneof(
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
)

/** Bytes that are no form at all, or nearly one. */
const rawBody = ({ site, form }: Aim) =>
  fc
    .record({
      path: fc.constantFrom(...POSTABLE),
      type: fc.constantFrom(...TYPES),
      body: bodies,
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

const NAMES = [
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
]

/** An address of ours with anything in its places and behind its question mark. */
const address = ({ w }: Aim) =>
  fc
    .record({
      route: fc.constantFrom(...Object.keys(PLACES)),
      parts: fc.array(fc.oneof(text, fc.constantFrom(...w.places.map(({ id }) => id))), {
        minLength: 2,
        maxLength: 2,
      }),
      asked: fc.array(fc.tuple(fc.constantFrom(...NAMES), text), { maxLength: 4 }),
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

/** So many of them, the same for the same seed. */
export const inputs = (aim: Aim, numRuns: number, seed: number): Asked[] =>
  fc.sample(
    fc.oneof(
      { weight: 4, arbitrary: typedForm(aim) },
      { weight: 2, arbitrary: rawBody(aim) },
      { weight: 4, arbitrary: address(aim) },
    ),
    { numRuns, seed },
  )
