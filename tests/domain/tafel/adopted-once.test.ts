// Between the first adoption and the second: what is decided stands, unless the list is reopened.
import { describe, expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'
import { decided } from '../../support/tafel-stories'

const half = (who: 'chair' | 'secretary' = 'secretary') => caseAt('proposed').take('adoptList', who)

describe('once one of the two has adopted the list', () => {
  test.each(['chair', 'secretary'] as const)(
    '(the %s) what is decided stands, and cannot be changed under the other',
    (who) => {
      const world = half(who)
      expect(world.kase.of.decision).toMatchObject({ fixedOn: '2026-02-03', adoptedOn: null })
      expect(world.blocked('proposeDecision', 'chair')).toEqual({ reason: 'decisionFixed' })
      expect(world.records.at(-1)).toMatchObject({ cause: 'adoptList', role: who })
    },
  )

  test('it is free again when the list is reopened, and the chair decides anew that same day', () => {
    const world = half().take('reopenList', 'chair')
    expect(world.kase.of.decision).toMatchObject({ outcome: 'admitted', fixedOn: null })
    expect(world.turn('decide')).toMatchObject({ role: 'chair', dueOn: '2026-02-03' })
    expect(world.blocked('proposeDecision', 'chair')).toBeNull()
  })

  test.each([
    [{ outcome: 'adjourned', until: '2026-02-17', followUpBy: 'gemeente' }, 'tafel'],
    [{ outcome: 'backToProvider', reviewOn: '2026-03-03' }, 'intake'],
  ])('%o: a later tafel can decide anew', (decision, stage) => {
    const world = decided(decision)
    expect(world.kase.spine.stage).toBe(stage)
    expect(world.kase.of.decision).toMatchObject({ fixedOn: null, adoptedOn: '2026-02-03' })
  })

  test('a day that passes before both have adopted is refused, and can be given again', () => {
    const put = { outcome: 'adjourned', until: '2026-02-05', followUpBy: 'gemeente' }
    const world = caseAt('proposed').take('proposeDecision', 'chair', put).take('adoptList', 'secretary')
    const onTheDay = world.copy().on('2026-02-05')
    expect(onTheDay.refusal('adoptList', 'chair')).toBeNull()
    const passed = { reason: 'decidedDayPast', values: { number: world.kase.spine.number, on: '2026-02-05' } }
    world.on('2026-02-06')
    expect(world.refusal('adoptList', 'chair')).toEqual(passed)
    world.take('reopenList', 'chair')
    expect(world.refusal('proposeDecision', 'chair', put)).toEqual({
      reason: 'adjournedDayPast',
      field: 'until',
    })
    world.take('proposeDecision', 'chair', { ...put, until: '2026-02-17' })
    expect(world.take('adoptList', 'chair').take('adoptList', 'secretary').kase.of.decision?.adoptedOn).toBe(
      '2026-02-06',
    )
  })

  test('the first of the two adopts no day that has passed either', () => {
    const put = { outcome: 'escalated', until: '2026-02-05' }
    const world = caseAt('proposed').take('proposeDecision', 'chair', put).on('2026-02-06')
    expect(world.refusal('adoptList', 'secretary')?.reason).toBe('decidedDayPast')
  })

  test('adjourned, it is decided and adopted on the next tafel', () => {
    const world = decided({ outcome: 'adjourned', until: '2026-02-17', followUpBy: 'gemeente' })
    world.take('planTafel', 'secretary').take('putOnTafel', 'regisseur').on('2026-02-17')
    world.take('openTafel', 'chair').take('proposeDecision', 'chair')
    world.take('adoptList', 'chair').take('adoptList', 'secretary')
    expect(world.kase.spine.stage).toBe('matching')
  })
})

describe('a list is reopened', () => {
  test.each([
    ['chair', 'adoptAsChair'],
    ['secretary', 'adoptAsSecretary'],
  ] as const)('after the %s adopted it: nobody has adopted it any more', (who, task) => {
    const world = half(who).on('2026-02-04').take('reopenList', 'secretary')
    const none = { chairBy: null, chairOn: null, secretaryBy: null, secretaryOn: null }
    expect(world.tafel.of.adoption).toEqual(none)
    expect(world.tafel.spine.stage).toBe('inSession')
    expect(world.tasks(world.ids.tafel)).toEqual(['adoptAsChair', 'adoptAsSecretary'])
    expect(world.turn(task, world.ids.tafel)).toMatchObject({ since: '2026-02-04', dueOn: '2026-02-06' })
    expect(world.taken.slice(-2)).toEqual(['reopenList', 'freeDecision'])
  })

  test('and is adopted again only when every case on it is decided again', () => {
    const world = half('chair').take('reopenList', 'chair')
    expect(world.refusal('adoptList', 'chair')?.reason).toBe('itemWithoutDecision')
    world.take('proposeDecision', 'chair').take('adoptList', 'secretary').take('adoptList', 'chair')
    expect(world.kase.spine.stage).toBe('matching')
  })

  test('only between the first adoption and the second, and only by the two', () => {
    expect(caseAt('proposed').blocked('reopenList', 'chair')).toEqual({ reason: 'nothingAdopted' })
    const again = half('chair').take('reopenList', 'chair')
    expect(again.blocked('reopenList', 'chair')).toEqual({ reason: 'nothingAdopted' })
    expect(caseAt('matching').blocked('reopenList', 'chair')).toEqual({ reason: 'notAtThisStage' })
    expect(half('chair').blocked('reopenList', 'coordinator')).toEqual({ reason: 'notYourRole' })
  })
})
