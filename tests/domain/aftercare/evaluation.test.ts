// An evaluation with both: the client and a supervisor. What they say stays with the provider.
import { describe, expect, test } from 'vitest'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const on = (day: string) => caseAt('aftercare').on(day)

describe('an evaluation', () => {
  test('keeps what the client and the supervisor say apart from how the tenancy goes', () => {
    const world = on('2026-06-02').take('recordEvaluation', 'mentor')
    expect(world.kase.of.evaluationTalks).toMatchObject([
      {
        heldOn: '2026-06-02',
        clientThere: 'erbij',
        clientSays: 'Ik slaap beter',
        supervisor: 'Milou Leidinggevend',
      },
    ])
    expect(world.kase.of.evaluations?.[0]).not.toHaveProperty('clientSays')
    for (const role of ['regisseur', 'gemeenteLead', 'coordinator', 'officer', 'corporatieLead'] as const) {
      expect(world.as(role).of.evaluations, role).toHaveLength(1)
      expect(world.as(role).of.evaluationTalks, role).toBeNull()
    }
    expect(JSON.stringify(world.last.effect.tells)).not.toContain('slaap')
  })

  test('is held with a supervisor who is another than whoever writes it down', () => {
    const own = { supervisor: ` ${actors.mentor.name.toUpperCase()} ` }
    expect(on('2026-06-02').refusal('recordEvaluation', 'mentor', own)).toEqual({
      reason: 'supervisorIsAnother',
      field: 'supervisor',
    })
  })

  test('without the client says why, and advises no lease in their own name', () => {
    const alone = { clientThere: 'nietErbij', clientSays: 'Kwam niet, ook niet na een brief' }
    expect(on('2026-06-02').refusal('recordEvaluation', 'mentor', { ...alone, advice: 'omklap' })).toEqual({
      reason: 'omklapWithClient',
      field: 'clientThere',
    })
    expect(
      on('2026-06-02').refusal('recordEvaluation', 'mentor', { ...alone, advice: 'doorgaan' }),
    ).toBeNull()
    expect(() => on('2026-06-02').take('recordEvaluation', 'mentor', { clientSays: null })).toThrow(
      'clientSays',
    )
  })
})

describe('the next one', () => {
  test('is on the day that they agree, on a working day, before that of the schedule', () => {
    const sooner = on('2026-06-02').take('recordEvaluation', 'mentor', { nextOn: '2026-07-04' })
    expect(sooner.turn('evaluate')?.dueOn).toBe('2026-07-06')
    expect(on('2026-06-02').take('recordEvaluation', 'mentor').turn('evaluate')?.dueOn).toBe('2026-09-02')
  })

  test('is not later than the schedule says', () => {
    expect(on('2026-06-02').refusal('recordEvaluation', 'mentor', { nextOn: '2026-10-01' })).toEqual({
      reason: 'evaluationLater',
      field: 'nextOn',
      values: { next: '2026-09-02' },
    })
  })

  test('is agreed after the schedule has ended as well, and its silence is a signal', () => {
    const after = on('2028-03-02').take('recordEvaluation', 'mentor', { nextOn: '2028-09-01' })
    expect(after.turn('evaluate')?.dueOn).toBe('2028-09-01')
    after.on('2028-09-04').take('signalByItself', 'terms', { silent: 'evaluate' })
    expect(after.turn('answerSignal')).toBeDefined()
    expect(on('2028-03-02').take('recordEvaluation', 'mentor').turn('evaluate')).toBeUndefined()
  })
})
