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
