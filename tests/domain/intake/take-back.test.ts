// What was added wrongly is taken back: gone from the present picture, and never wiped out.
import { describe, expect, test } from 'vitest'
import { partsOf } from '@/domain/intake/parts'
import { caseAt } from '../../support/case-at'
import type { World } from '../../support/world'

const rowOf = (world: World, list: 'members' | 'exclusions' | 'tracks' | 'network' | 'criteria') =>
  world.kase.of[list]?.at(-1)?.id
const back = (world: World, list: Parameters<typeof rowOf>[1], who: 'mentor' | 'regisseur' = 'mentor') =>
  world.take('takeBackRow', who, { row: rowOf(world, list), why: 'vergissing' })

describe('a row that was added wrongly', () => {
  const described = () =>
    caseAt('described').take('describeHousehold', 'mentor', { adults: 1, children: 1, expecting: false })

  test('counts no more for anybody, and stays in the case', () => {
    const world = described().take('addMember', 'mentor')
    const added = rowOf(world, 'members')
    back(world, 'members')
    expect(world.as('mentor').of.members).toEqual([])
    expect(world.as('regisseur').of.members).toEqual([])
    expect(world.held(world.ids.case).of.members).toMatchObject([{ id: added }])
    const part = partsOf(world.as('mentor'), world.rules).find((line) => line.part === 'members')
    expect(part?.state).toBe('open')
  })

  test('of where somebody cannot live goes with its reason, and the place is open again', () => {
    const world = back(caseAt('described'), 'exclusions')
    expect(world.as('mentor').of.exclusions).toEqual([])
    expect(world.as('mentor').of.exclusionReasons).toEqual([])
  })

  test('is taken back once', () => {
    const world = described().take('addMember', 'mentor')
    const row = rowOf(world, 'members')
    back(world, 'members')
    expect(world.refusal('takeBackRow', 'mentor', { row, why: 'dubbel' })).toEqual({
      reason: 'rowNotThere',
      field: 'row',
    })
  })

  test('is not taken back by whoever neither wrote it nor keeps it', () => {
    const world = described().take('addMember', 'mentor').take('judgeCriterion', 'regisseur')
    const member = rowOf(world, 'members')
    expect(world.refusal('takeBackRow', 'regisseur', { row: member, why: 'dubbel' })?.reason).toBe(
      'rowNotThere',
    )
    expect(back(world, 'criteria', 'regisseur').as('mentor').of.criteria).toEqual([])
  })

  test('that nobody can take back asks for no form', () => {
    expect(caseAt('intake').blocked('takeBackRow', 'mentor')?.reason).toBe('nothingToWithdraw')
  })
})

describe('a track that was taken back', () => {
  const income = { track: 'inkomen', state: 'loopt', holder: 'gemeente', dueOn: '2026-03-02' }

  test('stands as it stood before, and so does the task of whoever sees to it', () => {
    const world = caseAt('described').take('keepTrack', 'mentor', income)
    world.take('keepTrack', 'mentor', { ...income, dueOn: '2026-02-02' })
    expect(world.turn('keepGemeenteTracks')?.dueOn).toBe('2026-02-02')
    back(world, 'tracks', 'regisseur')
    expect(world.turn('keepGemeenteTracks')?.dueOn).toBe('2026-03-02')
    back(world, 'tracks')
    expect(world.turn('keepGemeenteTracks')).toBeUndefined()
  })
})
