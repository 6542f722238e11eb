// Who is next for a dwelling: in the order of the candidates, unless an officer puts somebody in front and says why.
import { describe, expect, test } from 'vitest'
import { inLine } from '@/domain/dwelling/reserve'
import { caseAt } from '../../support/case-at'
import { offeredWithReserve } from '../../support/offer-stories'

describe('who stands in reserve', () => {
  test('stands in the order of the candidates when a home is proposed', () => {
    const { dwelling } = offeredWithReserve()
    expect(inLine(dwelling)).toEqual(['AAAAAAAA', 'BBBBBBBB'])
    expect(dwelling.of.reserve?.rankedWhy).toBeNull()
  })

  test('is put in front with a reason from the list, which is kept and told, and nothing of who it is', () => {
    const world = offeredWithReserve().take('rankReserve', 'officer')
    expect(inLine(world.dwelling)).toEqual(['BBBBBBBB', 'AAAAAAAA'])
    expect(world.dwelling.of.reserve?.rankedWhy).toBe('kanEerder')
    expect(world.last.effect.tells).toEqual({ rankedWhy: 'kanEerder' })
  })

  test('can still be put in front when the offer came to nothing', () => {
    const world = offeredWithReserve().take('refuseOffer', 'mentor')
    expect(world.tasks(world.ids.dwelling)).toEqual(['offerNext'])
    expect(inLine(world.take('rankReserve', 'officer').dwelling)).toEqual(['BBBBBBBB', 'AAAAAAAA'])
  })

  test('stands in the order of the candidates anew with the next proposal', () => {
    const world = offeredWithReserve().take('rankReserve', 'officer').take('refuseOffer', 'mentor')
    world.take('correctDwelling', 'officer', { rent: 600_00 }).take('propose', 'officer')
    expect(inLine(world.dwelling)).toEqual(['AAAAAAAA', 'BBBBBBBB'])
    expect(world.dwelling.of.reserve?.rankedWhy).toBeNull()
  })
})

test('somebody else, who is not in reserve or in front already, is not put there', () => {
  const world = offeredWithReserve()
  const said = (candidate: string) => world.refusal('rankReserve', 'officer', { candidate })
  expect(said('CCCCCCCC')).toEqual({ reason: 'notInReserve', field: 'candidate' })
  expect(said('AAAAAAAA')).toEqual({ reason: 'alreadyInFront', field: 'candidate' })
})

test('where nobody or one stands in reserve there is nothing to rank', () => {
  expect(caseAt('offered').blocked('rankReserve', 'officer')).toEqual({ reason: 'nobodyToRank' })
  expect(offeredWithReserve(['AAAAAAAA']).blocked('rankReserve', 'officer')).toEqual({
    reason: 'nobodyToRank',
  })
})
