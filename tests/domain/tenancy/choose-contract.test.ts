// In which form the client rents: out of those of the region, and temporary only on a ground that is said.
import { describe, expect, test } from 'vitest'
import { contractForms } from '@/domain/covenant/rule-set'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const rules = rulesWith({
  contractForms: [...contractForms],
  temporary: { grounds: ['opvang'], maxMonths: 24 },
})
const temporary = { form: 'tijdelijk', temporaryGround: 'opvang', endsOn: '2027-03-01' }
const asked = () => caseAt('tenancy', { rules })

describe('the contract', () => {
  test('is one that the region allows', () => {
    const few = rulesWith({ contractForms: ['driepartijen'] })
    const refusal = caseAt('tenancy', { rules: few }).refusal('chooseContract', 'officer', temporary)
    expect(refusal).toMatchObject({ reason: 'choiceNotOpen' })
  })

  test('that is another one is signed again', () => {
    const world = caseAt('signed', { rules }).take('chooseContract', 'officer', { form: 'eigenNaam' })
    expect(world.kase.of.tenancy?.form).toBe('eigenNaam')
    expect(world.tasks()).toEqual(
      expect.arrayContaining(['signLease', 'signGuidance', 'signTripartiteLandlord']),
    )
    const same = caseAt('signed', { rules }).take('chooseContract', 'officer', { form: 'driepartijen' })
    expect(same.tasks()).not.toContain('signLease')
  })

  test('says when it ends, and a temporary one on what it rests, as soon as the corporation confirms', () => {
    const confirmed = caseAt('accepted', { rules }).on('2026-02-20')
    const refused = (given: object) =>
      confirmed.refusal('confirmOffer', 'officer', { startOn: '2026-03-02', ...given })
    expect(refused({ ...temporary, temporaryGround: null })?.reason).toBe('temporaryNeedsGround')
    expect(refused({ ...temporary, endsOn: null })?.reason).toBe('endNotSaid')
    expect(refused({ form: 'jongeren' })).toEqual({ reason: 'endNotSaid', field: 'endsOn' })
    expect(refused({ form: 'jongeren', endsOn: '2031-03-01' })).toBeNull()
    const world = confirmed.take('confirmOffer', 'officer', { ...temporary, startOn: '2026-03-02' })
    expect(world.kase.of.placement).toMatchObject(temporary)
    expect(world.blocked('signLease', 'officer')).toBeNull()
  })

  test('needs one of the grounds of the region, and no longer than its months', () => {
    const refused = (more: object) => asked().refusal('chooseContract', 'officer', { ...temporary, ...more })
    expect(refused({ temporaryGround: null })).toEqual({
      reason: 'temporaryNeedsGround',
      field: 'temporaryGround',
    })
    expect(refused({ temporaryGround: 'tweedeKans' })).toMatchObject({ reason: 'choiceNotOpen' })
    expect(refused({ endsOn: '2026-03-02' })).toMatchObject({ reason: 'endBeforeStart' })
    expect(refused({ endsOn: '2028-03-03' })).toEqual({
      reason: 'temporaryTooLong',
      field: 'endsOn',
      values: { last: '2028-03-02' },
    })
    expect(refused({})).toBeNull()
  })

  test('without an end forgets the ground of an earlier choice', () => {
    const world = asked().take('chooseContract', 'officer', temporary)
    world.take('chooseContract', 'officer', { ...temporary, form: 'driepartijen' })
    expect(world.kase.of.placement).toMatchObject({
      form: 'driepartijen',
      temporaryGround: null,
      endsOn: null,
    })
  })

  test('that is temporary lasts as long when its start moves', () => {
    const world = asked().take('chooseContract', 'officer', temporary)
    world.take('moveStart', 'officer', { startOn: '2026-03-12' })
    expect(world.kase.of.placement).toMatchObject({ startOn: '2026-03-12', endsOn: '2027-03-11' })
  })
})
