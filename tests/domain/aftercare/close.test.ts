// The end of a file: what is asked when a home was left, and that the landlord reads none of it.
import { describe, expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'

const day = '2027-06-14'
const moved = { reason: 'verhuisd', homeEndedOn: day, homeEndWhy: 'opgezegd', destination: 'andereWoning' }
const atTheEnd = () => caseAt('waakvlam').on(day)

describe('a file is closed', () => {
  test('with the home as it stands: nothing else is asked, and nothing else is kept', () => {
    const world = atTheEnd().take('closeCase', 'mentor', { ...moved, reason: 'goedAfgerond' })
    expect(world.kase.of.closing).toMatchObject({ reason: 'goedAfgerond', on: day })
    expect(world.kase.of.homeEnd).toBeNull()
  })

  test('when the client moved: since when, how it ended and where to', () => {
    for (const [field, reason] of [
      ['homeEndedOn', 'endNeedsDay'],
      ['homeEndWhy', 'endNeedsWhy'],
      ['destination', 'endNeedsDestination'],
    ] as const)
      expect(atTheEnd().refusal('closeCase', 'mentor', { ...moved, [field]: null })).toEqual({
        reason,
        field,
      })
    const world = atTheEnd().take('closeCase', 'mentor', moved)
    expect(world.kase.of.homeEnd).toMatchObject({
      homeEndedOn: day,
      homeEndWhy: 'opgezegd',
      destination: 'andereWoning',
    })
  })

  test('not with an end before the key', () => {
    expect(atTheEnd().refusal('closeCase', 'mentor', { ...moved, homeEndedOn: '2026-03-01' })).toEqual({
      reason: 'endBeforeKeyDay',
      field: 'homeEndedOn',
    })
    expect(atTheEnd().refusal('closeCase', 'mentor', { ...moved, homeEndedOn: '2026-03-02' })).toBeNull()
  })

  test('back to a place of support is where they went, and a death needs a day alone', () => {
    const back = { reason: 'terugNaarVoorziening', homeEndedOn: day, homeEndWhy: 'samenBesloten' }
    expect(atTheEnd().take('closeCase', 'mentor', back).kase.of.homeEnd?.destination).toBe('voorziening')
    const dead = atTheEnd().take('closeCase', 'regisseur', { reason: 'overleden', homeEndedOn: day })
    expect(dead.kase.of.homeEnd).toMatchObject({ homeEndWhy: 'overleden', destination: null })
  })

  test('and the landlord reads that it is closed, not how the home ended or where the client is', () => {
    const world = atTheEnd().take('closeCase', 'mentor', {
      ...moved,
      homeEndWhy: 'ontruimd',
      destination: 'geenPlek',
    })
    for (const role of ['officer', 'corporatieLead'] as const) {
      expect(world.as(role).of.closing?.reason).toBe('verhuisd')
      expect(world.as(role).of.homeEnd).toBeNull()
    }
    expect(world.as('regisseur').of.homeEnd?.destination).toBe('geenPlek')
    expect(JSON.stringify(world.last.effect.tells ?? {})).not.toContain('ontruimd')
  })
})
