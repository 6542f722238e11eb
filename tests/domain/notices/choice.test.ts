// When mail comes to whoever chose: never twice, never when they sleep, and always when they must be told.
import { describe, expect, test } from 'vitest'
import { momentOf, wallOf } from '@/domain/kernel/zone'
import { eventsOf, type MailChoice, mailingOf, mustHear, usualChoice, welcome } from '@/domain/notices/choice'

const chosen = (choice: Partial<MailChoice>): MailChoice => ({ ...usualChoice, ...choice })
const at = (day: string, time: string) => momentOf(day, time)
const night = { from: 20, until: 7 }

describe('the clock of the Netherlands', () => {
  test.each([
    ['2026-01-15', '10:00', '2026-01-15T09:00:00.000Z'],
    ['2026-07-15', '10:00', '2026-07-15T08:00:00.000Z'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', '10:00', '2026-03-29T08:00:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', '10:00', '2026-10-25T09:00:00.000Z'],
    ['2026-10-25', '00:00', '2026-10-24T22:00:00.000Z'],
    ['2026-03-30', '00:00', '2026-03-29T22:00:00.000Z'],
  ])('shows %s %s at %s', (day, time, utc) => {
    expect(momentOf(day, time).toISOString()).toBe(utc)
  })

  test('skips an hour in spring, and says the first of two in autumn', () => {
    expect(momentOf('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(momentOf('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })

  test('is read back as it was set, on every hour of every day of two years', () => {
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2028, 0, 1); ms += 3_600_000) {
      const { day, hour } = wallOf(new Date(ms))
      const late = ms - momentOf(day, `${String(hour).padStart(2, '0')}:00`).getTime()
      // The second of the two hours of autumn is the first one when it is read back.
      expect([0, 3_600_000]).toContain(late)
    }
  })
})

describe('mail', () => {
  test('goes at once to whoever chose nothing, at any hour', () => {
    const moment = at('2026-12-25', '03:00')
    expect(mailingOf('askMore', usualChoice, moment)).toEqual({ digest: false, at: moment })
  })

  test.each([
    ['late in the evening', '2026-11-24', '23:15', '2026-11-25', '07:00'],
    ['early in the morning', '2026-11-24', '06:59', '2026-11-24', '07:00'],
    ['in the night in which the clock goes forward', '2026-03-28', '22:00', '2026-03-29', '07:00'],
    ['in the night in which the clock goes back', '2026-10-24', '22:00', '2026-10-25', '07:00'],
    ['by day', '2026-11-24', '12:00', '2026-11-24', '12:00'],
  ])('that would come %s waits until the quiet hours are over', (_when, day, time, until, then) => {
    expect(welcome(chosen({ quiet: night }), at(day, time))).toEqual(at(until, then))
  })

  test.each([
    ['on a Saturday', '2026-11-28', '2026-11-30'],
    ['on Christmas Day', '2026-12-25', '2026-12-28'],
    ['on Koningsdag', '2026-04-27', '2026-04-28'],
  ])('%s waits for a working day, and for its morning', (_when, day, until) => {
    expect(welcome(chosen({ workingDays: true }), at(day, '10:00'))).toEqual(at(until, '00:00'))
    expect(welcome(chosen({ workingDays: true, quiet: night }), at(day, '10:00'))).toEqual(at(until, '07:00'))
  })

  test('on a Friday evening in quiet hours waits until Monday morning', () => {
    const choice = chosen({ workingDays: true, quiet: night })
    expect(welcome(choice, at('2026-11-27', '21:00'))).toEqual(at('2026-11-30', '07:00'))
  })

  test('once a day comes the next time that it is eight, or later when that is quiet', () => {
    const daily = chosen({ usual: 'daily' })
    expect(mailingOf('askMore', daily, at('2026-11-24', '07:59'))).toEqual({
      digest: true,
      at: at('2026-11-24', '08:00'),
    })
    expect(mailingOf('askMore', daily, at('2026-11-24', '08:00'))?.at).toEqual(at('2026-11-25', '08:00'))
    const late = chosen({ usual: 'daily', quiet: { from: 18, until: 10 } })
    expect(mailingOf('askMore', late, at('2026-11-24', '12:00'))?.at).toEqual(at('2026-11-25', '10:00'))
    const office = chosen({ usual: 'daily', workingDays: true })
    expect(mailingOf('askMore', office, at('2026-11-27', '12:00'))?.at).toEqual(at('2026-11-30', '00:00'))
  })

  test('does not come of what somebody does not want to hear of, and of the rest as usual', () => {
    const choice = chosen({ usual: 'daily', per: { askMore: 'never', raiseSignal: 'atOnce' } })
    const noon = at('2026-11-24', '12:00')
    expect(mailingOf('askMore', choice, noon)).toBeNull()
    expect(mailingOf('raiseSignal', choice, noon)).toEqual({ digest: false, at: noon })
    expect(mailingOf('acceptIntake', choice, noon)?.digest).toBe(true)
  })

  test('of an emergency and of an alert comes at once, whatever was chosen', () => {
    const deaf = chosen({
      usual: 'never',
      per: { breakGlass: 'never', alert: 'never' },
      quiet: night,
      workingDays: true,
    })
    const sunday = at('2026-11-29', '03:00')
    for (const event of ['breakGlass', 'reviewEmergency', 'alert'])
      expect(mailingOf(event, deaf, sunday)).toEqual({ digest: false, at: sunday })
  })
})

test('what must be told is an alert and what the table says somebody hears in any case', () => {
  const all = ['mentor', 'zorgLead', 'regisseur', 'gemeenteLead', 'officer', 'privacyOfficer'] as const
  const events = new Set(all.flatMap((role) => eventsOf(role)))
  expect([...events].filter(mustHear).sort()).toEqual(['breakGlass', 'reviewEmergency'])
  expect(mustHear('alert')).toBe(true)
})

test('somebody chooses of what their own role hears of', () => {
  expect(eventsOf('mentor')).toContain('askMore')
  expect(eventsOf('mentor')).not.toContain('sendIntake')
  expect(eventsOf('regisseur')).toContain('sendIntake')
  expect(eventsOf('boardMember')).toEqual([])
})
