// A party without a stake that was asked to take part in one item.
import { describe, expect, test } from 'vitest'
import { grants } from '@/domain/case/steps'

describe('a party that was invited to one item of a tafel', () => {
  const invited = grants.filter((g) => g.kind === 'case' && g.relation === 'invited')
  test('reads number, initials, dates, household, profile, the support summary and positions: no name, nothing else', () => {
    const own =
      'agenda givePosition household initials positions profile readiness shield spine supportSummary'
    expect([...new Set(invited.map((g) => g.object))].sort()).toEqual(own.split(' '))
  })

  test('reads it only while the case is at the tafel, and does no more than say where it stands', () => {
    expect(new Set(invited.map((g) => g.stage))).toEqual(new Set(['tafel']))
    expect(invited.flatMap((g) => (g.verb === 'read' ? [] : g.object)).sort()).toEqual([
      'givePosition',
      'positions',
    ])
  })
})
