// Which parts of the aanmelding this client is asked, and which of them keep it from being sent.
import { describe, expect, test } from 'vitest'
import { type IntakePart, isOnePart, nextMissing, partRules, partsOf } from '@/domain/intake/parts'
import { caseAt } from '../../support/case-at'
import { inputs } from '../../support/inputs'
import { rulesWith } from '../../support/rules'
import type { Inputs, World } from '../../support/world'

const stateOf = (world: World, part: IntakePart) =>
  partsOf(world.as('mentor'), world.rules).find((line) => line.part === part)?.state

describe('a part is asked', () => {
  test('of who moves in as well only when somebody does', () => {
    const alone = caseAt('intake').take('describeHousehold', 'mentor')
    expect(stateOf(alone, 'members')).toBeUndefined()
    const family = caseAt('intake').take('describeHousehold', 'mentor', { adults: 2, children: 1 })
    expect(stateOf(family, 'members')).toBe('open')
  })

  test('until everybody who moves in is there', () => {
    const family = caseAt('intake')
      .take('describeHousehold', 'mentor', { adults: 1, children: 2 })
      .take('addMember', 'mentor', { relation: 'kind', birthDate: '2018-04-01' })
    expect(stateOf(family, 'members')).toBe('open')
    family.take('addMember', 'mentor', { relation: 'kind', birthDate: '2020-09-30' })
    expect(stateOf(family, 'members')).toBe('ready')
  })

  test('of nobody who may not read it: the gemeente is not told whether debts are described', () => {
    const world = caseAt('described')
    const seen = partsOf(world.as('regisseur'), world.rules).map(({ part }) => part)
    expect(seen).toContain('profile')
    expect(seen).not.toContain('debts')
    expect(partsOf(world.as('officer'), world.rules)).toEqual([])
  })
})

describe('whoever fills in an aanmelding goes on', () => {
  const next = (world: World, after: string) => nextMissing(world.as('mentor'), world.rules, after)

  test('with the part that is missing next, in the order of the form', () => {
    const begun = caseAt('intake')
    expect(next(begun, 'openCase')).toBe('describeStay')
    expect(next(begun.take('describeHousehold', 'mentor'), 'describeHousehold')).toBe('describeBinding')
  })

  test('with what was passed over, where nothing after it is missing', () => {
    expect(next(caseAt('intake').take('describeSafety', 'mentor'), 'describeSafety')).toBe('describeStay')
  })

  test('to the check, where nothing is missing', () => {
    expect(next(caseAt('described'), 'describeSafety')).toBeNull()
  })

  test('only from a part, and only while nobody looks at it', () => {
    const begun = caseAt('intake').as('mentor')
    expect(isOnePart('openCase', null)).toBe(true)
    expect(isOnePart('openCase', begun)).toBe(false)
    expect(isOnePart('describeIncome', begun)).toBe(true)
    expect(isOnePart('recordConsent', begun)).toBe(false)
    expect(isOnePart('describeIncome', caseAt('described').take('sendIntake', 'mentor').as('mentor'))).toBe(
      false,
    )
    expect(isOnePart('describeIncome', caseAt('tafel').as('mentor'))).toBe(false)
  })
})

describe('the covenant says which parts cannot be left out', () => {
  test('as a rule the eight without which nobody can judge', () => {
    expect(rulesWith({}).intake.required).toEqual(
      'stay household binding income debts support profile safety'.split(' '),
    )
  })

  test('and a region can ask for more', () => {
    const strict = caseAt('described', {
      rules: rulesWith({ intake: { required: ['stay', 'dayActivity', 'statement'] } }),
    })
    expect(strict.blocked('sendIntake', 'mentor')).toEqual({
      reason: 'intakeIncomplete',
      values: { count: 2 },
    })
    strict.take('describeDayActivity', 'mentor').take('recordStatement', 'mentor')
    expect(strict.blocked('sendIntake', 'mentor')).toBeNull()
  })

  test('the stay is ready only when the right to stay is described as well', () => {
    expect(stateOf(caseAt('intake'), 'stay')).toBe('missing')
    expect(stateOf(caseAt('intake').take('describeStay', 'mentor'), 'stay')).toBe('ready')
  })

  test('every part is filled by a step of the mentor', () => {
    const youngClient: Inputs['openCase'] = (story) => ({
      ...inputs.openCase?.(story),
      birthDate: '2005-03-14',
    })
    for (const { step } of Object.values(partRules))
      expect(caseAt('described', { inputs: { openCase: youngClient } }).blocked(step, 'mentor')).toBeNull()
  })
})

describe('what client and provider say themselves', () => {
  const world = caseAt('described')
  test('nobody signs before the client was told what happens with the data', () => {
    expect(
      world.refusal('recordStatement', 'mentor', {
        informedOn: '2026-01-14',
        providerSignedOn: '2026-01-13',
      }),
    ).toEqual({ reason: 'signedBeforeInformed', field: 'providerSignedOn' })
    expect(
      world.refusal('recordStatement', 'mentor', { informedOn: '2026-01-14', clientSignedOn: '2026-01-12' }),
    ).toEqual({ reason: 'signedBeforeInformed', field: 'clientSignedOn' })
  })

  test('a contract that the covenant does not know cannot be proposed', () => {
    const few = caseAt('described', { rules: rulesWith({ contractForms: ['driepartijen'] }) })
    expect(few.refusal('proposeContract', 'mentor', { form: 'jongeren' })).toEqual({
      reason: 'choiceNotOpen',
      field: 'form',
    })
    expect(few.refusal('proposeContract', 'mentor', { form: 'driepartijen' })).toBeNull()
  })

  test('a stand-in has a name, and an address does not end before it began', () => {
    expect(
      world.refusal('describeParties', 'mentor', { deputyName: null, deputyPhone: '088 123 45 67' }),
    ).toEqual({
      reason: 'deputyNeedsName',
      field: 'deputyName',
    })
    expect(
      world.refusal('addEarlierAddress', 'mentor', { since: '2022-05-01', until: '2022-04-30' }),
    ).toEqual({ reason: 'endBeforeStart', field: 'until' })
  })
})
