// Two homes that change clients: by nobody alone, judged anew, and in one go or not at all.
import { describe, expect, test } from 'vitest'
import type { StepName } from '@/domain/case/steps'
import { addressOf } from '@/domain/dwelling/dwelling'
import { inLine } from '@/domain/dwelling/reserve'
import { actors } from '../../support/actors'
import { offeredEach, swapped } from '../../support/offer-stories'
import type { Who, World } from '../../support/world'

const start = offeredEach()
const { first, second } = start
const proposed = (by: Who = 'coordinator', world = start.world.copy()) =>
  world.take('proposeSwap', by, { partner: first.offer })
const stageOf = (world: World, id = second.offer) => world.held(id).spine.stage
const waits = (world: World) => [first, second].map(({ offer }) => world.tasks(offer))
const live = (world: World) =>
  world
    .all('offer')
    .map(
      ({ of }) => of.terms as unknown as { dwelling: string; case: string; live: boolean; address: string },
    )
    .filter((terms) => terms.live)
const both = ['agreeSwapAsCorporation', 'agreeSwapAsGemeente', 'informClient']

describe('a swap of two homes', () => {
  test('waits at both offers for the corporation and the gemeente, and says at each only which home its own client would get', () => {
    const world = proposed()
    expect(waits(world)).toEqual([both, both])
    const addressAt = (id = '') => (world.held(id).of.terms as { address: string }).address
    expect(world.held(first.offer).of.swapHome).toMatchObject({ address: addressAt(second.offer) })
    expect(world.held(second.offer).of.swapHome).toMatchObject({ address: addressAt(first.offer) })
    for (const role of ['mentor', 'zorgLead', 'regisseur', 'gemeenteLead', 'coordinator'] as const)
      expect(world.seen('offer', actors[role], first.offer).of.swapHome).not.toBeNull()
    for (const role of ['officer', 'corporatieLead'] as const) {
      const seen = world.seen('offer', actors[role], first.offer)
      expect([seen.of.swapHome, seen.of.swapPair]).toEqual([null, null])
      expect(seen.of.swap).toMatchObject({ swapping: true, swapWhy: 'pastBeter' })
    }
  })

  test.each([
    ['officer', 'agreeSwapAsGemeente'],
    ['regisseur', 'agreeSwapAsCorporation'],
  ] as const)('that the %s proposes has their own word, and waits for %s of both', (who, task) => {
    const world = proposed(who)
    expect(waits(world)).toEqual([
      [task, 'informClient'],
      [task, 'informClient'],
    ])
  })

  test('is carried out by the last word: each home has the other client, is held by one, and nobody stops waiting', () => {
    const before = start.world
    const world = swapped()
    expect([stageOf(world, first.offer), stageOf(world)]).toEqual(['swapped', 'swapped'])
    const pairs = live(world).map((terms) => [terms.dwelling, terms.case])
    expect(pairs.sort()).toEqual(
      [
        [first.dwelling, second.case],
        [second.dwelling, first.case],
      ].sort(),
    )
    for (const { dwelling, case: kase } of [first, second]) {
      expect(world.held(dwelling).spine.stage).toBe('reserved')
      expect(world.tasks(kase)).toEqual(['answerOffer'])
      expect(world.held(kase).of.offerLog).toEqual(before.held(kase).of.offerLog)
      expect(inLine(world.seen('dwelling', actors.officer, dwelling) as never)).toEqual(
        inLine(before.seen('dwelling', actors.officer, dwelling) as never),
      )
    }
    for (const held of world.all('offer').filter(({ of }) => (of.terms as { live?: boolean }).live)) {
      expect([held.spine.stage, held.of.informed]).toEqual(['proposed', null])
      expect(held.turns.map(({ task }) => task)).toEqual(['informClient'])
      const facts = world.held((held.of.terms as { dwelling: string }).dwelling).of.facts as never
      expect(held.of.terms).toMatchObject({ address: addressOf(facts), failed: null })
    }
  })

  test('ends both offers before it makes new ones: no home is ever held twice', () => {
    const order = swapped().taken.slice(-9)
    const each = ['offerInSwap', 'takeSwappedOffer', 'swapDwelling']
    expect(order).toEqual(['agreeSwapAsGemeente', 'endInSwap', 'endInSwap', ...each, ...each])
  })

  test('is nobody’s alone: no word is given for another, and none twice', () => {
    const world = proposed()
    expect(world.blocked('agreeSwapAsCorporation', 'regisseur')).toEqual({ reason: 'notYourRole' })
    expect(world.blocked('agreeSwapAsGemeente', 'officer')).toEqual({ reason: 'notYourRole' })
    expect(world.blocked('proposeSwap', 'mentor')).toEqual({ reason: 'notYourRole' })
    const once = world.copy().take('agreeSwapAsGemeente', 'regisseur')
    expect(once.blocked('agreeSwapAsGemeente', 'regisseur')).toEqual({ reason: 'noSwap' })
    expect(once.taken).not.toContain('endInSwap')
  })

  test.each([
    ['declineSwap', 'regisseur', 'proposed'],
    ['declineSwap', 'coordinator', 'proposed'],
    ['acceptOffer', 'mentor', 'accepted'],
    ['refuseOffer', 'mentor', 'refused'],
    ['withdrawOffer', 'officer', 'withdrawn'],
  ] as const)('comes to nothing after %s by the %s, and nobody waits for it any more', (step, who, stage) => {
    const world = proposed().take(step, who)
    expect([stageOf(world), stageOf(world, first.offer)]).toEqual([stage, 'proposed'])
    for (const id of [first.offer, second.offer]) {
      expect(world.held(id).of.swap).toMatchObject({ swapping: false })
      expect(world.tasks(id).filter((task) => task.startsWith('agreeSwap'))).toEqual([])
    }
    expect(world.blocked('agreeSwapAsCorporation', 'officer', first.offer)).toEqual({ reason: 'noSwap' })
  })

  test('comes to nothing when an offer expires, or another client accepted one of the homes', () => {
    const world = proposed().take('letOfferExpire', 'matching', {}, second.case)
    expect(world.held(first.offer).of.swap).toMatchObject({ swapping: false })
  })

  test('is not of an offer that was accepted, is in a swap already, or has the same client or home', () => {
    const accepted = start.world.copy().take('acceptOffer', 'mentor')
    expect(accepted.blocked('proposeSwap', 'coordinator')).toEqual({ reason: 'notAtThisStage' })
    const other = (world: World, by: Who, input: object, id?: string) =>
      world.refusal('proposeSwap', by, { ...input }, id)
    expect(other(accepted, 'coordinator', { partner: second.offer }, first.offer)).toMatchObject({
      reason: 'swapGone',
      field: 'partner',
    })
    expect(proposed().blocked('proposeSwap', 'coordinator')).toEqual({ reason: 'alreadyInSwap' })
    expect(other(start.world, 'coordinator', { partner: second.offer })).toMatchObject({ reason: 'swapGone' })
  })
})

