// An offer on its way: agreed to by a colleague, told, seen, refused and judged by people, or left without an answer.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { steps } from '@/domain/case/steps'
import { noShows } from '@/domain/offer/offer'
import { leavesHomeFree, refusalReasons, veraOf, withdrawalReasons } from '@/domain/offer/refusal'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { offeredByTwo, refusedToJudge } from '../../support/offer-stories'

const unsaid = { today: '2026-02-16', norms: [] }
const colleague = { ...actors.officer, membershipId: '00000000-0000-4000-8000-0000000000c0' }

describe('where a colleague must agree first', () => {
  test('nobody outside the corporation hears of it, and the client is known by another name', () => {
    const world = offeredByTwo()
    expect(world.offer.spine.stage).toBe('toAgree')
    expect(world.tasks(world.ids.offer)).toEqual(['agreeOffer'])
    expect(world.taken.slice(-2)).toEqual(['propose', 'reserveDwelling'])
    expect(world.tasks()).toEqual(['findDwelling'])
    for (const role of ['mentor', 'regisseur', 'coordinator'] as const)
      expect(world.seen('offer', actors[role]).shared.size).toBe(0)
    expect(world.as('officer').shared.size).toBe(0)
  })

  test('who proposed does not agree with themselves', () => {
    expect(offeredByTwo().blocked('agreeOffer', 'officer')).toEqual({ reason: 'secondPersonNeeded' })
    expect(offeredByTwo().blocked('agreeOffer', colleague)).toBeNull()
  })

  test('once they agreed it is an offer like any other', () => {
    const world = offeredByTwo().take('agreeOffer', colleague)
    expect(world.offer.spine.stage).toBe('proposed')
    expect(world.tasks()).toEqual(['answerOffer'])
    expect(world.offer.of.terms?.number).toBe(world.kase.spine.number)
    expect(world.refusal('acceptOffer', 'mentor')).toBeNull()
  })

  test('and when they do not, the dwelling is free and the case never knew', () => {
    const world = offeredByTwo().take('declineOffer', colleague)
    expect([world.offer.spine.stage, world.dwelling.spine.stage]).toEqual(['withdrawn', 'available'])
    expect(world.records.filter(({ subjectId }) => subjectId === world.ids.case).at(-1)?.step.name).not.toBe(
      'offerWithdrawn',
    )
  })
})

describe('the client is told and sees the dwelling', () => {
  const shown = () => caseAt('offered').take('informClient', 'mentor').take('planViewing', 'officer')

  test('the provider tells within two working days, and need not wait with the answer', () => {
    const world = caseAt('offered')
    expect(world.turn('informClient', world.ids.offer)).toMatchObject({ role: 'mentor', dueOn: '2026-02-18' })
    expect(world.refusal('acceptOffer', 'mentor')).toBeNull()
    expect(world.take('informClient', 'mentor').tasks(world.ids.offer)).toEqual([])
  })

  test('whoever shows it has the task on that day, and the answer is due three working days after it', () => {
    const world = shown()
    expect(world.turn('holdViewing', world.ids.offer)).toMatchObject({ role: 'officer', dueOn: '2026-02-18' })
    expect(world.turn('answerOffer')?.dueOn).toBe('2026-02-23')
  })

  test('that nobody came is counted, and ends nothing', () => {
    const missed = shown().take('recordViewing', 'officer', { viewOutcome: 'nietVerschenen' })
    const again = missed
      .take('planViewing', 'mentor')
      .take('recordViewing', 'officer', { viewOutcome: 'nietVerschenen' })
    expect(noShows(again.offer)).toBe(2)
    expect(again.offer.spine.stage).toBe('informed')
    expect(again.refusal('acceptOffer', 'mentor')).toBeNull()
  })
})

