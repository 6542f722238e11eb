// A tafel is closed when nothing of it is left to do, or when somebody said what is.
import { describe, expect, test } from 'vitest'
import type { Context, StillOpen } from '@/domain/kernel/context'
import { closeTafel } from '@/domain/tafel/close'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import { adjournedToGemeente } from '../../support/stories'

const adopted = () => caseAt('matching')
/** What is answered when so much still waits. */
const judged = (stillOpen: StillOpen | undefined, remaining: string | null = null) =>
  closeTafel.check(adopted().tafel as never, { lettersSent: true, remaining }, { stillOpen } as Context)
const closed = () => adopted().take('closeTafel', 'secretary')

describe('a tafel is closed', () => {
  test('by the secretary or the chair, who say that the letters went out', () => {
    for (const who of ['secretary', 'chair'] as const) {
      const world = adopted().take('closeTafel', who)
      expect(world.tafel.spine.stage).toBe('closed')
      expect(world.tafel.of.closure).toEqual({ lettersSent: true, remaining: null, closedOn: '2026-02-04' })
    }
    expect(adopted().blocked('closeTafel', 'coordinator')).toEqual({ reason: 'notYourRole' })
    expect(adopted().blocked('closeTafel', 'regisseur')).toEqual({ reason: 'notYourRole' })
  })

  test('after both adopted its list, not before', () => {
    for (const world of [
      caseAt('onTafel'),
      caseAt('proposed'),
      caseAt('proposed').take('adoptList', 'chair'),
    ])
      expect(world.blocked('closeTafel', 'secretary')).toEqual({ reason: 'notAtThisStage' })
  })

  test('within so many working days as the covenant says: the secretary has a task for it', () => {
    const world = adopted()
    expect(world.turn('closeTafel', world.ids.tafel)).toMatchObject({
      role: 'secretary',
      dueOn: '2026-02-18',
    })
    const sooner = caseAt('matching', { rules: rulesWith({ tafel: { closeWithin: 2 } }) })
    expect(sooner.turn('closeTafel', sooner.ids.tafel)).toMatchObject({ dueOn: '2026-02-06' })
    expect(closed().tasks(closed().ids.tafel)).toEqual([])
  })

  test('with a reason where letters did not go out', () => {
    const ask = (said: Record<string, unknown>) => adopted().refusal('closeTafel', 'secretary', said)
    expect(ask({ lettersSent: false })).toEqual({ reason: 'lettersNeedReason', field: 'remaining' })
    expect(ask({ lettersSent: false, remaining: 'De gemeente verstuurt er nog een, morgen.' })).toBeNull()
  })

  test('not while a case has no outcome and went on to no other tafel', () => {
    expect(judged({ undecided: 2, withoutOwner: 0 })).toEqual({
      reason: 'itemsUndecided',
      values: { count: 2 },
    })
    expect(judged(undefined)?.reason).toBe('itemsUndecided')
    expect(judged({ undecided: 0, withoutOwner: 0 })).toBeNull()
  })

  test('with minutes: who was there and who adopted it is written down', () => {
    const { tafel } = adopted()
    const without = { ...tafel, of: { ...tafel.of, attendance: null } }
    const [minutes] = closeTafel.blockedBy
    expect(minutes?.(without as never, {} as Context)).toEqual({ reason: 'minutesMissing' })
    expect(minutes?.(tafel as never, {} as Context)).toBeNull()
  })

  test('with a word about actions that are nobody’s', () => {
    const left = { undecided: 0, withoutOwner: 1 }
    expect(judged(left)).toEqual({ reason: 'actionsNeedOwner', field: 'remaining', values: { count: 1 } })
    expect(judged(left, 'De regisseur, voor 1 maart.')).toBeNull()
  })
})

describe('once it is closed', () => {
  test('nothing of it changes', () => {
    const world = closed()
    for (const step of ['closeTafel', 'changeTafel', 'reopenList', 'adoptList', 'nameDelegate'] as const)
      expect(world.blocked(step, 'chair')).toEqual({ reason: 'notAtThisStage' })
  })

  test('a decision is put right by the two who always do', () => {
    const world = closed().take('correctDecision', 'chair')
    expect(
      world.blocked('confirmCorrection', { ...actors.secretary, accountId: actors.chair.accountId }),
    ).toEqual({
      reason: 'secondPersonNeeded',
    })
    world.take('confirmCorrection', 'secretary')
    expect(world.kase.of.decisions?.at(-1)).toMatchObject({ replaces: 1 })
    expect(world.tafel.spine.stage).toBe('closed')
  })

  test('what it adjourned waits for a next tafel, as before', () => {
    const world = adjournedToGemeente().take('closeTafel', 'chair')
    expect(world.tasks()).toEqual(['putOnTafel'])
    expect(world.take('planTafel', 'secretary').blocked('putOnTafel', 'regisseur')).toBeNull()
  })
})
