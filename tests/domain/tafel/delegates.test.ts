// Who sits at the table: chosen for each party, with a stand-in of the same organisation, and invited together.
import { describe, expect, test } from 'vitest'
import { delegatesOf } from '@/domain/tafel/delegates'
import { actors, foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const planned = (rules = rulesWith({})) =>
  caseAt('new', { rules }).take('planTafel', 'coordinator', { on: '2026-02-03' })
const idOf = (role: keyof typeof actors) => actors[role].membershipId
const seated = (...seats: [string, keyof typeof actors][]) =>
  seats.reduce(
    (world, [seat, role]) => world.take('nameDelegate', 'secretary', { seat, delegate: idOf(role) }),
    planned(),
  )
const full = () => seated(['corporatie', 'officer'], ['gemeente', 'regisseur'], ['zorgaanbieder', 'zorgLead'])

describe('a delegate is chosen', () => {
  test('for a party, and shown in the order of the seats', () => {
    expect(delegatesOf(full().tafel).map(({ seat }) => seat)).toEqual([
      'gemeente',
      'corporatie',
      'zorgaanbieder',
    ])
  })

  test('who works for that kind of party', () => {
    const ask = (seat: string, delegate: string) =>
      planned().refusal('nameDelegate', 'chair', { seat, delegate })
    const wrong = { reason: 'notForThisSeat', field: 'delegate' }
    expect(ask('corporatie', idOf('mentor'))).toEqual(wrong)
    expect(ask('gemeente', idOf('boardMember'))).toEqual(wrong)
    expect(ask('gemeente', '00000000-0000-4000-8000-999999999999')).toEqual(wrong)
    expect(ask('ervaringsdeskundige', idOf('clientCouncil'))).toBeNull()
  })

  test('with a stand-in of the same organisation, who is somebody else', () => {
    const ask = (standIn: string) =>
      planned().refusal('nameDelegate', 'chair', { seat: 'corporatie', delegate: idOf('officer'), standIn })
    expect(ask(idOf('corporatieLead'))).toBeNull()
    expect(ask(idOf('officer'))).toEqual({ reason: 'standsInForOneself', field: 'standIn' })
    expect(ask(foreigners.officer.membershipId)).toEqual({ reason: 'standInElsewhere', field: 'standIn' })
    expect(ask(idOf('mentor'))).toEqual({ reason: 'standInElsewhere', field: 'standIn' })
  })

  test('by the regie, and nobody else', () => {
    for (const who of ['regisseur', 'officer', 'mentor'] as const)
      expect(planned().blocked('nameDelegate', who)).toEqual({ reason: 'notYourRole' })
  })

  test('again with another stand-in: the last word counts', () => {
    const world = full().take('nameDelegate', 'chair', {
      seat: 'corporatie',
      delegate: idOf('officer'),
      standIn: idOf('corporatieLead'),
    })
    expect(delegatesOf(world.tafel)).toHaveLength(3)
    expect(delegatesOf(world.tafel)[1]?.standIn).toBe(idOf('corporatieLead'))
  })

  test('and goes again', () => {
    const world = full().take('dropDelegate', 'chair', { delegate: idOf('officer') })
    expect(delegatesOf(world.tafel).map(({ seat }) => seat)).toEqual(['gemeente', 'zorgaanbieder'])
    expect(world.refusal('dropDelegate', 'chair', { delegate: idOf('officer') })).toEqual({
      reason: 'notSeated',
      field: 'delegate',
    })
    expect(planned().blocked('dropDelegate', 'chair')).toEqual({ reason: 'nobodySeated' })
  })

  test('once for all that follow: who sat at the last tafel sits at the next one', () => {
    const world = full().take('planTafel', 'chair', { on: '2026-03-03', everyWeeks: 2, times: 2 })
    const tables = world.all('tafel').map(({ of }) => (of.delegates as unknown[]).length)
    expect(tables).toEqual([3, 3, 3])
  })
})

describe('the delegates are invited', () => {
  test('once every seat is taken that the covenant names', () => {
    expect(planned().blocked('inviteDelegates', 'chair')).toEqual({
      reason: 'seatsEmpty',
      values: { count: 3 },
    })
    expect(seated(['corporatie', 'officer']).blocked('inviteDelegates', 'chair')?.values).toEqual({
      count: 2,
    })
    expect(full().blocked('inviteDelegates', 'chair')).toBeNull()
    const own = rulesWith({ tafel: { composition: ['ervaringsdeskundige'] } })
    expect(planned(own).blocked('inviteDelegates', 'chair')?.values).toEqual({ count: 1 })
  })

  test('with their stand-ins: each role of each organisation hears of it once', () => {
    const world = full()
      .take('nameDelegate', 'chair', {
        seat: 'corporatie',
        delegate: idOf('officer'),
        standIn: idOf('corporatieLead'),
      })
      .take('nameDelegate', 'chair', { seat: 'ervaringsdeskundige', delegate: idOf('clientCouncil') })
      .take('inviteDelegates', 'chair')
    expect(world.tafel.of.invitation).toEqual({ invitedOn: '2026-01-12' })
    expect(world.last.effect.hears?.map(({ role }) => role)).toEqual([
      'regisseur',
      'officer',
      'corporatieLead',
      'zorgLead',
      'clientCouncil',
    ])
  })

  test('and hear it when the tafel moves or does not go on; before they were invited they hear nothing', () => {
    const heard = (world: ReturnType<typeof full>) => world.last.effect.hears?.length ?? 0
    expect(heard(full().take('changeTafel', 'chair', { on: '2026-02-10' }))).toBe(0)
    const invited = full().take('inviteDelegates', 'chair')
    expect(heard(invited.copy().take('changeTafel', 'chair', { on: '2026-02-10' }))).toBe(3)
    expect(heard(invited.take('cancelTafel', 'chair'))).toBe(3)
  })
})
