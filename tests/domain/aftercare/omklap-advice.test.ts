// The parties advise about an omklap beside each other; it is agreed together, in time, or it is not yet.
import { describe, expect, test } from 'vitest'
import { addDays } from '@/domain/kernel/days'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const requested = () => caseAt('evaluated').take('requestOmklap', 'mentor')
const yes = { event: 'agreed', careAfter: 'zelfdeZorg' }
const refused = (world: ReturnType<typeof requested>, more: object = {}) =>
  world.refusal('decideOmklap', 'officer', { ...yes, ...more })

describe('the advice', () => {
  test('is asked of those whom the covenant names, at the same time, each within its term', () => {
    const world = requested()
    expect(world.turn('adviseAsProvider')).toMatchObject({ role: 'mentor', dueOn: '2027-03-16' })
    expect(world.turn('adviseAsCorporation')).toMatchObject({ role: 'officer', dueOn: '2027-03-16' })
    expect(world.tasks()).not.toContain('adviseAsGemeente')
    const rules = rulesWith({ aftercare: { omklapAdvice: ['gemeente'] } })
    const other = caseAt('evaluated', { rules }).take('requestOmklap', 'mentor')
    expect(other.turn('adviseAsGemeente')).toMatchObject({ role: 'regisseur' })
    expect(other.tasks()).not.toContain('adviseAsProvider')
  })

  test('is of the own party alone, while it is asked, and read by all three', () => {
    const world = requested()
    expect(caseAt('evaluated').blocked('adviseAsProvider', 'mentor')).toEqual({ reason: 'omklapNotAsked' })
    expect(world.blocked('adviseAsProvider', 'officer')).toEqual({ reason: 'notYourRole' })
    expect(world.blocked('adviseAsCorporation', foreigners.officer)).toEqual({ reason: 'notYours' })
    world.take('adviseAsCorporation', 'officer', { voice: 'steuntMits', voiceWhy: 'Als de schuur leeg is' })
    for (const reader of ['mentor', 'regisseur', 'officer'] as const)
      expect(world.as(reader).of.omklapVoices).toMatchObject([
        { voiceOf: 'corporation', voice: 'steuntMits' },
      ])
    expect(world.as(foreigners.officer).of.omklapVoices).toBeNull()
    expect(world.as('localTeam').of.omklapVoices).toBeNull()
    expect(world.tasks()).not.toContain('adviseAsCorporation')
  })
})

describe('a yes', () => {
  test('waits for each advice that the covenant asks', () => {
    const world = requested()
    expect(refused(world)).toEqual({ reason: 'adviceMissing', field: 'event', values: { count: 2 } })
    world.take('adviseAsProvider', 'mentor')
    expect(refused(world)?.values).toEqual({ count: 1 })
    world.take('adviseAsCorporation', 'officer')
    expect(refused(world)).toBeNull()
  })

  test('is not said over a party that says not yet, until it advises otherwise', () => {
    const world = requested().take('adviseAsProvider', 'mentor').take('adviseAsCorporation', 'officer')
    world.take('adviseAsGemeente', 'regisseur', { voice: 'nogNietKlaar' })
    expect(refused(world, { note: 'Toch' })).toEqual({ reason: 'notTogether', field: 'event' })
    world.take('adviseAsGemeente', 'regisseur', { voice: 'steuntMits' })
    expect(refused(world)).toEqual({ reason: 'conditionNeedsNote', field: 'note' })
    expect(refused(world, { note: 'Het is geregeld' })).toBeNull()
  })

  test('says which support follows, and keeps it', () => {
    const world = requested().take('adviseAsProvider', 'mentor').take('adviseAsCorporation', 'officer')
    expect(refused(world, { careAfter: null })).toEqual({ reason: 'careAfterNeeded', field: 'careAfter' })
    world.take('decideOmklap', 'officer', yes)
    expect(world.kase.of.omklap?.at(-1)).toMatchObject({ event: 'agreed', careAfter: 'zelfdeZorg' })
  })
})

describe('a not yet', () => {
  test('needs no advice, ends what was asked, and what was advised does not count the next time', () => {
    const note = 'Eerst een half jaar op tijd betalen'
    const world = requested().take('adviseAsProvider', 'mentor')
    world.take('decideOmklap', 'officer', { event: 'notYet', note, reviewOn: '2027-09-01' })
    expect(world.tasks()).not.toContain('adviseAsCorporation')
    world.on('2027-09-01').take('recordEvaluation', 'mentor').take('requestOmklap', 'mentor')
    expect(refused(world)?.values).toEqual({ count: 2 })
  })
})

describe('the day of the decision', () => {
  const early = (omklapDecideWeeks: number) =>
    caseAt('aftercare', { rules: rulesWith({ aftercare: { omklapDecideWeeks } }) })
      .on('2027-01-05')
      .take('recordEvaluation', 'mentor')
      .take('requestOmklap', 'mentor')
      .turn('decideOmklap')?.dueOn

  test('is so many weeks before the client can rent, as the region says, on a working day', () => {
    // The client can rent from Tuesday 2 March 2027 on.
    expect(early(4)).toBe(addDays('2027-03-02', -28))
    expect(early(6)).toBe(addDays('2027-03-02', -42))
    expect(early(0)).toBe('2027-03-02')
  })

  test('is the term of the task where that day has passed', () => {
    expect(early(8)).toBe('2027-02-02')
    expect(requested().turn('decideOmklap')?.dueOn).toBe('2027-04-01')
  })
})
