// The front door: the care provider registers its client.
import { describe, expect, test } from 'vitest'
import { initialsOf } from '@/domain/intake/open-case'
import { actors, foreigners, organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const door = caseAt('new')

describe('a case is opened', () => {
  const world = caseAt('intake')
  test('by the mentor of a care provider, and is then at the intake with their turn', () => {
    expect(world.kase.spine.stage).toBe('intake')
    expect(world.turn('finishIntake')).toMatchObject({
      role: 'mentor',
      holderId: organisations.zorgaanbieder[0].id,
      since: '2026-01-12',
      dueOn: '2026-01-26',
    })
  })

  test('with the person, their stay and the day since when they can leave', () => {
    expect(world.kase.of.identity).toEqual({
      givenName: 'Noor',
      familyName: 'de Wit',
      birthDate: '1996-03-14',
      salutation: 'mevrouw',
    })
    expect(world.kase.of.initials).toEqual({ initials: 'N.W.' })
    expect(world.kase.of.stay).toMatchObject({
      setting: 'BW',
      facility: 'De Horst (voorbeeld)',
      law: 'wmo',
      since: null,
    })
    expect(world.kase.of.readiness).toEqual({
      readySince: '2025-11-03',
      expectedOn: null,
      wantedFrom: null,
      changedWhy: null,
    })
    expect(world.kase.of.parties).toEqual({
      mentorName: 'Sanne Mentor',
      mentorPhone: null,
      deputyName: null,
      deputyPhone: null,
    })
    expect(world.kase.of.contact).toEqual({
      phone: null,
      email: null,
      address: null,
      language: null,
      reachedBy: null,
    })
  })

  test('between this care provider and the gemeente it names: for others it is not there', () => {
    expect(world.as('mentor').of.identity?.givenName).toBe('Noor')
    expect(world.as('regisseur').of.identity?.givenName).toBe('Noor')
    expect(world.as(foreigners.mentor).of.identity).toBeNull()
    expect(world.as(foreigners.regisseur).of.identity).toBeNull()
    expect(world.as('officer').shared.size).toBe(0)
  })

  test('by nobody else', () => {
    for (const role of ['regisseur', 'officer', 'coordinator', 'zorgLead', 'localTeam'] as const)
      expect(door.refusal('openCase', role)).toEqual({ reason: 'notYourRole' })
  })
})

describe('a case is not opened', () => {
  test('for a client of a setting that this covenant is not meant for', () => {
    const narrow = caseAt('new', { rules: rulesWith({ origins: ['BW', 'MO'] }) })
    expect(narrow.refusal('openCase', 'mentor', { setting: 'JMV' })).toEqual({
      reason: 'originNotInCovenant',
      field: 'setting',
      values: { origins: 'BW, MO' },
    })
    expect(narrow.refusal('openCase', 'mentor', { setting: 'MO' })).toBeNull()
  })

  test('for someone who could leave before they were born', () => {
    const born = { birthDate: '2025-11-04', readySince: '2025-11-03' }
    expect(door.refusal('openCase', 'mentor', born)).toEqual({
      reason: 'readyBeforeBirth',
      field: 'readySince',
    })
    expect(door.refusal('openCase', 'mentor', { ...born, readySince: '2025-11-04' })?.reason).toBe('tooYoung')
  })

  test('twice: what exists is not opened again', () => {
    const { ids } = caseAt('intake')
    expect(caseAt('intake').blocked('openCase', actors.mentor, ids.case)).toEqual({
      reason: 'notAtThisStage',
    })
  })
})

describe('the initials', () => {
  test.each([
    ['Noor', 'de Wit', 'N.W.'],
    ['jan', 'jansen', 'J.J.'],
    ['Fleur', "van 't Hoff", 'F.H.'],
    ['محمد', 'الأمين', 'م.ا.'],
    ['🏡', 'x', '🏡.X.'],
  ])('of %s %s are %s', (given, family, initials) => {
    expect(initialsOf(given, family)).toBe(initials)
  })
})
