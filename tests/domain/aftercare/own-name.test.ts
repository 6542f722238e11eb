// The day on which a client comes to rent in their own name, and what is tested on it.
import { describe, expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'

describe('the client comes to rent', () => {
  test('from the end of those months, not before', () => {
    const early = caseAt('aftercare').on('2027-01-05').take('recordEvaluation', 'mentor')
    early.take('requestOmklap', 'mentor').take('adviseAsProvider', 'mentor')
    early.take('adviseAsCorporation', 'officer')
    expect(early.refusal('decideOmklap', 'officer', { on: '2027-03-01' })).toEqual({
      reason: 'ownNameTooEarly',
      field: 'on',
      values: { from: '2027-03-02' },
    })
    expect(early.refusal('decideOmklap', 'officer', { on: '2027-03-02' })).toBeNull()
  })

  test('at a rent that is tested by the norms of that day, or with the reason why it does not matter', () => {
    const { norms } = caseAt('tenancy')
    const low = {
      kind: 'aftoppingsgrens_laag',
      validFrom: '2027-03-02',
      value: 1,
      status: 'published' as const,
      source: null,
      belowAge: null,
    }
    const income = ['passend_income_1p', 'daeb_income_limit_1p'].map((kind) => ({
      ...low,
      kind,
      value: 99_000_00,
    }))
    const aow = { ...low, kind: 'aow_age_months', value: 67 * 12 }
    const world = caseAt('evaluated', { norms: [...norms, low, aow, ...income] }).take(
      'requestOmklap',
      'mentor',
    )
    world.take('adviseAsProvider', 'mentor').take('adviseAsCorporation', 'officer')
    const input = { on: '2027-03-02' }
    expect(world.refusal('decideOmklap', 'officer', input)).toEqual({
      reason: 'passendNeedsReason',
      field: 'note',
    })
    world.take('decideOmklap', 'officer', { ...input, note: 'De huur zakt' })
    expect(world.kase.of.omklap?.at(-1)).toMatchObject({ passend: 'fail', daeb: 'pass' })
  })
})
