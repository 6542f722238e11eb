// The parts of the aanmelding: each saved on its own, with a line for those who may know less.
import { describe, expect, test } from 'vitest'
import { addDays } from '@/domain/kernel/days'
import { organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const at = () => caseAt('described')

describe('identity', () => {
  test('a new name gives new initials', () => {
    const { kase } = at().take('describeIdentity', 'mentor', { givenName: 'Ada', familyName: 'van der Berg' })
    expect(kase.of.identity).toMatchObject({ givenName: 'Ada', familyName: 'van der Berg' })
    expect(kase.of.initials).toEqual({ initials: 'A.B.' })
    expect(kase.of.contact).toMatchObject({ phone: '0591 00 00 00' })
  })

  test('a birth date after the day since when they can leave is refused', () => {
    expect(at().refusal('describeIdentity', 'mentor', { birthDate: '2025-12-01' })).toEqual({
      reason: 'readyBeforeBirth',
      field: 'birthDate',
    })
    expect(at().refusal('describeIdentity', 'mentor', { birthDate: '2025-11-03' })).toBeNull()
  })
})

describe('stay', () => {
  test('a setting outside the covenant is refused here too', () => {
    const narrow = caseAt('intake', { rules: rulesWith({ origins: ['BW'] }) })
    expect(narrow.refusal('describeStay', 'mentor', { setting: 'VO' })).toEqual({
      reason: 'originNotInCovenant',
      field: 'setting',
      values: { origins: 'BW' },
    })
  })

  test('a permit for a fixed time needs its end, any other does not', () => {
    const ask = (permit: string, permitUntil: string | null = null) =>
      at().refusal('describeStay', 'mentor', { permit, permitUntil })
    expect(ask('bepaald')).toEqual({ reason: 'permitNeedsEnd', field: 'permitUntil' })
    expect(ask('bepaald', '2027-01-01')).toBeNull()
    expect(ask('onbepaald')).toBeNull()
  })

  test.each([
    ['BW', 'nederlander', { legalStay: true, stayedIn: 'begeleidWonen' }],
    ['JMV', 'onbepaald', { legalStay: true, stayedIn: 'begeleidWonen' }],
    ['MO', 'eu', { legalStay: true, stayedIn: 'opvang' }],
    ['VO', 'geen', { legalStay: false, stayedIn: 'opvang' }],
  ])('of %s with permit %s tells the landlord no more than %o', (setting, permit, line) => {
    const { kase } = at().take('describeStay', 'mentor', { setting, permit })
    expect(kase.of.landlordSummary).toEqual(line)
    expect(kase.of.stay).toMatchObject({ setting })
    expect(kase.of.residence).toMatchObject({ permit })
  })

  test('with a permit that has run out is no legal stay; on its last day it still is', () => {
    const until = (permitUntil: string) =>
      at().take('describeStay', 'mentor', { permit: 'bepaald', permitUntil }).kase.of.landlordSummary
        ?.legalStay
    const { today } = at()
    expect(until(addDays(today, -1))).toBe(false)
    expect(until(today)).toBe(true)
    expect(until(addDays(today, 1))).toBe(true)
  })
})

describe('income', () => {
  test('waits for the household: without it there is no class', () => {
    const early = caseAt('intake')
    expect(early.blocked('describeIncome', 'mentor')).toEqual({ reason: 'householdFirst' })
    early.take('describeHousehold', 'mentor')
    expect(early.blocked('describeIncome', 'mentor')).toBeNull()
  })
})

describe('debts', () => {
  test.each([
    ['geenSchulden', 'geenSchulden'],
    ['geenRegeling', 'nietGeregeld'],
    ['informeel', 'geregeld'],
    ['schuldregeling', 'geregeld'],
    ['wsnp', 'geregeld'],
  ])('with arrangement %s are to the landlord %s', (arrangement, regulated) => {
    const { kase } = at().take('describeDebts', 'mentor', { arrangement, rentDebt: true })
    expect(kase.of.debtSummary).toEqual({ regulated, rentDebt: true })
    expect(kase.of.debts).toMatchObject({ arrangement, total: 2_400_00 })
  })

  test('bewind, curatele and mentorschap need a name, no bewind does not', () => {
    const ask = (form: string, contactName: string | null = null) =>
      at().refusal('describeDebts', 'mentor', { form, contactName })
    for (const form of ['bewind', 'curatele', 'mentorschap'])
      expect(ask(form)).toEqual({ reason: 'bewindNeedsContact', field: 'contactName' })
    expect(ask('bewind', 'Bewindkantoor (voorbeeld)')).toBeNull()
    expect(ask('geen')).toBeNull()
    const { kase } = at().take('describeDebts', 'mentor', { form: 'bewind', contactName: 'Kantoor' })
    expect(kase.of.bewind).toEqual({ form: 'bewind', contactName: 'Kantoor', contactPhone: null })
  })
})

describe('an exclusion', () => {
  const written = { '7826': '7826', '7826ab': '7826 AB', '7826 AB': '7826 AB' }
  test.each(Object.entries(written))('of postcode %s is kept in one way of writing', (value, tidy) => {
    const { kase } = at().take('addExclusion', 'mentor', { area: 'postcode', value })
    expect(kase.of.exclusions?.at(-1)).toMatchObject({ area: 'postcode', value: tidy })
    expect(kase.of.exclusionReasons?.at(-1)).toMatchObject({ value: tidy, reason: 'Bekende van vroeger' })
  })

  test.each(['782', '78260', 'Emmen', '7826 ABC', '7826A'])('of postcode %s is refused', (value) => {
    expect(at().refusal('addExclusion', 'mentor', { area: 'postcode', value })).toEqual({
      reason: 'notAPostcode',
      field: 'value',
    })
  })

  test('of a street is kept as it was written', () => {
    const { kase } = at().take('addExclusion', 'mentor', { area: 'straat', value: 'Lange Nering' })
    expect(kase.of.exclusions?.at(-1)).toMatchObject({ area: 'straat', value: 'Lange Nering', until: null })
  })

  test('is known to who places, and its reason to the care provider only', () => {
    const world = caseAt('matching')
    expect(world.as('matching').of.exclusions).toHaveLength(1)
    expect(world.as('regisseur').of.exclusionReasons).toBeNull()
    expect(world.as('mentor').of.exclusionReasons).toHaveLength(1)
  })
})

describe('what others may know is written beside what they may not', () => {
  test.each([
    ['geen', false],
    ['beschermd', true],
    ['geheim', true],
  ])('secrecy %s gives a flag that says %s', (secrecy, secret) => {
    const { kase } = at().take('describeSafety', 'mentor', { secrecy })
    expect(kase.of.safetyFlag).toEqual({ secret })
    expect(kase.of.safety).toMatchObject({ secrecy })
  })

  test('support: the hours and the reach, in the words of the mentor', () => {
    const { kase } = at()
    expect(kase.of.support).toMatchObject({ needs: 'Hulp bij post en geld', deliveredBy: 'Cosis' })
    expect(kase.of.supportSummary).toEqual({
      summary: 'Vier uur in de week, ook in de avond bereikbaar',
      hoursPerWeek: 4,
      reachable: 'avonden',
    })
  })

  test('health: a summary only when the mentor writes one', () => {
    const { kase } = at().take('describeHealth', 'mentor', { summary: null })
    expect(kase.of.addictionSummary).toBeNull()
    expect(at().take('describeHealth', 'mentor').kase.of.addictionSummary).toEqual({ summary: 'Stabiel' })
    expect(kase.of.health).toMatchObject({ treatment: 'Bij de ggz' })
  })

  test('relapse: whom to call, without the signs', () => {
    const { kase } = at().take('describeRelapse', 'mentor')
    expect(kase.of.relapseSummary).toEqual({ whoToCall: 'Sanne Mentor', when: 'Geen contact in drie dagen' })
    expect(kase.of.relapsePlan).toMatchObject({ signs: 'Slaapt slecht', helps: 'Rust' })
  })
})

describe('the other parts', () => {
  test('are saved as they were given', () => {
    const world = at()
    for (const step of [
      'addHousingHistory',
      'recordCriminal',
      'scoreZrm',
      'addNetwork',
      'recordCosts',
    ] as const)
      world.take(step, 'mentor')
    const { of } = world.take('recordBsn', 'regisseur').kase
    expect(of.binding).toMatchObject({ originMunicipality: organisations.gemeente[0].id })
    expect(of.profile).toMatchObject({ accessibility: 'GNV', maxRent: 700_00, carefulMatch: false })
    expect(of.housingHistory).toHaveLength(1)
    expect(of.criminal).toEqual({ note: 'Geen bijzonderheden' })
    expect(of.zrm?.[0]).toMatchObject({ finances: 3, justice: 3 })
    expect(of.network?.[0]).toMatchObject({ name: 'Jet', relation: 'zus' })
    expect(of.costs).toEqual({ placePerDay: 150_00, supportPerWeek: 280_00 })
    expect(of.bsn).toEqual({ number: '111222333' })
  })

  test('moves neither the case nor anyone’s turn', () => {
    const world = at().take('writeProfile', 'mentor').take('describeBinding', 'mentor')
    expect(world.kase.spine.stage).toBe('intake')
    expect(world.tasks()).toEqual(['finishIntake'])
  })
})
