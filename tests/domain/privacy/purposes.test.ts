// What something is done or looked at for: nobody is asked, every step and every look has one.
import { describe, expect, test } from 'vitest'
import { type Role, roleNames } from '@/domain/case/actor'
import { stepOf, steps } from '@/domain/case/steps'
import type { Step } from '@/domain/kernel/step'
import type { Relation, SubjectKind } from '@/domain/kernel/subject'
import {
  basisOf,
  consentsBehind,
  purposeNames,
  purposeOfLook,
  purposeOfStep,
} from '@/domain/privacy/purposes'
import en from '@/i18n/en/screens.json'
import nl from '@/i18n/nl/screens.json'

const ofStep = (name: string) => purposeOfStep(stepOf(name) as Step)
const look = (role: Role, kind: SubjectKind = 'case', ...relations: Relation[]) =>
  purposeOfLook({ role, kind, relations: ['any', ...relations] })

describe('a purpose', () => {
  test('stands in one closed list, in words in both languages, with a ground', () => {
    for (const texts of [nl, en]) expect(Object.keys(texts.purposes).sort()).toEqual([...purposeNames].sort())
    expect(purposeNames.map(basisOf)).not.toContain(undefined)
  })

  test('belongs to every step there is', () => {
    for (const step of Object.values(steps) as Step[])
      expect(purposeNames, step.name).toContain(purposeOfStep(step))
  })
})

describe('a step is taken', () => {
  test.each([
    ['openCase', 'aanmelden'],
    ['describeDebts', 'aanmelden'],
    ['recordConsent', 'toestemming'],
    ['passOnWithdrawal', 'toestemming'],
    ['describeSafety', 'veilig'],
    ['namePerson', 'veilig'],
    ['proposeDecision', 'tafel'],
    ['assignLocalTeam', 'wijk'],
    ['receiveOffer', 'huren'],
    ['signLease', 'huren'],
    ['recordVisit', 'nazorg'],
    ['enterDwelling', 'huren'],
    ['adoptList', 'tafel'],
    ['giveAccess', 'beheer'],
    ['breakGlass', 'nood'],
    ['reviewEmergency', 'toezicht'],
  ])('%s for "%s"', (name, purpose) => expect(ofStep(name)).toBe(purpose))
})

describe('a case is opened', () => {
  test('by each party for its own part in it', () => {
    expect(look('mentor', 'case', 'ours')).toBe('begeleiden')
    expect(look('regisseur', 'case', 'ours')).toBe('toegang')
    expect(look('chair')).toBe('tafel')
    expect(look('officer', 'case', 'assigned')).toBe('huren')
    expect(look('localTeam', 'case', 'assigned')).toBe('wijk')
  })

  test('by a guest of the tafel to have a say, and by nobody else who is also invited', () => {
    expect(look('mentor', 'case', 'invited')).toBe('meepraten')
    expect(look('officer', 'case', 'invited', 'assigned')).toBe('huren')
  })
})

test('what is open in an emergency is opened for the emergency, whatever else somebody does; who judges it oversees', () => {
  expect(look('mentor', 'case', 'emergency')).toBe('nood')
  expect(look('coordinator', 'case', 'any', 'emergency')).toBe('nood')
  expect(look('coordinator', 'emergency', 'emergency')).toBe('nood')
  expect(look('privacyOfficer', 'emergency', 'assigned')).toBe('toezicht')
  expect(basisOf('nood')).toBe('vitaal')
})

test('a tafel is opened to lead it or to have a say, an access to arrange it, a dwelling to let it', () => {
  expect(look('secretary', 'tafel')).toBe('tafel')
  expect(look('officer', 'tafel')).toBe('meepraten')
  expect(look('organisationAdmin', 'membership')).toBe('beheer')
  expect(look('officer', 'dwelling', 'ours')).toBe('huren')
})

test('whoever oversees looks to oversee, whatever it is', () => {
  for (const role of roleNames) expect(purposeNames, role).toContain(look(role))
  expect(look('privacyOfficer', 'dwelling')).toBe('toezicht')
})

describe('a look rests on consent', () => {
  const landlord = {
    role: 'officer',
    relations: ['any', 'assigned'],
    stage: 'matching',
    outside: false,
  } as const

  test('only for facts that nothing else opens, and names each kind of facts once', () => {
    expect(consentsBehind('case', landlord, ['profile', 'debtSummary', 'relapseSummary'])).toEqual([
      'schulden',
      'terugval',
    ])
    expect(consentsBehind('case', landlord, ['profile', 'identity'])).toEqual([])
  })

  test('and not for who reads the same facts by a task of the law', () => {
    const gemeente = { ...landlord, role: 'regisseur', relations: ['any', 'ours'] } as const
    expect(consentsBehind('case', gemeente, ['debtSummary'])).toEqual([])
  })
})
