// Consent is given per recipient and per category, for a purpose, until a last day; the last word counts, from that moment on.
import { describe, expect, test } from 'vitest'
import { consentCategories } from '@/domain/case/consent-table'
import { actors, foreigners, organisations } from '../../support/actors'
import { caseAt, playOn } from '../../support/case-at'
import type { World } from '../../support/world'

const [domesta, lefier] = organisations.corporatie
const [emmen] = organisations.gemeente
const [cosis] = organisations.zorgaanbieder

describe('a consent', () => {
  test('is one row per category, with its recipient, its day, what it is for and on which ground', () => {
    const { kase } = caseAt('intake').take('recordConsent', 'mentor', {
      categories: ['schulden', 'terugval'],
      on: '2026-01-05',
    })
    const row = { recipient: domesta.id, given: true, on: '2026-01-05', recordedOn: '2026-01-12' }
    expect(kase.of.consents).toMatchObject([
      { ...row, category: 'schulden', purpose: 'huurStarten', basis: 'toestemming' },
      { ...row, category: 'terugval', purpose: 'hulpBijTerugval', basis: 'uitdrukkelijk' },
    ])
  })

  test('without a day is of today, and counts for a year', () => {
    const { kase } = caseAt('intake').take('recordConsent', 'mentor', { on: null })
    expect(kase.of.consents?.[0]).toMatchObject({ on: '2026-01-12', until: '2027-01-12' })
  })

  test('says how it was given, and which text was read in which language', () => {
    const said = { how: 'vertegenwoordiger', textLanguage: 'en', textVersion: 1 }
    const { kase } = caseAt('intake').take('recordConsent', 'mentor', said)
    expect(kase.of.consents?.[0]).toMatchObject(said)
  })

  test('cannot name a text that there was not on that day', () => {
    const refused = (said: Record<string, unknown>) =>
      caseAt('intake').refusal('recordConsent', 'mentor', said)
    expect(refused({ textVersion: 9 })).toEqual({ reason: 'noSuchText' })
    expect(refused({ on: '2019-12-31' })).toEqual({ reason: 'noSuchText' })
  })

  test('counts for no longer than a year, from the day on which the client said it', () => {
    const refused = (said: Record<string, unknown>) =>
      caseAt('intake').refusal('recordConsent', 'mentor', said)
    expect(refused({ until: '2027-01-12' })).toBeNull()
    const tooLong = { reason: 'consentTooLong', field: 'until' }
    expect(refused({ until: '2027-01-13' })).toMatchObject(tooLong)
    expect(refused({ on: '2025-06-01', until: '2026-06-02' })).toMatchObject(tooLong)
    expect(refused({ on: '2025-01-11' })).toEqual({ reason: 'consentTooOld', field: 'on' })
    expect(refused({ on: '2025-01-11', given: false })).toBeNull()
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

describe('what is never asked as consent', () => {
  const asked = (recipient: string, category: string) =>
    caseAt('intake').refusal('recordConsent', 'mentor', { recipient, categories: [category] })

  test('is what a task of the law lets the gemeente read', () => {
    for (const category of ['schulden', 'terugval', 'woongeschiedenis'])
      expect(asked(emmen.id, category)).toEqual({ reason: 'taskDecides', field: 'categories' })
    expect(asked(emmen.id, 'verslaving')).toBeNull()
  })

  test('is what the provider has by its own agreement, and the landlord by its own lease', () => {
    expect(asked(cosis.id, 'schulden')).toEqual({ reason: 'agreementDecides', field: 'categories' })
    expect(asked(domesta.id, 'huurachterstand')).toEqual({ reason: 'agreementDecides', field: 'categories' })
  })

  test('is what nobody there may ever read', () => {
    expect(asked(domesta.id, 'verslaving')).toEqual({ reason: 'neverShared', field: 'categories' })
    expect(asked(organisations.wijkteam[0].id, 'schulden')?.reason).toBe('neverShared')
  })

  test('nor is anything asked for an organisation that is no party', () => {
    expect(asked('00000000-0000-4000-8000-000000009999', 'schulden')).toEqual({
      reason: 'notAParty',
      field: 'recipient',
    })
  })

  test('is refused as a whole when one of the kinds of facts may not be asked', () => {
    const both = { recipient: emmen.id, categories: ['verslaving', 'schulden'] }
    expect(caseAt('intake').refusal('recordConsent', 'mentor', both)?.reason).toBe('taskDecides')
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

  test('closes again after its last day, and not a day before', () => {
    const world = debts().take('recordConsent', 'mentor')
    const until = world.kase.of.consents?.[0]?.until as string
    expect(world.on(until).as('officer').of.debtSummary).not.toBeNull()
    expect(world.on('2027-12-31').as('officer').of.debtSummary).toBeNull()
    expect(world.kase.of.consents).toHaveLength(1)
    expect(world.take('recordConsent', 'mentor').as('officer').of.debtSummary).not.toBeNull()
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

describe('a client who says no to everything', () => {
  const everyNo = (world: World) => {
    const no = (recipient: string, categories: readonly string[]) =>
      world.take('recordConsent', 'mentor', { recipient, categories, given: false })
    no(domesta.id, ['schulden', 'terugval', 'woongeschiedenis'])
    no(emmen.id, ['verslaving'])
    no(cosis.id, ['huurachterstand'])
    return world
  }

  test('is asked about every kind of facts there is', () => {
    const { kase } = everyNo(caseAt('intake'))
    expect(new Set(kase.of.consents?.map((w) => w.category))).toEqual(new Set(consentCategories))
  })

  test('goes the whole way to a home and its aftercare, by the same steps as anyone', () => {
    const world = playOn(everyNo(caseAt('described')), 'described', 'evaluated')
    expect(world.taken.filter((step) => step !== 'recordConsent')).toEqual(caseAt('evaluated').taken)
    expect(world.kase.spine.stage).toBe('aftercare')
    expect(world.as(actors.officer).of.debtSummary).toBeNull()
    expect(world.as(actors.mentor).of.arrears).toBeNull()
  })
})
