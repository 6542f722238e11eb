// One dwelling offered to one client: proposed by the corporation, answered by the provider with the client.
import { describe, expect, test } from 'vitest'
import { countsAsRefusal, otherRefusals, refusalReasons, validRefusals } from '@/domain/offer/refusal'
import { foreigners, organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const free = () => caseAt('matching').take('enterDwelling', 'officer')

describe('a candidate is proposed', () => {
  const world = caseAt('offered')
  test('with the terms of the dwelling, as a live offer', () => {
    expect(world.offer.spine.stage).toBe('proposed')
    expect(world.offer.of.terms).toEqual({
      dwelling: world.ids.dwelling,
      case: world.ids.case,
      number: 'TT-2026-0001',
      address: 'Hoofdstraat 12, 7811 AB',
      rent: 650_00,
      availableFrom: '2026-03-02',
      failed: null,
      reason: null,
      live: true,
      alone: true,
    })
  })

  test('and the dwelling is reserved and the case asked, in one go', () => {
    expect(world.taken.slice(-3)).toEqual(['propose', 'reserveDwelling', 'receiveOffer'])
    expect(world.dwelling.spine.stage).toBe('reserved')
  })

  test('between its corporation, the provider and the gemeente of the case', () => {
    const relations = world
      .held(world.ids.offer)
      .playing.filter((p) => p.part !== 'opener')
      .map((p) => [p.part, p.relation, p.organisationId])
    expect(relations).toEqual([
      ['corporation', 'ours', organisations.corporatie[0].id],
      ['provider', 'assigned', organisations.zorgaanbieder[0].id],
      ['gemeente', 'assigned', organisations.gemeente[0].id],
    ])
  })

  test('whom a rule excludes only with a reason, and the rules that failed are kept', () => {
    const wrong = caseAt('matching').take('enterDwelling', 'officer', { rent: 713_03, rooms: 4 })
    expect(wrong.refusal('propose', 'officer')).toEqual({ reason: 'ruleFailedNeedsReason', field: 'reason' })
    wrong.take('propose', 'officer', { reason: 'Er komt een kind bij' })
    expect(wrong.offer.of.terms).toMatchObject({
      failed: 'passendToewijzen occupancy',
      reason: 'Er komt een kind bij',
    })
  })

  test('of whom something is only unknown or warned about, without a reason', () => {
    const dear = caseAt('matching').take('enterDwelling', 'officer', { rent: 700_01 })
    expect(dear.refusal('propose', 'officer')).toBeNull()
  })

  test('not who is not there, or has an offer already', () => {
    const gone = { reason: 'candidateGone', field: 'candidate' }
    expect(free().refusal('propose', 'officer', { candidate: 'TT-2026-9999' })).toEqual(gone)
    expect(caseAt('offered').refusal('propose', 'officer')).toEqual(gone)
  })

  test('not for a dwelling that is reserved, blocked, or of another corporation', () => {
    const reserved = caseAt('offered').take('refuseOffer', 'mentor').take('blockDwelling', 'officer')
    const blocked = reserved.take('correctDwelling', 'officer', { rent: 600_00 })
    expect(blocked.refusal('propose', 'officer')).toEqual({ reason: 'notAtThisStage' })
    expect(free().refusal('propose', foreigners.officer)).toEqual({ reason: 'notYours' })
  })

  test('and when one thing of it cannot be, nothing of it happens', () => {
    const world = free().take('blockDwelling', 'officer')
    const before = world.taken.length
    expect(world.refusal('propose', 'officer')).not.toBeNull()
    expect(world.taken).toHaveLength(before)
    expect(world.all('offer')).toEqual([])
    expect(world.tasks()).toEqual(['findDwelling'])
  })
})

describe('the provider answers', () => {
  test('yes: the offer is accepted, with a note or without', () => {
    const world = caseAt('offered').take('acceptOffer', 'mentor', { note: 'Graag de sleutel in de ochtend' })
    expect(world.offer.spine.stage).toBe('accepted')
    expect(world.offer.of.answer).toMatchObject({ reason: null, note: 'Graag de sleutel in de ochtend' })
    expect(world.offer.of.terms?.live).toBe(true)
    expect(world.taken.slice(-2)).toEqual(['acceptOffer', 'offerAccepted'])
  })

  test('no: the offer is over, with its reason, and the dwelling is free again', () => {
    const world = caseAt('offered').take('refuseOffer', 'mentor', { reason: 'veiligheid' })
    expect(world.offer.spine.stage).toBe('refused')
    expect(world.offer.of.answer).toMatchObject({ reason: 'veiligheid', note: null })
    expect(world.offer.of.terms?.live).toBe(false)
    expect(world.dwelling.spine.stage).toBe('available')
    expect(world.taken.slice(-3)).toEqual(['refuseOffer', 'releaseDwelling', 'offerRefused'])
    expect(world.last.effect.tells).toEqual({ reason: 'veiligheid' })
  })

  test('only once, and only the provider of this client', () => {
    expect(caseAt('accepted').blocked('refuseOffer', 'mentor')).toEqual({ reason: 'notAtThisStage' })
    expect(caseAt('offered').blocked('acceptOffer', foreigners.mentor)).toEqual({ reason: 'notYours' })
    expect(caseAt('offered').blocked('acceptOffer', 'officer')).toEqual({ reason: 'notYourRole' })
  })

  test('the reasons are those that count against an offer, and those that do not', () => {
    expect(refusalReasons.filter(countsAsRefusal)).toEqual([...otherRefusals])
    expect(refusalReasons.filter((reason) => !countsAsRefusal(reason))).toEqual([...validRefusals])
  })
})

describe('the corporation', () => {
  test.each(['offered', 'accepted'] as const)(
    'withdraws an offer that was %s, with a note, and the dwelling is free',
    (moment) => {
      const world = caseAt(moment).take('withdrawOffer', 'officer')
      expect(world.offer.spine.stage).toBe('withdrawn')
      expect(world.offer.of.terms?.live).toBe(false)
      expect(world.offer.of.answer).toMatchObject({ reason: null, note: 'De woning komt later vrij' })
      expect(world.dwelling.spine.stage).toBe('available')
      expect(world.taken.slice(-3)).toEqual(['withdrawOffer', 'releaseDwelling', 'offerWithdrawn'])
    },
  )

  test('does not withdraw what it confirmed', () => {
    expect(caseAt('tenancy').blocked('withdrawOffer', 'officer')).toEqual({ reason: 'notAtThisStage' })
  })

  test('confirms only what was accepted', () => {
    expect(caseAt('offered').blocked('confirmOffer', 'officer')).toEqual({ reason: 'notAtThisStage' })
    expect(caseAt('tenancy').offer.spine.stage).toBe('confirmed')
    expect(caseAt('tenancy').taken.slice(-2)).toEqual(['confirmOffer', 'startTenancy'])
  })

  test('confirms with a contract form of its covenant', () => {
    const narrow = caseAt('accepted', { rules: rulesWith({ contractForms: ['driepartijen'] }) })
    expect(narrow.refusal('confirmOffer', 'officer', { form: 'tijdelijk' })).toEqual({
      reason: 'choiceNotOpen',
      field: 'form',
    })
    expect(narrow.refusal('confirmOffer', 'officer')).toBeNull()
  })

  test('has completed the offer when the key was handed over', () => {
    expect(caseAt('aftercare').offer.spine.stage).toBe('completed')
    expect(caseAt('aftercare').taken.slice(-3)).toEqual(['handOverKey', 'letDwelling', 'completeOffer'])
  })
})
