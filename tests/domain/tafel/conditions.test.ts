// A condition of the tafel is somebody's task, from the day that the list is adopted until it is said what became of it.
import { describe, expect, test } from 'vitest'
import { conditionLines } from '@/domain/case/conditions'
import { minuteOf } from '@/domain/tafel/minutes'
import { actors, organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { onConditions } from '../../support/tafel-stories'
import type { World } from '../../support/world'

const asks = (conditionBy: string, conditionOn: string) => ({
  ...onConditions,
  conditionBy,
  conditionOn,
})

/** Admitted on these conditions, the first in the form of the decision and the others added to it. */
function admittedOn(...[first, ...others]: [ReturnType<typeof asks>, ...ReturnType<typeof asks>[]]): World {
  const world = caseAt('proposed').take('proposeDecision', 'chair', first)
  for (const { condition, conditionBy, conditionOn } of others)
    world.take('addCondition', 'secretary', { condition, conditionBy, conditionOn })
  return world.take('adoptList', 'chair').take('adoptList', 'secretary')
}

const rowOf = (world: World, at: number) => conditionLines(world.kase)[at]?.id
const later = { conditionState: 'otherDay', otherDay: '2026-04-01', conditionWhy: 'De bank vraagt meer tijd' }

describe('a condition is a task of its owner', () => {
  test('by its day, as soon as the list is adopted by both, and not before', () => {
    const world = caseAt('proposed').take('proposeDecision', 'chair', onConditions)
    expect(world.turn('meetProviderConditions')).toBeUndefined()
    world.take('adoptList', 'chair').take('adoptList', 'secretary')
    expect(world.turn('meetProviderConditions')).toMatchObject({
      role: 'mentor',
      holderId: organisations.zorgaanbieder[0].id,
      dueOn: '2026-03-03',
    })
    expect(world.turn('meetGemeenteConditions')).toBeUndefined()
  })

  test('of each party the first day of what it has open', () => {
    const world = admittedOn(
      asks('provider', '2026-03-10'),
      asks('provider', '2026-03-03'),
      asks('gemeente', '2026-03-20'),
    )
    expect(world.turn('meetProviderConditions')?.dueOn).toBe('2026-03-03')
    expect(world.turn('meetGemeenteConditions')?.dueOn).toBe('2026-03-20')
    world.take('reportCondition', 'mentor', { conditionRow: rowOf(world, 1) })
    expect(world.turn('meetProviderConditions')?.dueOn).toBe('2026-03-10')
    world.take('reportCondition', 'mentor', { conditionRow: rowOf(world, 0) })
    expect(world.turn('meetProviderConditions')).toBeUndefined()
    expect(world.turn('meetGemeenteConditions')?.dueOn).toBe('2026-03-20')
  })

  test('which goes on in the next stages, and ends with the case', () => {
    const world = admittedOn(onConditions)
    expect(world.kase.spine.stage).toBe('matching')
    expect(world.tasks()).toEqual(['findDwelling', 'meetProviderConditions'])
    expect(world.take('withdrawCase', 'mentor').tasks()).toEqual([])
  })

  test('and what a corporation must do is seen to by the gemeente until a home is confirmed', () => {
    const world = admittedOn(asks('corporation', '2026-03-03'))
    expect(world.turn('meetGemeenteConditions')).toMatchObject({ role: 'regisseur', dueOn: '2026-03-03' })
    world.take('enterDwelling', 'officer').take('propose', 'officer').take('acceptOffer', 'mentor')
    expect(world.turn('meetCorporationConditions')).toBeUndefined()
    world.take('confirmOffer', 'officer')
    expect(world.turn('meetGemeenteConditions')).toBeUndefined()
    expect(world.turn('meetCorporationConditions')).toMatchObject({
      role: 'officer',
      holderId: organisations.corporatie[0].id,
      dueOn: '2026-03-03',
    })
    expect(world.take('reportCondition', 'officer').tasks()).not.toContain('meetCorporationConditions')
  })

  test('a decision of a next tafel puts an end to those of the one before', () => {
    const world = admittedOn(onConditions).take('enterDwelling', 'officer').take('propose', 'officer')
    world.take('refuseOffer', 'mentor', { reason: 'geenBelangstelling' })
    world.take('weighRefusals', 'regisseur', { weighed: 'backToTafel' })
    expect(world.tasks()).toEqual(['meetProviderConditions', 'putOnTafel'])
    world.take('planTafel', 'secretary', { on: world.today }).take('putOnTafel', 'regisseur')
    world.take('openTafel', 'chair')
    world.take('proposeDecision', 'chair', {
      outcome: 'adjourned',
      until: '2026-03-20',
      followUpBy: 'gemeente',
    })
    world.take('adoptList', 'chair').take('adoptList', 'secretary')
    expect(world.tasks()).toEqual(['putOnTafel'])
    expect(conditionLines(world.kase)).toEqual([])
  })
})

describe('what became of it', () => {
  test('another day is a new term, with why; what was said before is kept', () => {
    const world = admittedOn(onConditions).take('reportCondition', 'mentor', later)
    expect(world.turn('meetProviderConditions')?.dueOn).toBe('2026-04-01')
    world.take('reportCondition', 'regisseur')
    expect(conditionLines(world.kase)).toMatchObject([{ open: false, word: { conditionState: 'met' } }])
    expect(world.kase.of.conditionWords).toHaveLength(2)
  })

  test('not met has a reason, and is told to the gemeente', () => {
    const world = admittedOn(onConditions)
    const asked = (input: Record<string, unknown>) => world.refusal('reportCondition', 'mentor', input)
    expect(asked({ conditionState: 'notMet' })).toEqual({
      reason: 'conditionNeedsWhy',
      field: 'conditionWhy',
    })
    expect(asked({ ...later, otherDay: null })).toEqual({ reason: 'conditionNeedsDay', field: 'otherDay' })
    expect(asked({ ...later, conditionWhy: null })).toEqual({
      reason: 'conditionNeedsWhy',
      field: 'conditionWhy',
    })
    world.take('reportCondition', 'mentor', { conditionState: 'notMet', conditionWhy: 'De bank weigert' })
    expect(world.turn('meetProviderConditions')).toBeUndefined()
    expect(conditionLines(world.kase)).toMatchObject([{ open: false, word: { conditionState: 'notMet' } }])
    expect(world.last.effect.tells).toEqual({ conditionState: 'notMet' })
  })

  test('its reason is for a landlord to read too: no bsn, and no word about health without a second look', () => {
    const world = admittedOn(onConditions)
    const why = (conditionWhy: string) => ({ conditionState: 'notMet', conditionWhy })
    expect(world.refusal('reportCondition', 'mentor', why('BSN 111222333'))).toMatchObject({
      reason: 'bsnInText',
      field: 'conditionWhy',
    })
    expect(world.refusal('reportCondition', 'mentor', why('Door zijn schizofrenie'))?.reason).toBe(
      'medicalWords',
    )
  })

  test('is said by its owner or the gemeente, and by nobody else', () => {
    const world = admittedOn(onConditions, asks('gemeente', '2026-03-20'))
    expect(world.refusal('reportCondition', 'mentor', { conditionRow: rowOf(world, 1) })).toEqual({
      reason: 'conditionNotThere',
      field: 'conditionRow',
    })
    expect(world.refusal('reportCondition', 'regisseur')).toEqual({
      reason: 'whichCondition',
      field: 'conditionRow',
    })
    for (const who of ['chair', 'secretary', 'coordinator', 'zorgLead'] as const)
      expect(world.blocked('reportCondition', who)?.reason).toBe('notYourRole')
    expect(world.blocked('reportCondition', actors.officer)?.reason).toBe('notYours')
    expect(caseAt('matching').blocked('reportCondition', 'mentor')?.reason).toBe('noConditionOfYours')
  })
})

describe('the list of actions of a tafel', () => {
  test('has each open condition once, by its last day, and no longer when it was met', () => {
    const world = admittedOn(onConditions)
    const actions = () => minuteOf(world.kase, world.ids.tafel as string, world.rules)?.actions
    const conditions = () => actions()?.filter(({ kind }) => kind === 'condition')
    expect(conditions()).toEqual([{ kind: 'condition', what: 'Bewind', by: 'provider', on: '2026-03-03' }])
    expect(actions()?.map(({ what }) => what)).not.toContain('meetProviderConditions')
    world.take('reportCondition', 'mentor', later)
    expect(conditions()).toMatchObject([{ on: '2026-04-01' }])
    world.take('reportCondition', 'mentor')
    expect(conditions()).toEqual([])
  })
})
