// The emergency lane: asked for by the one, decided by the other, shorter terms for a while, and why for nobody else.
import { describe, expect, test } from 'vitest'
import { inSpoed } from '@/domain/intake/spoed'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const urgent = () => caseAt('sent').take('requestSpoed', 'mentor').take('decideSpoed', 'regisseur')

describe('an urgent case', () => {
  test('is asked for by the provider, and decided by the gemeente within a working day', () => {
    const world = caseAt('sent').take('requestSpoed', 'mentor')
    expect(world.turn('decideSpoed')).toMatchObject({ role: 'regisseur', dueOn: '2026-01-16' })
    expect(world.blocked('requestSpoed', 'mentor')).toEqual({ reason: 'spoedAsked' })
    expect(world.blocked('decideSpoed', 'mentor')).toEqual({ reason: 'notYourRole' })
    expect(caseAt('sent').blocked('decideSpoed', 'regisseur')).toEqual({ reason: 'nothingToWithdraw' })
  })

  test('has a reason, and a last day', () => {
    expect(caseAt('sent').refusal('requestSpoed', 'mentor', { reason: null })).toEqual({
      reason: 'spoedNeedsReason',
      field: 'reason',
    })
    const asked = caseAt('sent').take('requestSpoed', 'mentor')
    expect(asked.refusal('decideSpoed', 'regisseur', { until: null })).toEqual({
      reason: 'spoedNeedsEnd',
      field: 'until',
    })
  })

  test('hurries what runs already, counted from when that began', () => {
    expect(caseAt('sent').turn('checkIntake')?.dueOn).toBe('2026-01-22')
    expect(urgent().turn('checkIntake')?.dueOn).toBe('2026-01-19')
  })

  test('and what comes after it, until its last day has passed', () => {
    const world = urgent()
    expect(world.blocked('requestSpoed', 'mentor')).toEqual({ reason: 'spoedAlready' })
    expect(world.copy().on('2026-01-19').take('acceptIntake', 'regisseur').turn('putOnTafel')?.dueOn).toBe(
      '2026-01-23',
    )
    const late = world.copy().on('2026-03-30').take('acceptIntake', 'regisseur')
    expect(inSpoed(late.kase, late.today)).toBe(false)
    expect(late.turn('putOnTafel')?.dueOn).toBe('2026-04-15')
  })

  test('that it is not, is said with its ground, and changes no term', () => {
    const world = caseAt('sent')
      .take('requestSpoed', 'mentor')
      .take('decideSpoed', 'regisseur', { granted: false, until: null })
    expect(world.kase.of.spoed).toBeNull()
    expect(world.kase.of.spoedRequests?.at(-1)).toMatchObject({
      event: 'refused',
      why: 'Anders staat iemand op straat',
    })
    expect(world.turn('checkIntake')?.dueOn).toBe('2026-01-22')
  })

  test('leaves a clock that stands still as it stands', () => {
    const world = caseAt('sent').take('askMore', 'regisseur')
    const paused = world.turn('checkIntake')
    world.take('requestSpoed', 'mentor').take('decideSpoed', 'regisseur')
    expect(world.turn('checkIntake')).toEqual(paused)
  })

  test('is known to the table, but why it is so is not', () => {
    const world = urgent().on('2026-01-19').take('acceptIntake', 'regisseur')
    expect(world.as(actors.chair).of.spoed).toMatchObject({ since: '2026-01-15' })
    expect(world.as(actors.chair).of.spoedRequests).toBeNull()
  })
})
