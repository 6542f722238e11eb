// What every answer brings with it, and what none may hold.
import { paperPolicy } from '@/features/case/paper-headers'
import { isPaper } from '@/paths'
import type { Answer, Asked } from './website'

const FIXED: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** What only we should see: where in our code it went wrong, or what the database said. */
export const INSIDE =
  /\n\s+at \S+ \(|node_modules\/|\.next\/server|PrismaClient|\bSQLSTATE\b|at (async )?\w+ \(file:/
const SECRETS = /postgres(ql)?:\/\/|NEXTAUTH_SECRET|DATABASE_URL|FIELD_KEY/

/** What is the same for everyone, and may be kept. */
const PUBLIC = /^\/(_next\/static\/|icon\.svg$|logo\.svg$|theme\.css($|\?))/

/**
 * Next tidies a slash behind an address before anything else runs: that answer holds the address that was asked and no more.
 * It makes nothing of TRACE, which no browser sends.
 */
const BEFORE_US = ({ path, method }: Asked, { status, body }: Answer) =>
  (status === 308 && body === path.replace(/\/$/, '')) || method === 'TRACE'

export const nonceOf = ({ headers }: Answer) =>
  /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''

/** Pieces of a page that a browser would not run or use, for they do not carry the nonce. */
const withoutNonce = (body: string, nonce: string) =>
  (body.match(/<(script|style)\b[^>]*>/g) ?? []).filter((tag) => !tag.includes(`nonce="${nonce}"`))

/** What the address of a paper answers by itself; any other answer there is one of the whole website. */
const GIVEN = [200, 307, 404, 500]

function faultsOfPersonal({ path }: Asked, { headers, body, status }: Answer): string[] {
  const nonce = nonceOf({ headers, body, status })
  const right =
    isPaper(path.split('?')[0] ?? '') && GIVEN.includes(status) ? paperPolicy(null) : policy(nonce)
  const kept = String(headers['cache-control'])
  return [
    ...(headers['content-security-policy'] === right ? [] : ['another policy']),
    ...(kept.includes('private') && kept.includes('no-store') ? [] : [`may be kept: ${kept}`]),
    ...withoutNonce(body, nonce).map((tag) => `without the nonce: ${tag}`),
  ]
}

/** What is wrong with this answer; `secured` when browsers come over https. */
export function faultsOf(asked: Asked, answer: Answer, secured: boolean): string[] {
  const { headers, body, status } = answer
  if (BEFORE_US(asked, answer)) return []
  const personal = !PUBLIC.test(asked.path)
  const hsts = headers['strict-transport-security'] === 'max-age=31536000; includeSubDomains'
  const found = [
    ...Object.entries(FIXED).flatMap(([name, value]) => (headers[name] === value ? [] : [`no ${name}`])),
    ...(headers['x-powered-by'] ? ['says what it was made with'] : []),
    ...(personal ? faultsOfPersonal(asked, answer) : []),
    ...(personal && hsts !== secured ? [`strict-transport-security: ${hsts}`] : []),
    ...(personal && INSIDE.test(body) ? [`tells what is inside: ${INSIDE.exec(body)?.[0]}`] : []),
    ...(SECRETS.test(body) ? ['tells a secret'] : []),
  ]
  return found.map((what) => `${asked.method ?? 'GET'} ${asked.path} (${status}): ${what}`)
}
