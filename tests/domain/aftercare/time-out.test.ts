// A few days elsewhere: the tenancy goes on, what was asked for stands still, and the landlord hears nothing of it.
import { describe, expect, test } from 'vitest'
import { reserveTimeOut } from '@/domain/aftercare/time-out'
import { freeOn, heldFor } from '@/domain/aftercare/time-out-place'
import { aftercareOf } from '@/domain/case/schedule'
import type { Context } from '@/domain/kernel/context'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rules } from '../../support/rules'

const at = () => caseAt('aftercare').on('2026-03-05')
const gone = () => at().take('startTimeOut', 'mentor')

describe('a time-out', () => {
  test('begins with a day and a plan to return, and with who sees to the home', () => {
    const world = gone()
    expect(world.kase.of.away).toMatchObject({
      awaySince: '2026-03-05',
      returnBy: '2026-03-12',
      backOn: null,
    })
    expect(world.kase.of.timeOuts?.at(-1)).toMatchObject({ timeOutEvent: 'started', rentKept: 'geregeld' })
    expect(world.turn('returnHome')?.dueOn).toBe('2026-03-12')
    expect(world.kase.of.placement?.keyOn).toBe('2026-03-02')
    expect(world.blocked('startTimeOut', 'mentor')).toEqual({ reason: 'awayAlready' })
  })

  test('not without a later day to return, nor with a loose end that is nobody’s', () => {
    expect(
      at().refusal('startTimeOut', 'mentor', { awaySince: '2026-03-05', returnBy: '2026-03-06' }),
    ).toBeNull()
    const early = caseAt('aftercare').on('2026-03-02')
    expect(
      early.refusal('startTimeOut', 'mentor', { awaySince: '2026-03-02', returnBy: '2026-03-02' }),
    ).toEqual({
      reason: 'returnAfterAway',
      field: 'returnBy',
    })
    expect(at().refusal('startTimeOut', 'mentor', { petsKept: 'nogNiet' })).toEqual({
      reason: 'homeKeptByWhom',
      field: 'note',
    })
    expect(
      at().refusal('startTimeOut', 'mentor', { petsKept: 'nogNiet', note: 'Buurvrouw, morgen' }),
    ).toBeNull()
  })

  test.each(['rentKept', 'petsKept', 'mailKept', 'keysKept', 'energyKept'])(
    'asks who sees to what is not arranged yet: %s',
    (kept) => {
      expect(at().refusal('startTimeOut', 'mentor', { [kept]: 'nogNiet' })).toEqual({
        reason: 'homeKeptByWhom',
        field: 'note',
      })
    },
  )

  test('lets visits and evaluations stand still, and adds the days away to their terms', () => {
    const [before] = aftercareOf('2026-03-02', rules).visits
    const world = gone()
    expect(at().turn('visit')?.dueOn).toBe(before)
    for (const task of ['visit', 'evaluate'] as const)
      expect(world.turn(task)?.pausedOn, task).toBe('2026-03-05')
    world.on('2026-03-12').take('endTimeOut', 'mentor')
    expect(world.turn('visit')).toMatchObject({ dueOn: '2026-03-16', pausedOn: null })
    expect(world.turn('evaluate')).toMatchObject({ dueOn: '2026-06-09', pausedOn: null })
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
  })

  test('a visit at that place asks for the next one, that stands still as well', () => {
    const world = gone().on('2026-03-09').take('recordVisit', 'mentor')
    expect(world.turn('visit')?.pausedOn).toBe('2026-03-09')
  })

  test('can take longer, with the reason and a later day', () => {
    expect(gone().refusal('extendTimeOut', 'mentor', { note: null })?.reason).toBe('longerWhy')
    expect(gone().refusal('extendTimeOut', 'mentor', { returnBy: '2026-03-12' })?.reason).toBe('returnLater')
    const world = gone().on('2026-03-12').take('extendTimeOut', 'mentor', { returnBy: '2026-03-26' })
    expect(world.turn('returnHome')?.dueOn).toBe('2026-03-26')
    expect(world.turn('visit')?.pausedOn).toBe('2026-03-05')
  })

  test('can be reserved before it begins, for the days that were agreed, and again elsewhere', () => {
    const world = at().take('reserveTimeOut', 'mentor')
    expect(world.kase.of.timeOuts?.at(-1)).toMatchObject({
      timeOutEvent: 'reserved',
      timeOutPlace: 'De Brink (Cosis, Emmen)',
      reservedUntil: '2026-03-08',
    })
    const held = world.kase.of.timeOuts?.at(-1)?.registerPlace
    expect([heldFor(world.kase, '2026-03-08'), heldFor(world.kase, '2026-03-09')]).toEqual([held, null])
    expect(world.tasks()).not.toContain('returnHome')
    world.take('startTimeOut', 'mentor', { registerPlace: held, timeOutPlace: null })
    expect(world.kase.of.timeOuts?.at(-1)?.timeOutPlace).toBe('De Brink (Cosis, Emmen)')
    expect(heldFor(world.kase, '2026-03-05')).toBeNull()
    expect(world.blocked('reserveTimeOut', 'mentor')?.reason).toBe('awayAlready')
  })

  test('is cancelled while it is held, and no longer: the place is free for others at once', () => {
    expect(at().blocked('cancelTimeOut', 'mentor')).toEqual({ reason: 'nothingReserved' })
    const world = at().take('reserveTimeOut', 'mentor')
    world.on('2026-03-08').take('cancelTimeOut', 'mentor')
    expect(world.kase.of.timeOuts?.at(-1)).toMatchObject({
      timeOutEvent: 'letGo',
      timeOutPlace: 'De Brink (Cosis, Emmen)',
      reservedUntil: null,
    })
    expect(heldFor(world.kase, '2026-03-08')).toBeNull()
    expect(world.blocked('cancelTimeOut', 'mentor')).toEqual({ reason: 'nothingReserved' })
    for (const role of ['officer', 'regisseur', 'zorgLead'] as const)
      expect(world.blocked('cancelTimeOut', role)?.reason).toBe('notYourRole')
    expect(world.take('reserveTimeOut', 'mentor').kase.of.timeOuts).toHaveLength(3)
    expect(world.on('2026-03-12').blocked('cancelTimeOut', 'mentor')).toEqual({ reason: 'nothingReserved' })
  })

  test.each([
    ['noSuchPlace', null],
    ['placeTaken', { full: true, tooEarly: false }],
    ['placeNotYet', { full: false, tooEarly: true }],
  ])('has no place of the list where it cannot be had: %s', (reason, room) => {
    const asked = { room: room && { name: 'De Brink', ...room } } as Context
    expect(reserveTimeOut.check(at().kase as never, {}, asked)).toEqual({ reason, field: 'registerPlace' })
  })

  test('a place is free from its day on, while it has a room left', () => {
    const place = { places: 2, freeFrom: '2026-03-05', held: ['2026-03-12'] }
    expect(freeOn(place, '2026-03-04')).toEqual({ why: 'notYet', until: '2026-03-05' })
    expect(freeOn(place, '2026-03-05')).toEqual({ free: 1 })
    expect(freeOn({ ...place, held: ['2026-03-12', '2026-03-14'] }, '2026-03-05')).toEqual({
      why: 'taken',
      until: '2026-03-12',
    })
  })

  test('ends at home, or in the certainty that it does not, with what happens then; and can come again', () => {
    expect(at().blocked('endTimeOut', 'mentor')).toEqual({ reason: 'notInTimeOut' })
    expect(gone().refusal('endTimeOut', 'mentor', { timeOutEvent: 'notBack' })?.reason).toBe('notBackWhy')
    expect(gone().on('2026-03-06').refusal('endTimeOut', 'mentor', { backOn: '2026-03-04' })?.reason).toBe(
      'backBeforeAway',
    )
    const world = gone().on('2026-03-12').take('endTimeOut', 'mentor').take('startTimeOut', 'mentor')
    expect(world.kase.of.timeOuts?.map((row) => row.timeOutEvent)).toEqual(['started', 'backHome', 'started'])
  })

  test('is not the landlord’s to know; the gemeente knows that somebody is away, not where or why', () => {
    const world = gone()
    for (const role of ['officer', 'corporatieLead'] as const)
      expect([world.as(role).of.timeOuts, world.as(role).of.away], role).toEqual([null, null])
    expect(world.as('regisseur').of.timeOuts).toBeNull()
    expect(world.as('regisseur').of.away?.returnBy).toBe('2026-03-12')
    expect(world.last.effect.tells).toBeUndefined()
    expect(actors.officer.role).toBe('officer')
  })
})

describe('the waakvlam', () => {
  test('is for who wants it: when and how the client said so is kept', () => {
    const world = caseAt('waakvlam')
    expect(world.kase.of.waakvlam).toMatchObject([
      { waakvlamEvent: 'started', agreedOn: '2027-03-15', agreedHow: 'mondeling' },
    ])
    expect(() => caseAt('ownName').take('startWaakvlam', 'mentor', { agreedOn: null })).toThrow('agreedOn')
  })

  test('that is left for more support says so', () => {
    const world = caseAt('waakvlam').take('scaleSupport', 'mentor', { level: 'licht' })
    expect(world.kase.of.waakvlam?.map((row) => row.waakvlamEvent)).toEqual(['started', 'ended'])
    const never = caseAt('aftercare').take('scaleSupport', 'mentor')
    expect(never.kase.of.waakvlam ?? []).toEqual([])
  })
})
