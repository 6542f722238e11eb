// Headers, a request id, and a readable answer to forms from elsewhere. It decides nothing about rights:
// every page and action asks for itself, and the database answers.
import { type NextRequest, NextResponse } from 'next/server'
import { env, overHttps } from './server/env'

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

const FOREIGN =
  'Dit formulier kwam niet van onze eigen pagina. Open Thuistafel opnieuw en probeer het daar. / This form did not come from our own page. Open Thuistafel again and try there.'

/** A form from elsewhere stops here. */
function turnedAway(request: NextRequest): Response | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  if (request.headers.get('origin') === new URL(env().BASE_URL).origin) return null
  return new Response(FOREIGN, {
    status: 403,
    headers: { ...fixed, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

export function proxy(request: NextRequest) {
  const away = turnedAway(request)
  if (away) return away
  const nonce = btoa(crypto.randomUUID())
  const policy = csp(nonce, env().NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', crypto.randomUUID())
  headers.set('x-path', request.nextUrl.pathname)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries({ ...fixed, 'Content-Security-Policy': policy }))
    response.headers.set(name, value)
  if (overHttps()) response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  return response
}

export const config = { matcher: ['/((?!_next/static|icon.svg|logo.svg).*)'] }
