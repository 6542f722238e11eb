// What is written down when somebody moves in: beside the key, and about the place that they left.
import { describe, expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'
import { inputs } from '../../support/inputs'

describe('beside the key', () => {
  const found = {
    keyCount: 3,
    meterElectricity: '10234',
    homeState: 'gebreken',
    homeNote: 'De kraan lekt',
    keyPresent: 'Noor en haar begeleider',
  }

  test('it is written down how the home was, for provider and landlord', () => {
    const world = caseAt('signed').on('2026-03-02').take('handOverKey', 'officer', found)
    expect(world.as('mentor').of.tenancy).toMatchObject({ ...found, meterGas: null })
    expect(world.as('regisseur').of.tenancy).toBeNull()
  })

  test('faults are named', () => {
    const world = caseAt('signed').on('2026-03-02')
    expect(world.refusal('handOverKey', 'officer', { ...found, homeNote: null })).toEqual({
      reason: 'faultsNeedNote',
      field: 'homeNote',
    })
  })
})

describe('the place that was left', () => {
  test('is recorded by the provider once the client has a key, and read by who reads the stay', () => {
    const world = caseAt('aftercare').take('recordFreedPlace', 'mentor', {
      leftOn: '2026-03-02',
      placeTaken: 'nogLeeg',
    })
    expect(world.as('regisseur').of.stay).toMatchObject({ leftOn: '2026-03-02', placeTaken: 'nogLeeg' })
    expect(world.as('officer').of.stay).toBeNull()
    world.take('recordFreedPlace', 'mentor', { leftOn: '2026-03-02', placeTaken: 'andereClient' })
    expect(world.kase.of.stay?.placeTaken).toBe('andereClient')
    expect(caseAt('tenancy').blocked('recordFreedPlace', 'mentor')).toEqual({ reason: 'notAtThisStage' })
  })

  test('was not left before somebody came there', () => {
    const since = {
      describeStay: () => ({ ...inputs.describeStay?.({ today: '', ids: {} }), since: '2025-03-01' }),
    }
    const world = caseAt('aftercare', { inputs: since })
    expect(world.refusal('recordFreedPlace', 'mentor', { leftOn: '2001-01-01' })).toEqual({
      reason: 'endBeforeStart',
      field: 'leftOn',
    })
  })
})
