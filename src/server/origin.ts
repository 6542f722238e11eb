import 'server-only'
// From where somebody asks, as coarse as the journal needs it: whether it is the same network and the same kind of
// browser as before. No address can be read out of it. docs/decisions/0019 says why no more is kept.
import { createHmac, hkdfSync } from 'node:crypto'
import { isIP } from 'node:net'
import { env } from './env'

type Sent = Pick<Headers, 'get'>

/** The first that fits: Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari. */
const browsers = [
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|CriOS)\//],
  ['safari', /\bSafari\//],
] as const
export type Browser = (typeof browsers)[number][0] | 'other'

/** The kind of browser, without its version. */
export const browserOf = (agent: string | null): Browser =>
  browsers.find(([, pattern]) => pattern.test(agent ?? ''))?.[0] ?? 'other'

/** The eight groups of an IPv6 address that are left when its zeros are written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [
    string[],
    string[],
  ]
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after]
}

/** The network of an address: the first 24 bits of IPv4, the first 48 of IPv6; null for what is no address. */
export function networkOf(address: string): string | null {
  const plain = address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) === 4) return plain.split('.').slice(0, 3).join('.')
  if (isIP(plain) !== 6) return null
  const first = groupsOf(plain).slice(0, 3)
  return first.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}

/** The address that the outermost of our own proxies saw. What stands before it anyone can write; without proxies, all of it. */
function addressOf(sent: Sent, proxies: number): string | null {
  const passed = (sent.get('x-forwarded-for') ?? '').split(',')
  return proxies > 0 ? (passed.at(-proxies) ?? null) : null
}

/** A number for a network that only this installation can make: so it says "the same as before", and not where. */
function numberOf(network: string): string {
  const key = Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, 'thuistafel', 'origin of a request', 32))
  return createHmac('sha256', key).update(network).digest('hex').slice(0, 8)
}

/** The network as a number, or `-` when it is not known for sure, and the kind of browser. */
export function originOf(sent: Sent): string {
  const network = networkOf(addressOf(sent, env().PROXIES) ?? '')
  return `${network ? numberOf(network) : '-'} ${browserOf(sent.get('user-agent'))}`
}
