// The conditions that a covenant sets: each met, not met or not known, with what shows it.
import { describe, expect, test } from 'vitest'
import { criteriaOf } from '@/domain/intake/criteria'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const rules = rulesWith({ criteria: ['woonrijp', 'inkomen'] })
const income = { criterion: 'inkomen', met: 'ja', evidence: 'Loonstrook van oktober' }

describe('the conditions of the covenant', () => {
  test('are those that the region named, and nobody has said anything about them yet', () => {
    const world = caseAt('intake', { rules })
    expect(criteriaOf(world.as('mentor'), rules)).toEqual([
      { criterion: 'woonrijp', word: null },
      { criterion: 'inkomen', word: null },
    ])
    expect(world.refusal('judgeCriterion', 'mentor', { ...income, criterion: 'rust' })).toEqual({
      reason: 'choiceNotOpen',
      field: 'criterion',
    })
  })

  test('are judged by nobody where the region leaves it to the table', () => {
    const none = caseAt('intake', { rules: rulesWith({ criteria: [] }) })
    expect(none.blocked('judgeCriterion', 'mentor')).toEqual({ reason: 'noCriteria' })
  })

  test('are met or not met by what shows it; of what is not known nothing need be shown', () => {
    const world = caseAt('intake', { rules })
    for (const met of ['ja', 'nee'])
      expect(world.refusal('judgeCriterion', 'mentor', { ...income, met, evidence: null })).toEqual({
        reason: 'criterionNeedsEvidence',
        field: 'evidence',
      })
    expect(
      world.refusal('judgeCriterion', 'mentor', { ...income, met: 'onbekend', evidence: null }),
    ).toBeNull()
  })

  test('the provider says it and the gemeente can say otherwise: the last word counts, both are kept', () => {
    const world = caseAt('sent', { rules })
      .take('judgeCriterion', 'mentor', income)
      .take('judgeCriterion', 'regisseur', { ...income, met: 'nee', evidence: 'De loonstrook is te oud' })
    expect(criteriaOf(world.as('regisseur'), rules)[1]?.word).toMatchObject({ met: 'nee' })
    expect(world.kase.of.criteria).toHaveLength(2)
  })

  test('are for the table, and not for the landlord', () => {
    const world = caseAt('tafel', { rules }).take('judgeCriterion', 'regisseur', income)
    expect(world.as('chair').of.criteria).toHaveLength(1)
    expect(world.as('officer').of.criteria).toBeNull()
    expect(caseAt('matching', { rules }).blocked('judgeCriterion', 'mentor')).toEqual({
      reason: 'notAtThisStage',
    })
  })
})
