// Whoever looks for somebody may know their number: of a shielded case it is known to nobody but its named people.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type Cast, castOf, register } from '../support/main-job'
import { type Region, region, take } from '../support/region'
import { see } from './sight'

const number = '111222333'
let r: Region
let cast: Cast
let colleague: Actor
let other: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  colleague = await r.actor('mentor', 'cosis', 'Collega')
  const hidden = await register(r, cast)
  await take(cast.mentor, 'recordBsn', hidden, { number })
  await take(cast.mentor, 'describeSafety', hidden, { threat: 'stalking', secrecy: 'geheim', note: null })
  other = await register(r, cast, { givenName: 'Iemand', familyName: 'Anders' })
})
afterAll(() => r.close())

const known = async (who: Actor) => {
  await take(who, 'recordBsn', other, { number })
  return (await see(who, other))?.of.bsnCheck
}

it('the number of a shielded case is not called known to a colleague', async () => {
  expect(await known(colleague)).toEqual({ known: false })
})

it('it is to the mentor who reads that case', async () => {
  expect(await known(cast.mentor)).toEqual({ known: true })
})
