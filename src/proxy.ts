// What an answer may bring in, a request id, and a readable no to forms from elsewhere. It decides nothing about rights:
// every page and action asks for itself, and the database answers.
import { type NextRequest, NextResponse } from 'next/server'
import { FILE_MAX } from './domain/case/papers'
import { paperPolicy } from './features/case/paper-headers'
import { FORM_MAX, FORM_READ } from './features/step/form-state'
import { bringsFile, isPaper, paths, sheetKinds } from './paths'
import { cookie, deviceCookie, deviceMark } from './server/cookies'
import { WIPES } from './server/device'
import { env, overHttps } from './server/env'
import { isOurs } from './server/guard'
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

const HEALTH = '/api/health/'

const FOREIGN =
  'Dit formulier kwam niet van onze eigen pagina. Open Thuistafel opnieuw en probeer het daar. / This form did not come from our own page. Open Thuistafel again and try there.'

const TOO_MUCH =
  'Er staat te veel tekst in dit formulier. Er is niets verstuurd. Ga terug en maak de tekst korter. / There is too much text in this form. Nothing was sent. Go back and make the text shorter.'

const UNREADABLE =
  'Dit formulier kon niet worden gelezen. Er is niets verstuurd. Open de pagina opnieuw. / This form could not be read. Nothing was sent. Open the page again.'

/** Our forms are sent in parts, by a script with what it calls under 0; Next would fail over anything that only says so. */
async function readable(request: NextRequest): Promise<boolean> {
  const type = request.headers.get('content-type') ?? ''
  const script = request.headers.has('next-action')
  if (!type.startsWith('multipart/form-data')) return !script
  try {
    const form = await request.formData()
    return !script || Array.isArray(JSON.parse(String(form.get('0'))))
  } catch {
    return false
  }
}

const NO_WAY = 'Zo kunt u hier niets vragen of versturen. / Nothing can be asked or sent here in this way.'

const said = (status: number, text: string, more: Record<string, string> = {}) =>
  new Response(text, { status, headers: { ...more, 'Content-Type': 'text/plain; charset=utf-8' } })

function mostOf({ nextUrl: { pathname } }: NextRequest): number {
  if (bringsFile(pathname)) return FORM_MAX + FILE_MAX
  return pathname === paths.drafts ? FORM_MAX : FORM_READ
}

/** A file is chosen on a page that can say it; whatever else is too large is answered in words alone. */
const tooMuch = ({ nextUrl }: NextRequest) => {
  const kind = sheetKinds.find((one) => nextUrl.pathname === paths.importFile(one))
  if (!kind) return said(413, TOO_MUCH)
  return NextResponse.redirect(new URL(paths.importFault('tooLarge', kind), env().BASE_URL), 303)
}

/** What is sent from elsewhere stops here; so does what is too large to read, does not say how large it is, or cannot be read. */
async function turnedAway(request: NextRequest): Promise<Response | null> {
  const { method, headers } = request
  if (method === 'GET' || method === 'HEAD') return null
  if (method !== 'POST') return said(405, NO_WAY, { Allow: 'GET, HEAD, POST' })
  if (!isOurs(headers)) return said(403, FOREIGN)
  const length = headers.get('content-length')
  if (!length) return said(411, UNREADABLE)
  if (Number(length) > mostOf(request)) return tooMuch(request)
  return (await readable(request)) ? null : said(400, UNREADABLE)
}

/** The page for when nobody can be served; whoever watches over us still gets an answer. */
async function unavailable(path: string, nonce: string): Promise<Response | null> {
  if (path.startsWith(HEALTH)) return null
  const why = await closed()
  if (!why) return null
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Retry-After': why === 'maintenance' ? '300' : '30',
  }
  return new Response(unavailablePage(why, nonce), { status: 503, headers })
}

/** The request goes on to its page, which takes the nonce from it and can say where it is asked from. */
function goesOn({ headers: sent, nextUrl }: NextRequest, nonce: string, policy: string): Response {
  const headers = new Headers(sent)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', crypto.randomUUID())
  headers.set('x-path', nextUrl.pathname)
  headers.set('x-search', nextUrl.search)
  return NextResponse.next({ request: { headers } })
}

/** What a browser kept of another session is thrown away, and at the page to sign in of any: signed out, ended, or somebody else. */
function leftBehind({ cookies, nextUrl }: NextRequest): boolean {
  const mark = cookies.get(deviceCookie().name)?.value
  const session = cookies.get(cookie().name)?.value ?? ''
  return mark !== undefined && (nextUrl.pathname === paths.login || mark !== deviceMark(session))
}

function wipe(response: Response) {
  const { name, options } = deviceCookie()
  response.headers.set('Clear-Site-Data', WIPES['Clear-Site-Data'])
  response.headers.append(
    'Set-Cookie',
    `${name}=; Path=${options.path}; Max-Age=0; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`,
  )
}

export async function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const { pathname, searchParams } = request.nextUrl
  const policy = csp(nonce, env().NODE_ENV === 'development')
  const stopped = (await turnedAway(request)) ?? (await unavailable(pathname, nonce))
  const response = stopped ?? goesOn(request, nonce, policy)
  const ofPaper = !stopped && isPaper(pathname)
  response.headers.set('Content-Security-Policy', ofPaper ? paperPolicy(searchParams.get('show')) : policy)
  response.headers.set('Cache-Control', 'private, no-store')
  if (leftBehind(request)) wipe(response)
  if (overHttps()) response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  return response
}

// What is the same for everyone may be kept. The rest of the headers, that of these files too, stands in next.config.ts.
export const config = { matcher: ['/((?!_next/static/|icon\\.svg$|logo\\.svg$|theme\\.css$).*)'] }
