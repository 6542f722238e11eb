// Another care provider or gemeente takes over: both hold the case until it is accepted, and nobody afterwards who need not.
import { describe, expect, test } from 'vitest'
import { moveChecks } from '@/domain/case/moving-rows'
import { foreigners, organisations } from '../support/actors'
import { caseAt } from '../support/case-at'

const next = foreigners.mentor
const [ours, theirs] = organisations.zorgaanbieder

describe('a case that is to pass to another care provider', () => {
  const proposed = () => caseAt('sent').take('proposeHandover', 'mentor')

  test('stays with the first until the other accepts; the other reads what is needed to answer', () => {
    const world = proposed()
    expect(world.as('mentor').relations).toContain('ours')
    const sight = world.as(next)
    expect(sight.relations).toEqual(['any', 'assigned'])
    expect([...sight.shared].sort()).toEqual(
      [
        'contact',
        'guidanceSummary',
        'handover',
        'identity',
        'initials',
        'parties',
        'profile',
        'readiness',
        'supportSummary',
      ].sort(),
    )
    expect(world.turn('answerHandover')).toMatchObject({ holderId: theirs.id, role: 'mentor' })
  })

  test('passes with its open tasks when it is accepted, and the first reads nothing any more', () => {
    const world = caseAt('described').take('proposeHandover', 'mentor').take('acceptHandover', next)
    expect(world.turn('finishIntake')?.holderId).toBe(theirs.id)
    expect(world.turn('answerHandover')).toBeUndefined()
    expect(world.as(next).of.debts).not.toBeNull()
    expect(world.as(next).of.parties?.mentorName).toBe('Wout Nieuwebegeleider')
    const before = world.as('mentor')
    expect(before.relations).toEqual(['any'])
    expect(before.shared.size).toBe(0)
  })

  test('is held by somebody on every day of it', () => {
    const holders = [
      caseAt('sent'),
      proposed(),
      proposed().take('acceptHandover', next),
      proposed().take('declineHandover', next),
    ].map((world) => world.held(world.ids.case).playing.filter(({ part }) => part === 'provider').length)
    expect(holders).toEqual([1, 1, 1, 1])
  })

  test('is not accepted before everything was gone through together', () => {
    expect(proposed().refusal('acceptHandover', next, { checks: ['kennismaking', 'afspraken'] })).toEqual({
      reason: 'handoverNotWarm',
      field: 'checks',
    })
  })

  test('is proposed to one at a time, to another, and to a care provider', () => {
    expect(proposed().blocked('proposeHandover', 'mentor')).toEqual({ reason: 'handoverPending' })
    const to = (id: string) => caseAt('sent').refusal('proposeHandover', 'mentor', { to: id })
    expect(to(ours.id)).toEqual({ reason: 'alreadyTheirs', field: 'to' })
    expect(to(organisations.gemeente[1].id)).toEqual({ reason: 'notAParty', field: 'to' })
  })

  test('closes to the other as soon as they decline, or the first thinks better of it', () => {
    for (const world of [
      proposed().take('declineHandover', next),
      proposed().take('stopHandover', 'mentor'),
    ]) {
      expect(world.as(next).shared.size).toBe(0)
      expect(world.tasks()).toEqual(['checkIntake'])
      expect(world.blocked('acceptHandover', next)?.reason).toBe('notYours')
    }
  })

  test('that is shielded is read and accepted by nobody there who was not named', () => {
    const world = caseAt('described').take('describeSafety', 'mentor', {
      threat: 'stalking',
      secrecy: 'geheim',
    })
    world.take('proposeHandover', 'mentor')
    expect(world.as(next).of.identity).toBeNull()
    expect(world.blocked('acceptHandover', next)).toEqual({ reason: 'namedOnly' })
    world.take('namePerson', 'mentor', { person: next.membershipId })
    expect(world.as(next).of.identity).not.toBeNull()
    expect(world.blocked('acceptHandover', next)).toBeNull()
  })
})

/** Everything was gone through by those who hand over. */
const prepare = (world: ReturnType<typeof caseAt>) =>
  moveChecks.reduce((w, moveItem) => w.take('prepareMove', 'regisseur', { moveItem }), world)

describe('a case that is to move to another gemeente', () => {
  const receiving = foreigners.regisseur

  test('passes in the same way, with the clock of the check as it stood', () => {
    const world = caseAt('sent').take('askMore', 'regisseur').take('proposeMove', 'regisseur')
    const paused = world.turn('checkIntake')
    prepare(world).take('acceptMove', receiving)
    expect(world.turn('checkIntake')).toEqual({ ...paused, holderId: organisations.gemeente[1].id })
    expect(world.as('regisseur').shared.size).toBe(0)
    expect(world.as(receiving).of.income).not.toBeNull()
    expect(world.as('mentor').relations).toContain('ours')
  })

  test('is not accepted while income, indication, debts or registration were not gone through', () => {
    const world = prepare(caseAt('sent').take('proposeMove', 'regisseur'))
    expect(world.refusal('acceptMove', receiving, { checks: ['uitkering'] })?.reason).toBe('handoverNotWarm')
  })

  test('is not accepted while those who hand over have an item left, also one of an earlier proposal', () => {
    const world = caseAt('sent').take('proposeMove', 'regisseur')
    expect(world.blocked('acceptMove', receiving)).toEqual({
      reason: 'moveNotPrepared',
      values: { count: 4 },
    })
    world.take('prepareMove', 'mentor')
    expect(world.blocked('acceptMove', receiving)?.values).toEqual({ count: 3 })
    expect(prepare(world).blocked('acceptMove', receiving)).toBeNull()
    world.take('declineMove', receiving).take('proposeMove', 'regisseur')
    expect(world.blocked('acceptMove', receiving)?.values).toEqual({ count: 4 })
  })

  test('leaves no day without a gemeente: it is theirs from the agreed day at the latest', () => {
    const world = prepare(caseAt('sent').take('proposeMove', 'regisseur', { moveOn: '2026-01-17' }))
    world.on('2026-01-20')
    expect(world.refusal('acceptMove', receiving, { fromOn: '2026-01-18' })).toEqual({
      reason: 'gapBetween',
      field: 'fromOn',
      values: { moveOn: '2026-01-17' },
    })
    expect(world.held(world.ids.case).playing.filter(({ part }) => part === 'gemeente')).toHaveLength(1)
    world.take('acceptMove', receiving, { fromOn: '2026-01-17' })
    expect(world.kase.of.handover?.at(-1)).toMatchObject({ event: 'accepted', fromOn: '2026-01-17' })
    expect(world.held(world.ids.case).playing.filter(({ part }) => part === 'gemeente')).toHaveLength(1)
  })

  test('shows the other what was gone through and by whom, and nothing of what it was about', () => {
    const world = prepare(caseAt('sent').take('proposeMove', 'regisseur'))
    const sight = world.as(receiving)
    expect(sight.of.moveItems).toHaveLength(4)
    for (const closed of ['income', 'debts', 'support', 'notes', 'household', 'safety'] as const)
      expect(sight.of[closed]).toBeNull()
    expect(world.as(next).of.moveItems).toBeNull()
    expect(world.blocked('prepareMove', receiving)?.reason).toBe('notYours')
    expect(caseAt('sent').blocked('prepareMove', 'mentor')).toEqual({ reason: 'nothingToWithdraw' })
  })
})
