// A case that moves to another gemeente, also a shielded one: who handed it over finds nothing of it afterwards.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type Cast, castOf, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'
import { see } from './sight'

let r: Region
let cast: Cast
let coevorden: Actor
const items = ['uitkering', 'indicatie', 'schulden', 'inschrijving']

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  coevorden = await r.actor('regisseur', 'coevorden')
}, 240_000)
afterAll(() => r.close())

async function moved(from: Actor, to: Actor, gemeente: string, hidden: boolean) {
  const id = await register(r, cast, { givenName: 'Jan', familyName: 'de Vries' }, gemeente)
  if (hidden) await take(cast.mentor, 'describeSafety', id, { threat: 'geen', secrecy: 'geheim', note: null })
  if (hidden) await take(cast.mentor, 'namePerson', id, { person: from.membershipId })
  const why = { why: 'verhuizing', agreedOn: TODAY, moveOn: TODAY, note: null }
  await take(from, 'proposeMove', id, { to: to.organisationId, ...why })
  if (hidden) await take(cast.mentor, 'namePerson', id, { person: to.membershipId })
  const done = { arrangedBy: 'gemeente', arrangedOn: TODAY, shownBy: 'besprokenMet' }
  for (const moveItem of items) await take(from, 'prepareMove', id, { moveItem, ...done })
  expect((await see(from, id))?.of.identity).toMatchObject({ familyName: 'de Vries' })
  await take(to, 'acceptMove', id, { metOn: TODAY, fromOn: TODAY, checks: items })
  expect((await see(to, id))?.of.identity).toMatchObject({ familyName: 'de Vries' })
  return see(from, id)
}

it.each([false, true])('is gone for who handed it over, shielded: %s', async (hidden) => {
  expect((await moved(coevorden, cast.regisseur, 'coevorden', hidden))?.of.identity ?? null).toBeNull()
})

it('stays with a gemeente that acts for the one that took over, by the mandate of the covenant', async () => {
  expect((await moved(cast.regisseur, coevorden, 'emmen', false))?.relations).toEqual(['ours'])
})
