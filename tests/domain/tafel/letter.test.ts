// The letter to the client: what was decided, and until when they can object.
import { describe, expect, test } from 'vitest'
import { letterOf } from '@/domain/tafel/letter'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import { decided } from '../../support/tafel-stories'

const besluit = rulesWith({ decisionForm: 'besluit' })
const advies = rulesWith({ decisionForm: 'advies' })

describe('the letter about a decision', () => {
  test('is there only when chair and secretary have both adopted it', () => {
    const proposed = caseAt('proposed').take('proposeDecision', 'chair').take('adoptList', 'chair')
    expect(letterOf(proposed.kase, besluit)).toBeNull()
    expect(letterOf(proposed.take('adoptList', 'secretary').kase, besluit)).toMatchObject({
      outcome: 'admitted',
      on: proposed.today,
      clientText: 'U mag verhuizen naar Emmen.',
    })
  })

  test('says the last day for bezwaar: six weeks after it was made known', () => {
    const { kase } = decided({ outcome: 'refused', ground: 'criteria' })
    // Adopted on Tuesday 3 February 2026; six weeks later is Tuesday 17 March.
    expect(letterOf(kase, besluit)).toMatchObject({
      on: '2026-02-03',
      objectUntil: '2026-03-17',
      ground: 'criteria',
    })
  })

  test('and never lets that day fall on a day on which offices are closed', () => {
    const { kase } = decided({})
    const weeks = rulesWith({ decisionForm: 'besluit', objectionWeeks: 12 })
    // Twelve weeks later is Tuesday 28 April; nine weeks before Easter Monday would be moved on.
    expect(letterOf(kase, weeks)?.objectUntil).toBe('2026-04-28')
    const shifted = {
      ...kase,
      of: { ...kase.of, decision: { ...kase.of.decision, adoptedOn: '2026-02-23' } },
    }
    // 23 February and six weeks is Easter Monday, 6 April 2026.
    expect(letterOf(shifted as typeof kase, besluit)?.objectUntil).toBe('2026-04-07')
  })

  test('speaks of no bezwaar where the partners only advise, or nothing was decided yet', () => {
    expect(letterOf(decided({}).kase, advies)?.objectUntil).toBeNull()
    const adjourned = decided({ outcome: 'adjourned', until: '2026-02-17', followUpBy: 'gemeente' })
    expect(letterOf(adjourned.kase, besluit)).toMatchObject({ outcome: 'adjourned', objectUntil: null })
  })

  test('is not there for who may not read the decision', () => {
    const world = decided({})
    expect(letterOf(world.as('localTeam'), besluit)).toBeNull()
  })
})
