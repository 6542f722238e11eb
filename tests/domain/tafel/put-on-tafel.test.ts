// On the agenda of a tafel, off it again, and on a next one when what was missing has come in.
import { describe, expect, test } from 'vitest'
import { foreigners, uuid } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { adjournedToGemeente, adjournedToProvider } from '../../support/stories'

const planned = () => caseAt('tafel').take('planTafel', 'coordinator', { on: '2026-02-03' })

describe('a case is put on a tafel', () => {
  const world = caseAt('onTafel')
  test('and the chair has the turn, on the day of that tafel', () => {
    expect(world.kase.of.agenda).toEqual({ tafel: world.ids.tafel, tafelOn: '2026-02-03' })
    expect(world.tasks()).toEqual(['decide'])
    expect(world.turn('decide')).toMatchObject({ role: 'chair', dueOn: '2026-02-03' })
    expect(world.last.effect.tells).toEqual({ tafelOn: '2026-02-03' })
  })

  test('and stands on the agenda of that tafel, by its number', () => {
    expect(world.tafel.of.items).toMatchObject([{ case: world.ids.case, number: 'TT-2026-0001', on: true }])
    expect(world.taken.slice(-2)).toEqual(['putOnTafel', 'addItem'])
  })

  test('by its own gemeente or by the regie of the region, and nobody else', () => {
    for (const who of ['regisseur', 'coordinator', 'chair', 'secretary'] as const)
      expect(planned().refusal('putOnTafel', who)).toBeNull()
    expect(planned().blocked('putOnTafel', foreigners.regisseur)).toEqual({ reason: 'notYours' })
    for (const who of ['gemeenteLead', 'mentor', 'officer'] as const)
      expect(planned().blocked('putOnTafel', who)).toEqual({ reason: 'notYourRole' })
  })
})

describe('a case is not put on a tafel', () => {
  test('that is not there, or takes no more cases', () => {
    const closed = { reason: 'tafelNotOpen', field: 'tafel' }
    expect(planned().refusal('putOnTafel', 'regisseur', { tafel: uuid(77) })).toEqual(closed)
    const cancelled = planned().take('cancelTafel', 'coordinator')
    expect(cancelled.refusal('putOnTafel', 'regisseur')).toEqual(closed)
  })

  test('that has passed; on the day itself it still can', () => {
    expect(planned().on('2026-02-03').refusal('putOnTafel', 'regisseur')).toBeNull()
    expect(planned().on('2026-02-04').refusal('putOnTafel', 'regisseur')).toEqual({
      reason: 'tafelPast',
      field: 'tafel',
    })
  })

  test('while it is on one already', () => {
    expect(caseAt('onTafel').blocked('putOnTafel', 'regisseur')).toEqual({ reason: 'alreadyOnTafel' })
  })

  test('while the provider still has to supply something', () => {
    expect(adjournedToProvider().blocked('putOnTafel', 'regisseur')).toEqual({ reason: 'waitsOnProvider' })
    expect(adjournedToGemeente().blocked('putOnTafel', 'regisseur')).toBeNull()
  })
})

describe('a case is taken off a tafel', () => {
  const world = caseAt('onTafel').on('2026-01-21').take('takeOffTafel', 'regisseur')
  test('and can be put on another, within the term', () => {
    expect(world.kase.of.agenda).toEqual({ tafel: null, tafelOn: null })
    expect(world.tasks()).toEqual(['putOnTafel'])
    expect(world.turn('putOnTafel')?.dueOn).toBe('2026-02-04')
    expect(world.tafel.of.items?.map((item) => item.on)).toEqual([true, false])
  })

  test('not when it is on none', () => {
    expect(world.blocked('takeOffTafel', 'regisseur')).toEqual({ reason: 'notOnTafel' })
  })

  test('not once the tafel is in session: then the tafel decides', () => {
    const session = caseAt('onTafel').on('2026-02-03').take('openTafel', 'chair')
    expect(session.refusal('takeOffTafel', 'regisseur')).toEqual({ reason: 'notAtThisStage' })
    expect(session.kase.of.agenda?.tafel).toBe(session.ids.tafel)
  })
})

describe('what the tafel still missed comes in', () => {
  test('only when something was asked', () => {
    expect(caseAt('tafel').blocked('supplyForTafel', 'mentor')).toEqual({ reason: 'nothingAsked' })
    expect(adjournedToGemeente().blocked('supplyForTafel', 'mentor')).toEqual({ reason: 'nothingAsked' })
  })

  test('and the clock of the gemeente, which stood still, runs again with the pause added', () => {
    const world = adjournedToProvider()
    expect(world.turn('putOnTafel')).toMatchObject({ dueOn: '2026-02-17', pausedOn: '2026-02-03' })
    expect(world.turn('supplyMore')).toMatchObject({ dueOn: '2026-02-17', pausedOn: null })
    world.on('2026-02-10').take('supplyForTafel', 'mentor')
    expect(world.tasks()).toEqual(['putOnTafel'])
    expect(world.turn('putOnTafel')).toMatchObject({ dueOn: '2026-02-24', pausedOn: null })
  })

  test('then the case goes on a next tafel, and must be decided anew', () => {
    const world = adjournedToProvider().on('2026-02-10').take('supplyForTafel', 'mentor')
    world.take('planTafel', 'coordinator').take('putOnTafel', 'regisseur')
    expect(world.turn('decide')?.dueOn).toBe('2026-02-24')
    world.on('2026-02-24').take('openTafel', 'chair')
    expect(world.refusal('adoptList', 'chair')).toEqual({
      reason: 'itemWithoutDecision',
      values: { number: 'TT-2026-0001' },
    })
    world.take('proposeDecision', 'chair').take('adoptList', 'chair').take('adoptList', 'secretary')
    expect(world.kase.spine.stage).toBe('matching')
  })
})
