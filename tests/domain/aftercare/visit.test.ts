// A visit: that it took place is shared, what was said is the provider's own. The next one is due at once.
import { describe, expect, test } from 'vitest'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const visited = () => caseAt('aftercare').on('2026-03-09').take('recordVisit', 'mentor')

describe('a visit is recorded', () => {
  test('by the mentor of this client, and nobody else', () => {
    expect(caseAt('aftercare').blocked('recordVisit', 'officer')).toEqual({ reason: 'notYourRole' })
    expect(caseAt('aftercare').blocked('recordVisit', foreigners.mentor)).toEqual({ reason: 'notYours' })
  })

  test('with its level for the gemeente, and the words for the provider alone', () => {
    const world = visited()
    expect(world.kase.of.visits).toMatchObject([{ visitedOn: '2026-03-09', form: 'thuis', level: 'groen' }])
    expect(world.as('regisseur').of.visits).toHaveLength(1)
    expect(world.as('regisseur').of.visitNotes).toBeNull()
    expect(world.as('zorgLead').of.visitNotes).toMatchObject([
      { visitedOn: '2026-03-09', note: 'Het gaat goed' },
    ])
    expect(world.last.effect.tells).toEqual({ visitedOn: '2026-03-09' })
  })

  test('of which the corporation knows only that there was contact, and when', () => {
    const seen = visited().as('officer')
    expect(seen.of.guidanceSummary).toEqual({ running: true, lastContactOn: '2026-03-09' })
    expect(seen.of.visits).toBeNull()
  })

  test('on a day from the key on', () => {
    const world = caseAt('aftercare').on('2026-03-09')
    expect(world.refusal('recordVisit', 'mentor', { visitedOn: '2026-03-01' })).toEqual({
      reason: 'visitBeforeKey',
      field: 'visitedOn',
    })
    expect(world.refusal('recordVisit', 'mentor', { visitedOn: '2026-03-02' })).toBeNull()
  })
})

describe('the last contact', () => {
  test('is not a visit at which nobody opened', () => {
    const world = visited().on('2026-03-16').take('recordVisit', 'mentor', { form: 'nietThuis' })
    expect(world.kase.of.guidanceSummary?.lastContactOn).toBe('2026-03-09')
    expect(world.kase.of.visits).toHaveLength(2)
  })

  test('does not go back when an older visit is written down later', () => {
    const world = visited().on('2026-03-10').take('recordVisit', 'mentor', { visitedOn: '2026-03-04' })
    expect(world.kase.of.guidanceSummary?.lastContactOn).toBe('2026-03-09')
    expect(world.kase.of.visits?.map((visit) => visit.visitedOn)).toEqual(['2026-03-09', '2026-03-04'])
  })

  test.each(['telefoon', 'kantoor', 'thuis'])('may be a contact of the kind %s', (form) => {
    const world = caseAt('aftercare').take('recordVisit', 'mentor', { form })
    expect(world.kase.of.guidanceSummary?.lastContactOn).toBe('2026-03-02')
  })
})

describe('the next visit', () => {
  test('is due on the next day of the pattern', () => {
    expect(visited().turn('visit')).toMatchObject({ since: '2026-03-09', dueOn: '2026-03-16' })
    expect(visited().tasks()).toEqual(['evaluate', 'visit'])
  })

  test.each([
    ['2026-03-06', '2026-03-16'],
    ['2026-03-05', '2026-03-09'],
    ['2026-03-10', '2026-03-16'],
  ])('a little early counts for the coming one: after %s it is %s', (day, next) => {
    const world = caseAt('aftercare').on(day).take('recordVisit', 'mentor')
    expect(world.turn('visit')?.dueOn).toBe(next)
  })

  test('does not come back when an older one is written down later', () => {
    const world = caseAt('aftercare').on('2026-03-06').take('recordVisit', 'mentor')
    world.take('recordVisit', 'mentor', { visitedOn: '2026-03-03' })
    expect(world.turn('visit')?.dueOn).toBe('2026-03-16')
  })

  test('is not in the past when visits were missed', () => {
    const world = caseAt('aftercare')
      .on('2026-03-20')
      .take('recordVisit', 'mentor', { visitedOn: '2026-03-10' })
    expect(world.turn('visit')?.dueOn).toBe('2026-03-23')
  })

  test('at the end of the pattern becomes a contact after thirteen weeks', () => {
    const short = rulesWith({ aftercare: { visits: [{ untilDay: 7, everyDays: 7 }] } })
    const world = caseAt('aftercare', { rules: short }).on('2026-03-09').take('recordVisit', 'mentor')
    expect(world.tasks()).toEqual(['contact', 'evaluate'])
    expect(world.turn('contact')?.dueOn).toBe('2026-06-08')
    world.on('2026-06-08').take('recordVisit', 'mentor')
    expect(world.turn('contact')).toMatchObject({ since: '2026-06-08', dueOn: '2026-09-07' })
  })
})
