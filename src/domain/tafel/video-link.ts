// Where a tafel meets on a screen: an address that a browser opens safely.
import type { Refusal } from '../kernel/step'

/** A full https address of a named host, without a name or password in it. */
export function isVideoLink(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  return (
    protocol === 'https:' && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(hostname) && !username && !password
  )
}

/** Why this is no address for a tafel; null when it is one, or there is none. */
export const unsafeLink = ({ videoLink }: { readonly videoLink?: string | null }): Refusal | null =>
  videoLink && !isVideoLink(videoLink) ? { reason: 'notAVideoLink', field: 'videoLink' } : null
