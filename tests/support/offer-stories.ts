// The ways an offer can go besides a plain yes.
import { actors } from './actors'
import { type Changes, caseAt } from './case-at'
import { rulesWith } from './rules'
import type { World } from './world'

/** Another officer of the same corporation. */
const colleague = { ...actors.officer, membershipId: '00000000-0000-4000-8000-0000000000c0' }

/** Where a colleague at the corporation must agree first. */
export const offeredByTwo = () => {
  const rules = rulesWith({ offers: { twoOfficers: true } })
  return caseAt('offered', { rules })
}

/** A refusal that would count, where the coordinator has a say. */
export const refusedToJudge = () => {
  const rules = rulesWith({ offers: { judgeRefusals: true } })
  return caseAt('offered', { rules }).take('refuseOffer', 'mentor', { reason: 'persoonlijk' })
}

/** The rent went down: the same dwelling can be offered to whoever refused it. */
const cheaper = { rent: 600_00 }

/** Where the corporation comes to know for whom its home is when a viewing is planned. */
export const offeredUnnamed = (namedAt: 'informed' | 'viewing' | 'accepted' = 'viewing') =>
  caseAt('offered', { rules: rulesWith({ offers: { namedAt } }) })

/** Told and seen by the name for this home alone, until the viewing is planned. */
export const namedAtViewing = () =>
  offeredUnnamed()
    .take('informClient', 'mentor')
    .take('planViewing', 'officer')
    .take('recordViewing', 'officer')
    .take('acceptOffer', 'mentor')

export const agreedByTwo = () => {
  const declined = offeredByTwo().take('declineOffer', colleague)
  return declined.take('propose', 'officer').take('agreeOffer', colleague).take('acceptOffer', 'mentor')
}

/** Told, seen the second time, and refused; the coordinator asks once more, and then it counts. */
export const judgedTwice = () => {
  const rules = rulesWith({ offers: { judgeRefusals: true } })
  const shown = caseAt('offered', { rules })
    .take('informClient', 'mentor')
    .take('planViewing', 'mentor')
    .take('recordViewing', 'officer', { viewOutcome: 'nietVerschenen' })
    .take('planViewing', 'officer')
    .take('recordViewing', 'officer')
  return shown
    .take('refuseOffer', 'mentor', { reason: 'persoonlijk' })
    .take('returnRefusal', 'coordinator')
    .take('refuseOffer', 'mentor', { reason: 'persoonlijk' })
    .take('countRefusal', 'coordinator')
    .take('weighRefusals', 'regisseur')
}

export const excused = () =>
  refusedToJudge()
    .take('excuseRefusal', 'coordinator')
    .take('correctDwelling', 'officer', cheaper)
    .take('propose', 'officer')

/** As often refused as was agreed: the tafel looks again. */
export const backToTheTafel = () =>
  caseAt('offered')
    .take('refuseOffer', 'mentor', { reason: 'geenBelangstelling' })
    .take('weighRefusals', 'regisseur', { weighed: 'backToTafel' })

/** The client says no by a link, and the mentor confirms it. */
export const saidByLink = () =>
  caseAt('offered').take('giveLink', 'mentor').take('hearClient', 'matching').take('refuseOffer', 'mentor')

export const expired = () => caseAt('offered').take('letOfferExpire', 'matching')

/** Offered while two others look for such a home: they stand in reserve, in this order. */
export const offeredWithReserve = (others: readonly string[] = ['AAAAAAAA', 'BBBBBBBB']) => {
  const free = caseAt('matching').on('2026-02-10').take('enterDwelling', 'officer').on('2026-02-16')
  free.others = others
  return free.take('propose', 'officer')
}

export const reserveRanked = () =>
  offeredWithReserve().take('rankReserve', 'officer').take('refuseOffer', 'mentor')

/** Somebody else comes to the tafel and is admitted: the story goes on with them. */
function oneMore(world: World) {
  world.take('openCase', 'mentor')
  for (const step of [
    'describeStay',
    'describeHousehold',
    'describeBinding',
    'describeIncome',
    'describeDebts',
  ] as const)
    world.take(step, 'mentor')
  for (const step of ['describeSupport', 'writeProfile', 'describeSafety', 'sendIntake'] as const)
    world.take(step, 'mentor')
  world.take('acceptIntake', 'regisseur').take('planTafel', 'coordinator').take('putOnTafel', 'regisseur')
  world.on('2026-03-02').take('openTafel', 'chair').take('proposeDecision', 'chair')
  return world.take('adoptList', 'chair').take('adoptList', 'secretary')
}

/** One home offered to two clients at once; the second is the one of whom the story goes on. */
export function offeredToTwo() {
  const rules = rulesWith({ offers: { perHome: 2 } })
  const world = caseAt('offered', { rules })
  const first = world.ids
  oneMore(world).take('propose', 'officer', { candidate: world.kase.spine.number })
  return { world, first, second: world.ids }
}

/** Two homes, each offered to a client of its own; the second is the one of whom the story goes on. */
export function offeredEach(changes?: Changes) {
  const world = caseAt('offered', changes)
  const first = world.ids
  oneMore(world).take('enterDwelling', 'officer', { houseNumber: '99' })
  world.take('propose', 'officer', { candidate: world.kase.spine.number })
  return { world, first, second: world.ids }
}

/** The regie proposes that they change homes, and everybody agrees. */
export const swapped = () => {
  const { world, first, second } = offeredEach()
  world.take('proposeSwap', 'coordinator', { partner: first.offer }).take('declineSwap', 'regisseur')
  world.take('proposeSwap', 'coordinator', { partner: first.offer })
  for (const id of [first.offer, second.offer])
    world.take('agreeSwapAsCorporation', 'officer', {}, id).take('agreeSwapAsGemeente', 'regisseur', {}, id)
  return world
}

/** The second of them accepts: what became of the first. */
export const goneToAnother = () => {
  const { world, first } = offeredToTwo()
  world.take('acceptOffer', 'mentor').ids = first
  return world
}
