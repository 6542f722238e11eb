// The tafel itself: opened with enough seats, its list adopted by two people who are not the same.
import { describe, expect, test } from 'vitest'
import { actors, uuid } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import type { Who } from '../../support/world'

const planned = () => caseAt('new').take('planTafel', 'coordinator', { on: '2026-02-03' })
const today = () => caseAt('onTafel').on('2026-02-03')
const seats = ['gemeente', 'corporatie', 'zorgaanbieder']

describe('the agenda', () => {
  test('is read by the regie and the gemeenten; partners know when and where', () => {
    const { ids, seen } = { ids: caseAt('onTafel').ids, seen: caseAt('onTafel') }
    expect(seen.seen('tafel', actors.officer, ids.tafel).of.items).toBeNull()
    expect(seen.seen('tafel', actors.officer, ids.tafel).of.session).not.toBeNull()
    expect(seen.seen('tafel', actors.regisseur, ids.tafel).of.items).toHaveLength(1)
  })
})

describe('a tafel is opened', () => {
  test('on its day, not before', () => {
    expect(caseAt('onTafel').on('2026-02-02').blocked('openTafel', 'chair')).toEqual({
      reason: 'tafelNotHeldYet',
      values: { on: '2026-02-03' },
    })
  })

  test('with something on its agenda', () => {
    expect(planned().on('2026-02-03').blocked('openTafel', 'chair')).toEqual({ reason: 'tafelEmpty' })
  })

  test('with every seat that the covenant asks for, whoever else is there', () => {
    const ask = (present: string[]) => today().refusal('openTafel', 'chair', { seats: present })
    expect(ask(['gemeente', 'corporatie'])).toEqual({
      reason: 'belowQuorum',
      field: 'seats',
      values: { seat: 'zorgaanbieder', more: 0 },
    })
    expect(ask(['gemeente', 'ervaringsdeskundige', 'wijkteam'])?.values).toEqual({
      seat: 'corporatie',
      more: 1,
    })
    expect(ask([...seats, 'wijkteam'])).toBeNull()
  })

  test('with the seats of its own covenant', () => {
    const own = rulesWith({ tafel: { quorum: ['ervaringsdeskundige'] } })
    const inputs = { openTafel: () => ({ seats: ['ervaringsdeskundige'], present: 'Een mens' }) }
    expect(caseAt('proposed', { rules: own, inputs }).tafel.spine.stage).toBe('inSession')
    expect(
      caseAt('onTafel', { rules: own }).on('2026-02-03').refusal('openTafel', 'chair', { seats })?.reason,
    ).toBe('belowQuorum')
  })

  test('and from then on two people have to adopt its list, within two working days', () => {
    const world = today().take('openTafel', 'secretary')
    expect(world.tafel.of.attendance).toEqual({ seats, present: 'Vijf mensen' })
    expect(world.tasks(world.ids.tafel)).toEqual(['adoptAsChair', 'adoptAsSecretary'])
    expect(world.turn('adoptAsChair', world.ids.tafel)).toMatchObject({ role: 'chair', dueOn: '2026-02-05' })
    expect(world.turn('adoptAsSecretary', world.ids.tafel)).toMatchObject({
      role: 'secretary',
      dueOn: '2026-02-05',
    })
  })
})

describe('a list is adopted', () => {
  test('by one of the two: the cases go nowhere yet', () => {
    const world = caseAt('proposed').take('adoptList', 'chair')
    expect(world.tafel.spine.stage).toBe('inSession')
    expect(world.tafel.of.adoption).toEqual({
      chairBy: actors.chair.accountId,
      chairOn: '2026-02-03',
      secretaryBy: null,
      secretaryOn: null,
    })
    expect(world.tasks(world.ids.tafel)).toEqual(['adoptAsSecretary'])
    expect(world.kase.spine.stage).toBe('tafel')
    expect(world.kase.of.decision?.adoptedOn).toBeNull()
  })

  test.each([
    ['chair', 'secretary'],
    ['secretary', 'chair'],
  ] as const)('by the %s and then by the %s: the decisions are carried out', (first, second) => {
    const world = caseAt('proposed').take('adoptList', first).take('adoptList', second)
    expect(world.tafel.spine.stage).toBe('adopted')
    expect(world.tafel.of.adoption).toMatchObject({
      chairBy: actors.chair.accountId,
      secretaryBy: actors.secretary.accountId,
    })
    expect(world.tasks(world.ids.tafel)).toEqual(['closeTafel'])
    expect(world.kase.spine.stage).toBe('matching')
    expect(world.records.at(-1)).toMatchObject({ cause: 'adoptList', role: second })
  })

  test('not twice in the same role, also not by another chair: it is said which of the two has done so', () => {
    const once = (first: 'chair' | 'secretary', then: Who) =>
      caseAt('proposed').take('adoptList', first).blocked('adoptList', then)
    const colleague = { ...actors.chair, accountId: uuid(901) }
    for (const who of ['chair', 'secretary'] as const)
      expect(once(who, who)).toEqual({ reason: 'alreadyAdopted', values: { role: who } })
    expect(once('chair', colleague)).toEqual({ reason: 'alreadyAdopted', values: { role: 'chair' } })
  })

  test('not by one person in both roles', () => {
    const asSecretary = { ...actors.secretary, accountId: actors.chair.accountId }
    expect(caseAt('proposed').take('adoptList', 'chair').blocked('adoptList', asSecretary)).toEqual({
      reason: 'secondPersonNeeded',
    })
    const asChair = { ...actors.chair, accountId: actors.secretary.accountId }
    expect(caseAt('proposed').take('adoptList', 'secretary').blocked('adoptList', asChair)).toEqual({
      reason: 'secondPersonNeeded',
    })
  })

  test('not as long as one case on it has no decision', () => {
    const world = today().take('openTafel', 'chair')
    for (const who of ['chair', 'secretary'] as const)
      expect(world.refusal('adoptList', who)).toEqual({
        reason: 'itemWithoutDecision',
        values: { number: 'TT-2026-0001' },
      })
    expect(world.tafel.of.adoption).toBeNull()
  })

  test('without the case that was taken off it in time', () => {
    const world = caseAt('onTafel')
      .take('takeOffTafel', 'regisseur')
      .take('putOnTafel', 'regisseur')
      .on('2026-02-03')
    world
      .take('openTafel', 'chair')
      .take('proposeDecision', 'chair')
      .take('adoptList', 'chair')
      .take('adoptList', 'secretary')
    expect(world.taken.filter((name) => name === 'carryOutDecision')).toHaveLength(1)
  })
})
