// A file that was closed is opened again for who still lives there, without a new aanmelding.
import { describe, expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'

const closed = () => caseAt('closed').on('2027-09-01')

describe('a file is opened again', () => {
  test('with the support that the client wants, a visit soon and what is left of the evaluations', () => {
    const world = closed().take('reopenCase', 'mentor')
    expect(world.kase.spine.stage).toBe('aftercare')
    expect(world.kase.of.guidance).toMatchObject({ level: 'licht', since: '2027-09-01' })
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
    expect(world.turn('visit')?.dueOn).toBe('2027-09-08')
    expect(world.kase.of.reopenings).toMatchObject([{ reopenWhy: 'vraagClient', agreedHow: 'mondeling' }])
    world.take('recordVisit', 'mentor')
    expect(world.blocked('raiseSignal', 'officer')).toBeNull()
  })

  test('with the light contact alone, where the client wants no more', () => {
    const world = closed().take('reopenCase', 'regisseur', { level: 'waakvlam' })
    expect(world.tasks()).toEqual(['contact'])
    expect(world.turn('contact')?.dueOn).toBe('2027-09-08')
    expect(world.kase.of.waakvlam?.at(-1)).toMatchObject({ waakvlamEvent: 'started', agreedHow: 'mondeling' })
  })

  test('and closed again as any other: the earlier closing counts no more', () => {
    const world = closed().take('reopenCase', 'mentor').on('2027-12-01').take('closeCase', 'mentor')
    expect(world.kase.of.closing).toEqual({ reason: 'goedAfgerond', on: '2027-12-01' })
  })

  test('not for who left the home, and not without when and how the client said so', () => {
    const left = caseAt('waakvlam').take('closeCase', 'mentor', {
      ...{
        reason: 'verhuisd',
        homeEndedOn: '2027-03-15',
        homeEndWhy: 'opgezegd',
        destination: 'andereWoning',
      },
    })
    expect(left.blocked('reopenCase', 'mentor')).toEqual({ reason: 'notReopened' })
    expect(() => closed().take('reopenCase', 'mentor', { agreedOn: null })).toThrow('agreedOn')
    expect(closed().blocked('reopenCase', 'officer')).toEqual({ reason: 'notYourRole' })
  })

  test('of which the landlord reads no reason', () => {
    const world = closed().take('reopenCase', 'mentor', { note: 'Kanarie' })
    expect(world.as('officer').of.reopenings).toBeNull()
    expect(world.as('regisseur').of.reopenings).toHaveLength(1)
    expect(JSON.stringify(world.last.effect.tells ?? {})).not.toContain('Kanarie')
  })
})
