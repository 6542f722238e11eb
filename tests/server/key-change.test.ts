// FIELD_KEY is changed while numbers are stored under the old one.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { castOf, register } from '../support/main-job'
import { type Region, region, take } from '../support/region'

const NUMBER = '111222333'
const OLD = process.env.NEXTAUTH_SECRET ?? ''
const NEW = 'a new key of the fields, which is long enough'

let r: Region
beforeAll(async () => {
  r = await region()
  const cast = await castOf(r)
  await take(cast.mentor, 'recordBsn', await register(r, cast), { number: NUMBER })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await r.close()
})

const stored = async () =>
  (await r.kernel<{ number: string }>('SELECT number FROM case_bsn'))[0]?.number ?? ''

describe('a change of the key', () => {
  it('opens with the old key, seals with the new one, and needs the old one no more', async () => {
    const before = await stored()
    vi.stubEnv('FIELD_KEY', NEW)
    vi.stubEnv('FIELD_KEY_OLD', '')
    vi.resetModules()
    const without = await import('@/server/db/seal')
    expect(() => without.open(before)).toThrow('FIELD_KEY_OLD')

    vi.stubEnv('FIELD_KEY_OLD', OLD)
    vi.resetModules()
    const both = await import('@/server/db/seal')
    expect(both.open(before)).toBe(NUMBER)
    expect(both.printsOf(NUMBER)).toHaveLength(2)
    const { reseal } = await import('../../prisma/reseal')
    const { sealed, seen } = await reseal(r.ownerUrl)
    expect([sealed, seen]).toEqual([1, 1])
    expect(await reseal(r.ownerUrl)).toEqual({ sealed: 0, seen: 1 })

    vi.stubEnv('FIELD_KEY_OLD', '')
    vi.resetModules()
    const { open, printsOf } = await import('@/server/db/seal')
    expect(open(await stored())).toBe(NUMBER)
    const prints = await r.kernel<{ print: string }>('SELECT DISTINCT print FROM bsn_print')
    expect(prints.map((row) => row.print)).toContain(printsOf(NUMBER)[0])
  })
})
