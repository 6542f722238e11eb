// The landlord talks with its tenant before anything is signed; whoever does not come is counted, and asked again.
import { describe, expect, test } from 'vitest'
import { talksMissed } from '@/domain/tenancy/talk'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const planned = () =>
  caseAt('tenancy').take('planTalk', 'officer', {
    talkOn: '2026-02-23',
    talkAt: '09:15',
    talkPlace: 'woning',
  })

describe('an appointment for the talk', () => {
  test('is the task of the landlord until its day, and the mentor hears of it', () => {
    const world = planned()
    expect(world.turn('holdTalk')).toMatchObject({ role: 'officer', dueOn: '2026-02-23' })
    expect(world.as('regisseur').of.talks).toMatchObject([{ talkOn: '2026-02-23', talkOutcome: null }])
  })

  test('can be another one, and is of the landlord of this client alone', () => {
    const world = planned().take('planTalk', 'officer', { talkOn: '2026-02-25' })
    expect(world.turn('holdTalk')?.dueOn).toBe('2026-02-25')
    expect(world.blocked('planTalk', foreigners.officer)).toEqual({ reason: 'notYours' })
    expect(world.blocked('planTalk', 'mentor')).toEqual({ reason: 'notYourRole' })
  })

  test('is not made once the lease is signed', () => {
    expect(caseAt('signed').blocked('planTalk', 'officer')).toEqual({ reason: 'talkAfterSigning' })
  })
})

describe('what came of it', () => {
  test('is written down once there was an appointment, and not before its day', () => {
    expect(caseAt('tenancy').blocked('recordTalk', 'officer')).toEqual({ reason: 'noTalkPlanned' })
    expect(planned().refusal('recordTalk', 'officer')).toEqual({
      reason: 'talkYetToCome',
      field: 'talkOutcome',
      values: { talkOn: '2026-02-23' },
    })
    expect(planned().refusal('recordTalk', 'officer', { talkOutcome: 'nietDoorgegaan' })).toBeNull()
    const held = planned().on('2026-02-23').take('recordTalk', 'officer')
    expect(held.kase.of.talks?.at(-1)).toMatchObject({ talkAt: '09:15', talkOutcome: 'akkoord' })
    expect(held.tasks()).not.toContain('holdTalk')
  })

  test('says what was agreed, where something was', () => {
    const agreed = { talkOutcome: 'metAfspraken' }
    expect(planned().on('2026-02-23').refusal('recordTalk', 'officer', agreed)).toEqual({
      reason: 'talkNeedsAgreement',
      field: 'talkAgreed',
    })
  })

  test('counts whoever did not come, and nothing else follows from it', () => {
    const world = planned().on('2026-02-23').take('recordTalk', 'officer', { talkOutcome: 'nietVerschenen' })
    world.take('planTalk', 'officer').take('recordTalk', 'officer', { talkOutcome: 'nietVerschenen' })
    expect(talksMissed(world.kase)).toBe(2)
    expect(world.kase.spine.stage).toBe('tenancy')
    expect(talksMissed(caseAt('tenancy').kase)).toBe(0)
  })
})

describe('where the covenant wants the talk first', () => {
  const rules = rulesWith({ moving: { talkFirst: true } })

  test('nobody signs the lease before it was held', () => {
    const world = caseAt('tenancy', { rules })
    expect(world.blocked('signLease', 'officer')).toEqual({ reason: 'talkFirst' })
    world.take('planTalk', 'officer').take('recordTalk', 'officer', { talkOutcome: 'nietVerschenen' })
    expect(world.blocked('signLease', 'officer')).toEqual({ reason: 'talkFirst' })
    world.take('planTalk', 'officer').take('recordTalk', 'officer')
    expect(world.blocked('signLease', 'officer')).toBeNull()
  })

  test('and where it does not, they do', () => {
    expect(caseAt('tenancy').blocked('signLease', 'officer')).toBeNull()
  })
})
