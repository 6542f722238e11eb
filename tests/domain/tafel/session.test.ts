// The tafel itself: planned, opened with enough seats, its list adopted by two people who are not the same.
import { describe, expect, test } from 'vitest'
import { actors, uuid } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import type { Who } from '../../support/world'

const planned = () => caseAt('new').take('planTafel', 'coordinator', { on: '2026-02-03' })
const today = () => caseAt('onTafel').on('2026-02-03')
const seats = ['gemeente', 'corporatie', 'zorgaanbieder']

describe('a tafel is planned', () => {
  test('for a day, and the chair holds it on that day', () => {
    const world = planned()
    expect(world.tafel.of.session).toEqual({
      on: '2026-02-03',
      at: '09:30',
      place: 'Gemeentehuis Emmen',
      minutes: null,
      note: null,
    })
    expect(world.tafel.spine.stage).toBe('planned')
    expect(world.turn('holdTafel', world.ids.tafel)).toMatchObject({ role: 'chair', dueOn: '2026-02-03' })
    expect(world.last.effect.tells).toEqual({ on: '2026-02-03' })
  })

  test('by the coordinator, the chair or the secretary', () => {
    for (const who of ['coordinator', 'chair', 'secretary'] as const)
      expect(caseAt('new').refusal('planTafel', who)).toBeNull()
    for (const who of ['regisseur', 'officer', 'mentor'] as const)
      expect(caseAt('new').refusal('planTafel', who)).toEqual({ reason: 'notYourRole' })
  })

  test('on another day, and is then held on that day', () => {
    const world = planned().take('changeTafel', 'secretary', { on: '2026-02-10', at: '13:00' })
    expect(world.tafel.of.session).toMatchObject({ on: '2026-02-10', at: '13:00' })
    expect(world.turn('holdTafel', world.ids.tafel)?.dueOn).toBe('2026-02-10')
    expect(world.last.effect.tells).toEqual({ on: '2026-02-10' })
  })

  test('with cases on it moves to another day with all of them, and their chair decides on that day', () => {
    const world = caseAt('onTafel').take('changeTafel', 'secretary', { on: '2026-02-10' })
    expect(world.taken.slice(-2)).toEqual(['changeTafel', 'followTafel'])
    expect(world.kase.of.agenda).toEqual({ tafel: world.ids.tafel, tafelOn: '2026-02-10' })
    expect(world.turn('decide')?.dueOn).toBe('2026-02-10')
    expect(world.records.at(-1)?.effect.tells).toEqual({ tafelOn: '2026-02-10' })
  })

  test('at another hour leaves its cases alone', () => {
    const world = caseAt('onTafel').take('changeTafel', 'chair', { on: '2026-02-03', at: '14:00' })
    expect(world.taken.at(-1)).toBe('changeTafel')
  })

  test('in a series: every two weeks on the same weekday, each a tafel of its own', () => {
    const world = caseAt('new').take('planTafel', 'coordinator', {
      on: '2026-03-24',
      everyWeeks: 2,
      times: 3,
      minutes: 90,
    })
    const all = world.all('tafel').map(({ of, spine }) => ({ stage: spine.stage, ...(of.session as object) }))
    expect(all).toMatchObject(
      ['2026-03-24', '2026-04-07', '2026-04-21'].map((on) => ({ stage: 'planned', on, minutes: 90 })),
    )
    expect(all[0]).not.toHaveProperty('everyWeeks')
  })

  test('in a series with both of its numbers, or once with neither', () => {
    const ask = (input: object) => caseAt('new').refusal('planTafel', 'chair', { on: '2026-02-03', ...input })
    expect(ask({ everyWeeks: 2 })).toEqual({ reason: 'seriesNeedsTimes', field: 'times' })
    expect(ask({ times: 4 })).toEqual({ reason: 'seriesNeedsWeeks', field: 'everyWeeks' })
    expect(ask({})).toBeNull()
  })

  test('and is cancelled only when nobody stands on its agenda', () => {
    expect(caseAt('onTafel').blocked('cancelTafel', 'coordinator')).toEqual({ reason: 'tafelHasItems' })
    const world = planned().take('cancelTafel', 'coordinator')
    expect(world.tafel.spine.stage).toBe('cancelled')
    expect(world.tasks(world.ids.tafel)).toEqual([])
  })
})

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
      values: { count: 1 },
    })
    expect(ask(['gemeente', 'ervaringsdeskundige', 'wijkteam'])?.values).toEqual({ count: 2 })
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
    expect(world.tasks(world.ids.tafel)).toEqual([])
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
