import 'server-only'
import { env } from '@/server/env'

/** The one address of the application, for someone who came by another name of the same machine; null when they did not. */
export function otherHost(host: string | null, path: string | null): string | null {
  const base = new URL(env().BASE_URL)
  return host === base.host ? null : new URL(path ?? '/', base).toString()
}

/** Whether everything here is made up. */
export const isDemo = () => env().DEMO === '1'
