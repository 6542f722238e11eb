// From where somebody asks: enough to see that it was somewhere else, too little to find them.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserOf, networkOf } from '@/server/origin'

const sent = (address: string | null, agent = 'Mozilla/5.0 Firefox/140.0') =>
  new Headers({ ...(address && { 'x-forwarded-for': address }), 'user-agent': agent })

/** The origin as a website with so many proxies of its own before it sees it. */
async function originBehind(proxies: string, headers: Headers) {
  vi.resetModules()
  vi.stubEnv('PROXIES', proxies)
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@localhost/none')
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
  const { originOf } = await import('@/server/origin')
  return originOf(headers)
}
afterEach(() => vi.unstubAllEnvs())

describe('an address', () => {
  it('counts for its network only: 24 bits of IPv4, 48 of IPv6', () => {
    expect(networkOf('192.0.2.17')).toBe('192.0.2')
    expect(networkOf('::ffff:192.0.2.17')).toBe('192.0.2')
    expect(networkOf('2001:db8:0:5::1')).toBe(networkOf('2001:0DB8:0000:9:8:7:6:5'))
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0')
    expect(networkOf('::1')).toBe('0:0:0')
  })

  it('that is none is not kept', () => {
    for (const text of ['', 'unknown', '192.0.2', '1.2.3.4.5', '<script>']) expect(networkOf(text)).toBeNull()
  })
})

describe('an origin', () => {
  it('without proxies of our own believes no header', async () => {
    expect(await originBehind('0', sent('192.0.2.17'))).toBe('- firefox')
    expect(await originBehind('', sent('192.0.2.17'))).toBe('- firefox')
  })

  it('is what our own proxy saw, whatever stands before it', async () => {
    const known = await originBehind('1', sent('192.0.2.17'))
    expect(known).toMatch(/^[0-9a-f]{8} firefox$/)
    expect(await originBehind('1', sent('203.0.113.9, 192.0.2.99'))).toBe(known)
    expect(await originBehind('2', sent('203.0.113.9, 192.0.2.99, 10.0.0.1'))).toBe(known)
    expect(await originBehind('1', sent('203.0.113.9'))).not.toBe(known)
    expect(await originBehind('3', sent('192.0.2.17'))).toBe('- firefox')
  })

  it('holds no part of the address', async () => {
    expect(await originBehind('1', sent('192.0.2.17'))).not.toMatch(/192|\.17/)
  })
})

it('a browser is known by its kind, and not by its version', () => {
  expect(browserOf('Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0')).toBe('edge')
  expect(browserOf('Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/140.0 Safari/537.36')).toBe('chrome')
  expect(browserOf('Mozilla/5.0 (iPhone) AppleWebKit/605 Version/18 Safari/605')).toBe('safari')
  expect(browserOf('curl/8')).toBe('other')
  expect(browserOf(null)).toBe('other')
})
