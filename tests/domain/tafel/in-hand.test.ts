// One case in hand at a time: any on the agenda, and never another.
import { describe, expect, test } from 'vitest'
import { besideOf, inHandOf } from '@/domain/tafel/in-hand'
import type { Tafel } from '@/domain/tafel/session'
import { actors, uuid } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const opened = () => caseAt('onTafel').on('2026-02-03').take('openTafel', 'chair')

/** An agenda of three of which the middle one is in hand. */
const three = (item: string | null): Pick<Tafel, 'of'> => {
  const items = [1, 2, 3].map((n) => ({ case: uuid(n), number: `TT-${n}`, on: n !== 3, minutes: null }))
  const inHand = item && { item, since: '10:00' }
  return { of: { items: [...items, { ...items[2], on: true }], inHand, agendaOrder: null } } as never
}

describe('a case is taken up', () => {
  test('by chair or secretary, once the tafel is in session', () => {
    expect(caseAt('onTafel').on('2026-02-03').blocked('takeUpItem', 'chair')?.reason).toBe('notAtThisStage')
    const world = opened().take('takeUpItem', 'secretary')
    expect(inHandOf(world.tafel)).toMatchObject({ case: world.ids.case, place: 1, since: '10:00' })
    for (const who of ['coordinator', 'regisseur', 'officer', 'mentor'] as const)
      expect(opened().blocked('takeUpItem', who)?.reason).toBe('notYourRole')
  })

  test('and no case that is not on its agenda', () => {
    expect(opened().refusal('takeUpItem', 'chair', { item: uuid(99) })).toEqual({
      reason: 'notOnThisAgenda',
      field: 'item',
    })
  })

  test('not twice', () => {
    expect(opened().take('takeUpItem', 'chair').refusal('takeUpItem', 'secretary')).toEqual({
      reason: 'inHandAlready',
    })
  })

  test('its record tells its place, and not its number', () => {
    expect(opened().take('takeUpItem', 'chair').last.effect.tells).toEqual({ place: 1 })
  })
})

describe('what is in hand', () => {
  test('has the cases before and after it, in the order of the agenda', () => {
    expect(besideOf(three(null) as Tafel)).toMatchObject({ previous: null, next: { case: uuid(1) } })
    expect(besideOf(three(uuid(2)) as Tafel)).toMatchObject({
      previous: { case: uuid(1) },
      next: { case: uuid(3) },
    })
    expect(besideOf(three(uuid(3)) as Tafel).next).toBeNull()
  })

  test('is nothing when it is on the agenda no longer, whatever was written', () => {
    expect(inHandOf(three(uuid(9)) as Tafel)).toBeNull()
  })

  test('is read as a case of the agenda by the regie alone', () => {
    const world = opened().take('takeUpItem', 'chair')
    for (const who of ['mentor', 'officer', 'regisseur', 'localTeam'] as const)
      expect(world.seen('tafel', actors[who]).of.inHand).toBeNull()
    for (const who of ['chair', 'secretary', 'coordinator'] as const)
      expect(world.seen('tafel', actors[who]).of.inHand).not.toBeNull()
  })
})
