import 'server-only'
// The cookies by which is known whose browser this is, and whether something may be kept in it.
import { createHash } from 'node:crypto'
import { overHttps } from './env'

const options = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: overHttps() })
const named = (name: string) => ({ name: overHttps() ? `__Host-${name}` : name, options: options() })

/** The one cookie that says who somebody is. */
export const cookie = () => named('thuistafel')

/** That something may be kept in this browser, and of which session: a print of it, which says nothing by itself. */
export const deviceCookie = () => named('device')

/** For how long that is known, in seconds: longer than any session, so that what one left behind is thrown away at the next visit. */
export const DEVICE_KEPT = 31_536_000

/** That print, of the cookie of a session. */
export const deviceMark = (session: string) =>
  createHash('sha256').update(`device ${session}`).digest('base64url').slice(0, 22)
