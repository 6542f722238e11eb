import 'server-only'
import { localPath, paths } from '@/paths'
import { cookie, DEVICE_KEPT, deviceCookie } from '@/server/cookies'
import { env } from '@/server/env'
import { MAX_AGE, UNATTENDED } from '@/server/session'
import { KEPT, preferences } from './preferences'

/** The one address of the application, for someone who came by another name of the same machine; null when they did not. */
export function otherHost(host: string | null, path: string | null): string | null {
  const base = new URL(env().BASE_URL)
  return host === base.host ? null : new URL(localPath(path) ?? paths.work, base).toString()
}

/** Whether everything here is made up. */
export const isDemo = () => env().DEMO === '1'

/** Every cookie that this application sets: what it is called and how long it stays, in seconds. */
export const cookiesKept = () => [
  { name: cookie().name, keeps: 'session', seconds: MAX_AGE } as const,
  { name: deviceCookie().name, keeps: 'device', seconds: DEVICE_KEPT } as const,
  { name: UNATTENDED, keeps: 'unattended', seconds: 0 } as const,
  ...preferences.map((name) => ({ name, keeps: name, seconds: KEPT })),
]