describe('a refusal that would count', () => {
  test('waits for the coordinator: the dwelling stays reserved, and nobody counts yet', () => {
    const world = refusedToJudge()
    expect([world.offer.spine.stage, world.dwelling.spine.stage]).toEqual(['judging', 'reserved'])
    expect(world.tasks()).toEqual(['judgeRefusal'])
    expect(world.kase.of.offerLog).toEqual([])
  })

  test.each([
    ['countRefusal', true, ['weighRefusals']],
    ['excuseRefusal', false, ['findDwelling']],
  ] as const)('%s: counts %s', (step, counts, tasks) => {
    const world = refusedToJudge().take(step, 'coordinator')
    expect(world.kase.of.offerLog).toMatchObject([{ answer: 'refused', counts }])
    expect([world.offer.spine.stage, world.dwelling.spine.stage]).toEqual(['refused', 'available'])
    expect(world.tasks()).toEqual(tasks)
  })

  test('returned: the provider answers again, and may say yes', () => {
    const world = refusedToJudge().take('returnRefusal', 'coordinator')
    expect(world.offer.spine.stage).toBe('informed')
    expect(world.turn('answerOffer')?.role).toBe('mentor')
    expect(world.take('acceptOffer', 'mentor').offer.spine.stage).toBe('accepted')
  })

  test('for a reason that lies in the dwelling is judged by nobody', () => {
    const world = refusedToJudge().take('returnRefusal', 'coordinator')
    expect(world.take('refuseOffer', 'mentor', { reason: 'huurTeHoog' }).offer.spine.stage).toBe('refused')
  })
})

describe('who refused as often as was agreed', () => {
  const world = caseAt('offered').take('refuseOffer', 'mentor', { reason: 'persoonlijk' })

  test('waits for somebody of the gemeente: nothing ends by itself', () => {
    expect(world.tasks()).toEqual(['weighRefusals'])
    expect(world.kase.spine.stage).toBe('matching')
    expect(caseAt('matching').blocked('weighRefusals', 'regisseur')).toEqual({ reason: 'nothingToWeigh' })
  })

  test.each([
    ['searchOn', 'matching', 'findDwelling'],
    ['backToTafel', 'tafel', 'putOnTafel'],
  ])('%s: the case is at %s', (weighed, stage, task) => {
    const after = world.copy().take('weighRefusals', 'regisseur', { weighed })
    expect([after.kase.spine.stage, ...after.tasks()]).toEqual([stage, task])
  })
})

describe('a pair that was refused', () => {
  const refused = () => caseAt('offered').take('refuseOffer', 'mentor')
  test('is not proposed again', () => {
    expect(refused().refusal('propose', 'officer')).toEqual({ reason: 'refusedBefore', field: 'candidate' })
  })
  test('is proposed again once something is different', () => {
    const cheaper = refused().take('correctDwelling', 'officer', { rent: 600_00 })
    expect(cheaper.refusal('propose', 'officer')).toBeNull()
  })
})

describe('two officers at once', () => {
  test('the second is told that the dwelling was reserved a moment ago', () => {
    const world = caseAt('offered')
    const said = { reason: 'justReserved', field: 'dwelling' }
    const context = { ...unsaid, actor: actors.officer, rules: world.rules, reserved: true }
    const asked = { dwelling: world.ids.dwelling, candidate: 'TT-2026-0001', reason: null }
    expect(steps.propose.check(world.offer as never, asked, context)).toEqual(said)
  })
})

describe('an offer that nobody answered', () => {
  const world = caseAt('offered').take('letOfferExpire', 'matching')
  test('ends where the covenant says so: the home is free, the search goes on, and it is no refusal', () => {
    expect([world.offer.spine.stage, world.dwelling.spine.stage]).toEqual(['expired', 'available'])
    expect(world.tasks()).toEqual(['findDwelling'])
    expect(world.kase.of.offerLog).toEqual([])
    expect(world.as('officer').shared.size).toBe(0)
  })
})

describe('the reasons', () => {
  test('are each a code of VERA for how an offer ends', () => {
    const lines = readFileSync('prisma/data/codes.csv', 'utf8').split('\n')
    const codes = lines.flatMap((one) => one.match(/^AANBIEDINGDETAILSTATUS;([A-Z]+);/)?.[1] ?? [])
    for (const reason of [...refusalReasons, ...withdrawalReasons]) expect(codes).toContain(veraOf[reason])
  })
  test('say whether somebody else can still have the home', () => {
    expect(withdrawalReasons.filter((reason) => !leavesHomeFree(reason))).toEqual([
      'woningNietVrij',
      'andereKandidaat',
    ])
  })
})
