// Headers, a request id, and a readable answer to forms from elsewhere. It decides nothing about rights:
// every page and action asks for itself, and the database answers.
import { type NextRequest, NextResponse } from 'next/server'
import { FORM_MAX } from './features/step/form-state'
import { env, overHttps } from './server/env'
import { closed } from './server/health'
import { unavailablePage } from './unavailable'

const csp = (nonce: string, dev: boolean) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src-elem 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const fixed = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cache-Control': 'private, no-store',
}

const HEALTH = '/api/health/'

const FOREIGN =
  'Dit formulier kwam niet van onze eigen pagina. Open Thuistafel opnieuw en probeer het daar. / This form did not come from our own page. Open Thuistafel again and try there.'

const TOO_MUCH =
  'Er staat te veel tekst in dit formulier. Er is niets verstuurd. Ga terug en maak de tekst korter. / There is too much text in this form. Nothing was sent. Go back and make the text shorter.'

const UNREADABLE =
  'Dit formulier kon niet worden gelezen. Er is niets verstuurd. Open de pagina opnieuw. / This form could not be read. Nothing was sent. Open the page again.'

/** Our forms are sent in parts with a boundary between them; Next would fail over anything else. */
const readable = (headers: Headers) => {
  const type = headers.get('content-type') ?? ''
  const parts = type.startsWith('multipart/form-data')
  return parts ? type.includes('boundary=') : !headers.has('next-action')
}

const said = (status: number, text: string) =>
  new Response(text, { status, headers: { ...fixed, 'Content-Type': 'text/plain; charset=utf-8' } })

/** A form from elsewhere stops here, and one that is too large to read or cannot be. */
function turnedAway({ method, headers }: NextRequest): Response | null {
  if (method === 'GET' || method === 'HEAD') return null
  if (headers.get('origin') !== new URL(env().BASE_URL).origin) return said(403, FOREIGN)
  if (!readable(headers)) return said(400, UNREADABLE)
  return Number(headers.get('content-length')) > FORM_MAX ? said(413, TOO_MUCH) : null
}

/** The page for when nobody can be served; whoever watches over us still gets an answer. */
async function unavailable(path: string, nonce: string, policy: string): Promise<Response | null> {
  if (path.startsWith(HEALTH)) return null
  const why = await closed()
  if (!why) return null
  const headers = {
    ...fixed,
    'Content-Security-Policy': policy,
    'Content-Type': 'text/html; charset=utf-8',
    'Retry-After': why === 'maintenance' ? '300' : '30',
  }
  return new Response(unavailablePage(why, nonce), { status: 503, headers })
}

export async function proxy(request: NextRequest) {
  const away = turnedAway(request)
  if (away) return away
  const nonce = btoa(crypto.randomUUID())
  const policy = csp(nonce, env().NODE_ENV === 'development')
  const none = await unavailable(request.nextUrl.pathname, nonce, policy)
  if (none) return none
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', crypto.randomUUID())
  headers.set('x-path', request.nextUrl.pathname)
  headers.set('x-search', request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries({ ...fixed, 'Content-Security-Policy': policy }))
    response.headers.set(name, value)
  if (overHttps()) response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  return response
}

export const config = { matcher: ['/((?!_next/static|icon.svg|logo.svg|theme.css).*)'] }
