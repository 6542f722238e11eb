// Who is at the table while it is in session, and what it may decide with them.
import { describe, expect, test } from 'vitest'
import { missingSeats, presentIn } from '@/domain/tafel/quorum'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rules } from '../../support/rules'
import type { World } from '../../support/world'

const { officer, corporatieLead, regisseur, mentor } = actors
const seats = ['gemeente', 'corporatie', 'zorgaanbieder']
const named = () =>
  caseAt('onTafel')
    .take('nameDelegate', 'secretary', { standIn: corporatieLead.membershipId })
    .take('nameDelegate', 'secretary', { seat: 'gemeente', delegate: regisseur.membershipId })
    .take('nameDelegate', 'secretary', { seat: 'zorgaanbieder', delegate: mentor.membershipId })
    .on('2026-02-03')
const opened = () => named().take('openTafel', 'chair')
const here = ({ tafel }: World) => presentIn(tafel.of.presence ?? [])
const gone = (world: World) => world.take('leave', 'chair', { seat: null, delegate: officer.membershipId })
const missing = { reason: 'belowQuorum', values: { seat: 'corporatie', more: 0 } }

describe('the table begins', () => {
  test('with its delegates on the seats that are taken', () => {
    expect(here(opened()).map(({ seat, delegate }) => [seat, delegate])).toEqual([
      ['gemeente', regisseur.membershipId],
      ['corporatie', officer.membershipId],
      ['zorgaanbieder', mentor.membershipId],
    ])
  })

  test('with somebody without a name where a seat has no delegate', () => {
    const world = caseAt('onTafel').on('2026-02-03').take('openTafel', 'chair')
    expect(here(world).map(({ seat, delegate, at }) => [seat, delegate, at])).toEqual(
      seats.map((seat) => [seat, null, '10:00']),
    )
  })

  test('and not by a seat of which all delegates stayed away', () => {
    expect(named().refusal('openTafel', 'chair', { absent: [officer.membershipId] })).toEqual({
      ...missing,
      field: 'seats',
    })
  })
})

describe('people come and go', () => {
  test('as chair or secretary writes it down, with the time', () => {
    const world = gone(opened())
    expect(world.tafel.of.presence?.at(-1)).toMatchObject({ seat: 'corporatie', here: false, at: '10:00' })
    for (const who of ['coordinator', 'regisseur', 'officer', 'mentor'] as const)
      expect(world.blocked('leave', who)?.reason).toBe('notYourRole')
  })

  test('a stand-in takes the seat', () => {
    const world = gone(opened())
    expect(missingSeats(world.tafel.of.presence ?? [], rules)).toEqual(['corporatie'])
    world.take('arrive', 'secretary', { seat: null, delegate: corporatieLead.membershipId })
    expect(missingSeats(world.tafel.of.presence ?? [], rules)).toEqual([])
  })

  test('nobody comes twice, leaves twice, or comes without being invited', () => {
    const again = { seat: null, delegate: officer.membershipId }
    expect(opened().refusal('arrive', 'chair', again)?.reason).toBe('hereAlready')
    expect(gone(opened()).refusal('leave', 'chair', again)?.reason).toBe('notHere')
    const stranger = { seat: null, delegate: actors.zorgLead.membershipId }
    expect(opened().refusal('arrive', 'chair', stranger)?.reason).toBe('notInvited')
  })

  test('a person or a seat is said, not both and not neither', () => {
    const both = { seat: 'corporatie', delegate: officer.membershipId }
    for (const said of [both, { seat: null, delegate: null }])
      expect(opened().refusal('arrive', 'chair', said)?.reason).toBe('personOrSeat')
  })
})

describe('when a party left half-way', () => {
  test('nothing is decided, and it is said who is missing', () => {
    expect(gone(opened()).refusal('proposeDecision', 'chair')).toEqual(missing)
  })

  test('nor adopted, by either of the two', () => {
    const world = gone(opened().take('proposeDecision', 'chair'))
    for (const who of ['chair', 'secretary'] as const)
      expect(world.blocked('adoptList', who)).toEqual(missing)
  })

  test('until it is back', () => {
    const world = gone(opened()).take('arrive', 'chair', { seat: 'corporatie' })
    world.take('proposeDecision', 'chair').take('adoptList', 'chair').take('adoptList', 'secretary')
    expect(world.tafel.spine.stage).toBe('adopted')
  })

  test('a list that was adopted by one of the two can still be reopened', () => {
    const world = gone(opened().take('proposeDecision', 'chair').take('adoptList', 'chair'))
    expect(world.blocked('reopenList', 'secretary')).toBeNull()
  })
})

test('before the tafel is in session nothing is decided', () => {
  expect(caseAt('onTafel').on('2026-02-03').refusal('proposeDecision', 'chair')).toEqual({
    reason: 'tafelNotBegun',
  })
})
