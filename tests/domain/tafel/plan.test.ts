// When a tafel meets: planned once or in a series, on another day with all its cases, or cancelled.
import { describe, expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'

const planned = () => caseAt('new').take('planTafel', 'coordinator', { on: '2026-02-03' })

describe('a tafel is planned', () => {
  test('for a day, and the chair holds it on that day', () => {
    const world = planned()
    expect(world.tafel.of.session).toEqual({
      on: '2026-02-03',
      at: '09:30',
      place: 'Gemeentehuis Emmen',
      videoLink: null,
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