describe('the rules', () => {
  /** The second client comes to need more rooms than any of the two homes has. */
  const needsMore = (world: World) =>
    world.take('describeHousehold', 'mentor', { adults: 2, children: 6 }, second.case)
  const asked = (world: World, step: StepName, who: Who, id = second.offer) =>
    world.refusal(step, who, {}, id)

  test('are asked anew when it is proposed and at each word, by what each may know', () => {
    expect(
      needsMore(start.world.copy()).refusal('proposeSwap', 'coordinator', { partner: first.offer }),
    ).toEqual({
      reason: 'swapRuleFails',
      values: { rule: 'occupancy' },
      field: 'partner',
    })
    const world = needsMore(proposed())
    const named = { reason: 'swapRuleFails', values: { rule: 'occupancy' } }
    expect(asked(world, 'agreeSwapAsCorporation', 'officer', first.offer)).toEqual(named)
    expect(asked(world, 'agreeSwapAsGemeente', 'regisseur')).toEqual(named)
    const generic = { reason: 'swapDoesNotFit' }
    expect(asked(world, 'agreeSwapAsCorporation', 'officer')).toEqual(generic)
    expect(asked(world, 'agreeSwapAsGemeente', 'regisseur', first.offer)).toEqual(generic)
  })

  test('ask nobody again for a home that they refused', () => {
    const { world, first: one, second: two } = offeredEach()
    const [mine, other] = [one, two].map(({ case: id }) => world.held(id).spine.number)
    world.take('refuseOffer', 'mentor', {}, one.offer).take('refuseOffer', 'mentor', {}, two.offer)
    world.take('propose', 'officer', { dwelling: two.dwelling, candidate: mine })
    const { offer } = world.ids
    world.take('propose', 'officer', { dwelling: one.dwelling, candidate: other })
    expect(world.refusal('proposeSwap', 'coordinator', { partner: offer })).toEqual({
      reason: 'swapRefusedBefore',
      field: 'partner',
    })
  })

  test('keep whoever must not be found out of it', () => {
    const world = start.world.copy()
    world.take('describeSafety', 'mentor', { threat: 'stalking', secrecy: 'geheim' }, second.case)
    expect(world.refusal('proposeSwap', 'coordinator', { partner: first.offer })?.reason).toBe(
      'swapOfShielded',
    )
  })
})
