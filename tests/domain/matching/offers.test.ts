// What an offer does to the case: who may read it from now on, whose turn it is, and what is counted.
import { describe, expect, test } from 'vitest'
import { foreigners, organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'

describe('an offer reaches the case', () => {
  const world = caseAt('offered')
  test('and the provider answers within three working days', () => {
    expect(world.tasks()).toEqual(['answerOffer'])
    expect(world.turn('answerOffer')).toMatchObject({
      role: 'mentor',
      since: '2026-02-16',
      dueOn: '2026-02-19',
    })
    expect(world.kase.spine.stage).toBe('matching')
  })

  test('through the matching membership: the corporation could not see the case before', () => {
    expect(world.records.find((r) => r.step.name === 'receiveOffer')).toMatchObject({
      role: 'matching',
      cause: 'propose',
    })
    expect(caseAt('matching').as('officer').shared.size).toBe(0)
  })

  test('and from then on the corporation reads what a landlord needs, and no more', () => {
    const seen = world.as('officer')
    expect(seen.relations).toEqual(['any', 'assigned'])
    expect(seen.of.identity?.familyName).toBe('de Wit')
    expect(seen.of.landlordSummary).toEqual({ legalStay: true, stayedIn: 'begeleidWonen' })
    for (const closed of ['income', 'health', 'debts', 'stay', 'exclusions', 'safety'] as const)
      expect(seen.of[closed]).toBeNull()
  })

  test('and another corporation still reads nothing', () => {
    expect(world.as(foreigners.officer).shared.size).toBe(0)
  })
})

describe('the offer is accepted', () => {
  const world = caseAt('accepted')
  test('and the corporation confirms within five working days', () => {
    expect(world.tasks()).toEqual(['confirmOffer'])
    expect(world.turn('confirmOffer')).toMatchObject({
      role: 'officer',
      holderId: organisations.corporatie[0].id,
      dueOn: '2026-02-25',
    })
  })
  test('and stands in the log, without counting', () => {
    expect(world.kase.of.offerLog).toMatchObject([
      { offer: world.ids.offer, answer: 'accepted', counts: false },
    ])
  })
})

describe('the offer is refused', () => {
  const world = caseAt('offered').take('refuseOffer', 'mentor', { reason: 'huurTeHoog' })
  test('and the search goes on, with its whole term', () => {
    expect(world.tasks()).toEqual(['findDwelling'])
    expect(world.turn('findDwelling')).toMatchObject({
      role: 'regisseur',
      since: '2026-02-16',
      dueOn: '2026-05-26',
    })
  })
  test('and the corporation has no reason left to read the case', () => {
    expect(world.as('officer').relations).toEqual(['any'])
    expect(world.as('officer').shared.size).toBe(0)
  })
  test.each([
    ['persoonlijk', true],
    ['woonomgeving', true],
    ['geenBelangstelling', true],
    ['huurTeHoog', false],
    ['nietToegankelijk', false],
    ['veiligheid', false],
    ['contraIndicatie', false],
    ['onterechtAangeboden', false],
  ])('because of %s: uses up an offer %s', (reason, counts) => {
    const { kase } = caseAt('offered').take('refuseOffer', 'mentor', { reason })
    expect(kase.of.offerLog).toMatchObject([{ answer: 'refused', counts }])
  })
})

describe('the offer is withdrawn', () => {
  test.each(['offered', 'accepted'] as const)(
    'when it was %s: the search goes on and the corporation leaves',
    (moment) => {
      const world = caseAt(moment).take('withdrawOffer', 'officer')
      expect(world.tasks()).toEqual(['findDwelling'])
      expect(world.as('officer').shared.size).toBe(0)
      expect(world.records.find((r) => r.step.name === 'offerWithdrawn')?.role).toBe('matching')
    },
  )
})

describe('the offer is confirmed', () => {
  const world = caseAt('tenancy')
  test('and the case becomes a tenancy, on the terms of the offer', () => {
    const placement = { form: 'driepartijen', startOn: '2026-03-02', keyOn: null }
    expect(world.kase.spine.stage).toBe('tenancy')
    expect(world.kase.of.tenancy).toMatchObject({
      ...placement,
      dwelling: world.ids.dwelling,
      offer: world.ids.offer,
      address: 'Hoofdstraat 12, 7811 AB',
      rent: 650_00,
    })
    expect(world.kase.of.placement).toMatchObject({ ...placement, ownNameOn: null })
  })

  test('with every signature, the plan and the key as somebody’s turn', () => {
    expect(world.tasks()).toEqual(
      'handOverKey signGuidance signLease signTripartiteLandlord signTripartiteProvider writePlan'.split(' '),
    )
    expect(world.turn('handOverKey')).toMatchObject({ role: 'officer', dueOn: '2026-03-02' })
    expect(world.turn('signLease')).toMatchObject({ role: 'officer', dueOn: '2026-03-06' })
    expect(world.turn('writePlan')).toMatchObject({ role: 'mentor', dueOn: '2026-03-06' })
  })

  test('and tells when it starts; the address is told to nobody who may not read it', () => {
    expect(world.records.find((r) => r.step.name === 'startTenancy')?.effect.tells).toEqual({
      startOn: '2026-03-02',
    })
    expect(world.as('regisseur').of.tenancy).toBeNull()
    expect(world.as('regisseur').of.placement?.startOn).toBe('2026-03-02')
  })
})
