// Where a party stands before the tafel: said by each of the parties concerned, until all is shown.
import { describe, expect, test } from 'vitest'
import { steps } from '@/domain/case/steps'
import { organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const onTafel = () => caseAt('onTafel')

describe('a position is given', () => {
  test('by the provider, the gemeente and a corporatie that is a guest; by nobody else', () => {
    for (const who of ['mentor', 'regisseur'] as const)
      expect(onTafel().refusal('givePosition', who)).toBeNull()
    expect(onTafel().blocked('givePosition', 'officer')).toEqual({ reason: 'notYours' })
    const guest = onTafel().take('inviteParty', 'regisseur', { organisation: organisations.corporatie[0].id })
    expect(guest.refusal('givePosition', 'officer')).toBeNull()
    for (const who of ['chair', 'secretary', 'coordinator', 'localTeam'] as const)
      expect(onTafel().blocked('givePosition', who)).toEqual({ reason: 'notYourRole' })
  })

  test('for the tafel that the case is on, and says nothing of it to whoever reads the timeline', () => {
    const world = onTafel().take('givePosition', 'mentor', {
      position: 'notYet',
      positionReason: 'Te vroeg.',
    })
    expect(world.kase.of.positions).toMatchObject([
      { tafel: world.ids.tafel, position: 'notYet', positionReason: 'Te vroeg.' },
    ])
    expect(world.last.effect.tells).toBeUndefined()
  })

  test('and read by who gave it, and by nobody else yet', () => {
    const world = onTafel().take('givePosition', 'mentor')
    expect(world.as('zorgLead').of.positions).toHaveLength(1)
    for (const who of ['regisseur', 'chair', 'secretary', 'coordinator'] as const)
      expect(world.as(who).of.positions).toEqual([])
  })

  test('not while the case is on no tafel', () => {
    expect(caseAt('tafel').blocked('givePosition', 'mentor')).toEqual({ reason: 'notOnTafel' })
  })

  test('not once the tafel has begun, or all of it is shown', () => {
    const begun = onTafel().on('2026-02-03').take('openTafel', 'chair')
    expect(begun.refusal('givePosition', 'mentor')).toEqual({ reason: 'tafelBegan' })
    const { kase } = onTafel()
    const known = { tafelDays: { [kase.of.agenda?.tafel as string]: '2026-02-03' }, positionsShown: true }
    const context = known as unknown as Parameters<typeof steps.givePosition.check>[2]
    expect(steps.givePosition.check(kase as never, {}, context)).toEqual({ reason: 'positionsShown' })
  })
})
