// What is written down when somebody moves in: beside the key, and about the place that they left.
import { describe, expect, test } from 'vitest'
import { emptyDays } from '@/domain/tenancy/freed-place'
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
    const taken = { leftOn: '2026-03-02', placeTaken: 'andereClient', takenOn: '2026-03-09' }
    world.on('2026-03-09').take('recordFreedPlace', 'mentor', taken)
    expect(world.kase.of.stay).toMatchObject(taken)
    expect(emptyDays(taken)).toBe(7)
    expect(caseAt('tenancy').blocked('recordFreedPlace', 'mentor')).toEqual({ reason: 'notAtThisStage' })
  })

  test('says since when somebody lives there, not before it was free, and no day while it is empty', () => {
    const world = caseAt('aftercare').on('2026-03-09')
    const taken = { leftOn: '2026-03-02', placeTaken: 'andereClient', takenOn: null as string | null }
    const refused = (more: object) => world.refusal('recordFreedPlace', 'mentor', { ...taken, ...more })
    expect(refused({})).toEqual({ reason: 'takenNeedsDay', field: 'takenOn' })
    expect(refused({ takenOn: '2026-03-01' })).toEqual({
      reason: 'takenBeforeLeft',
      field: 'takenOn',
      values: { leftOn: '2026-03-02' },
    })
    world.take('recordFreedPlace', 'mentor', { ...taken, placeTaken: 'nogLeeg', takenOn: '2026-03-05' })
    expect(world.kase.of.stay?.takenOn).toBeNull()
    expect(emptyDays({ leftOn: '2026-03-02', takenOn: null })).toBeNull()
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
