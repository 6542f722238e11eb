// Consent is given or taken back per recipient and per category; the last word counts, from that moment on.
import { describe, expect, test } from 'vitest'
import { foreigners, organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const [domesta, lefier] = organisations.corporatie
const [emmen] = organisations.gemeente

describe('a consent', () => {
  test('is one row per category, with its recipient and its day', () => {
    const { kase } = caseAt('intake').take('recordConsent', 'mentor', {
      categories: ['schulden', 'terugval'],
      on: '2026-01-05',
    })
    const row = { recipient: domesta.id, given: true, on: '2026-01-05', recordedOn: '2026-01-12' }
    expect(kase.of.consents).toMatchObject([
      { ...row, category: 'schulden' },
      { ...row, category: 'terugval' },
    ])
  })

  test('without a day is of today', () => {
    const { kase } = caseAt('intake').take('recordConsent', 'mentor', { on: null })
    expect(kase.of.consents?.[0]?.on).toBe('2026-01-12')
  })

  test('can be recorded at every stage, also after the case was closed', () => {
    for (const moment of ['intake', 'tafel', 'matching', 'tenancy', 'aftercare', 'closed'] as const)
      expect(caseAt(moment).blocked('recordConsent', 'mentor')).toBeNull()
  })

  test('is recorded by the mentor, not by whoever wants to read', () => {
    expect(caseAt('offered').blocked('recordConsent', 'officer')).toEqual({ reason: 'notYourRole' })
    expect(caseAt('offered').blocked('recordConsent', 'regisseur')).toEqual({ reason: 'notYourRole' })
  })
})

describe('what a consent opens', () => {
  const debts = () => caseAt('offered')
  test('without it the corporation does not see the line about debts', () => {
    expect(debts().as('officer').of.debtSummary).toBeNull()
  })

  test('with it the corporation sees that line, and still not the debts themselves', () => {
    const seen = debts().take('recordConsent', 'mentor').as('officer')
    expect(seen.of.debtSummary).toEqual({ regulated: 'geregeld', rentDebt: false })
    expect(seen.of.debts).toBeNull()
  })

  test('a consent that is taken back closes it again', () => {
    const world = debts().take('recordConsent', 'mentor').take('recordConsent', 'mentor', { given: false })
    expect(world.as('officer').of.debtSummary).toBeNull()
    expect(world.kase.of.consents).toHaveLength(2)
    world.take('recordConsent', 'mentor')
    expect(world.as('officer').of.debtSummary).not.toBeNull()
  })

  test('a consent for another recipient or another category opens nothing', () => {
    const other = debts().take('recordConsent', 'mentor', { recipient: lefier.id })
    expect(other.as('officer').of.debtSummary).toBeNull()
    expect(other.as(foreigners.officer).of.debtSummary).toBeNull()
    const relapse = debts().take('recordConsent', 'mentor', { categories: ['terugval'] })
    expect(relapse.as('officer').of.debtSummary).toBeNull()
  })

  test('the gemeente reads the line about addiction only with consent, and never the treatment', () => {
    const world = caseAt('described').take('describeHealth', 'mentor')
    expect(world.as('regisseur').of.addictionSummary).toBeNull()
    world.take('recordConsent', 'mentor', { recipient: emmen.id, categories: ['verslaving'] })
    expect(world.as('regisseur').of.addictionSummary).toEqual({ summary: 'Stabiel' })
    expect(world.as('regisseur').of.health).toBeNull()
  })
})
