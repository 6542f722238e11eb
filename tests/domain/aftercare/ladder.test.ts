// The ladder of escalation and the cards: rung by rung, never without its check, and never harsher while the client objects.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holds, rungOf } from '@/domain/aftercare/ladder-course'
import type { StepName } from '@/domain/case/steps'
import { rungs } from '@/domain/covenant/escalation'
import { ruleSet } from '@/domain/covenant/rule-set'
import { addDays } from '@/domain/kernel/days'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import type { Who } from '../../support/world'

const at = () => caseAt('aftercare').on('2026-04-02')
const looked = { prevention: 'Begeleiding komt vaker' }
const yellow = () =>
  at()
    .take('giveCard', 'officer')
    .take('giveCard', 'officer', { card: 'yellow', ...looked })

describe('the ladder of escalation', () => {
  test.each(['mentor', 'officer', 'regisseur'] as const)(
    'is climbed by the %s, and held until a day',
    (who) => {
      const world = at().take('escalate', who)
      expect(rungOf(world.kase)).toMatchObject({
        rung: 'gesprek',
        tried: 'Gebeld en gemaild',
        until: '2026-04-08',
      })
      expect(world.turn('holdAsProvider')).toMatchObject({ role: 'mentor', dueOn: '2026-04-08' })
      expect(world.last.effect.tells).toEqual({ rung: 'gesprek' })
    },
  )

  test('is not for another organisation, nor for the coordinator', () => {
    expect(at().blocked('escalate', foreigners.regisseur)).toEqual({ reason: 'notYours' })
    expect(at().blocked('escalate', 'coordinator')).toEqual({ reason: 'notYourRole' })
  })

  test('is not climbed on the waakvlam: first the support goes up', () => {
    expect(caseAt('waakvlam').blocked('escalate', 'mentor')).toEqual({ reason: 'onWaakvlam' })
  })

  test('is climbed one rung at a time, and can be gone down', () => {
    const world = at()
    expect(world.refusal('escalate', 'mentor', { rung: 'gezamenlijkBezoek' })).toEqual({
      reason: 'rungSkipped',
      field: 'rung',
    })
    world.take('escalate', 'mentor').take('escalate', 'mentor', { rung: 'gezamenlijkBezoek' })
    expect(world.refusal('escalate', 'mentor', { rung: 'gezamenlijkBezoek' })).toEqual({
      reason: 'sameRung',
      field: 'rung',
    })
    expect(world.refusal('escalate', 'mentor')).toBeNull()
    world.take('endEscalation', 'regisseur')
    expect(rungOf(world.kase)).toBeNull()
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
    expect(world.blocked('endEscalation', 'mentor')).toEqual({ reason: 'notEscalated' })
  })

  test('has no yellow card without a look at homelessness, nor without the card itself', () => {
    const world = at().take('escalate', 'mentor').take('escalate', 'mentor', { rung: 'gezamenlijkBezoek' })
    const refusal = (input: object) => world.refusal('escalate', 'officer', { rung: 'geleKaart', ...input })
    expect(refusal({})).toEqual({ reason: 'preventionFirst', field: 'prevention' })
    expect(refusal(looked)).toEqual({ reason: 'cardFirst', field: 'rung' })
    world.take('giveCard', 'officer').take('giveCard', 'officer', { card: 'yellow', ...looked })
    expect(refusal(looked)).toBeNull()
    expect(refusal({ ...looked, tried: 'Zie 111222333' })).toEqual({ reason: 'bsnInText', field: 'tried' })
  })

  test('has no harsh rung of which the look at homelessness is switched off', () => {
    const harsh = { rung: 'procedure', workingDays: 5, holder: 'officer', standIn: 'mentor' }
    const parsed = (prevention: boolean) =>
      ruleSet.safeParse({
        origins: ['BW'],
        contractForms: ['eigenNaam'],
        escalation: [{ ...harsh, prevention }],
      })
    expect(parsed(false).success).toBe(false)
    expect(parsed(true).success).toBe(true)
  })
})

describe('a card', () => {
  test('comes after a milder one, with a look at homelessness, and asks for more support', () => {
    expect(at().refusal('giveCard', 'officer', { card: 'yellow', ...looked })).toEqual({
      reason: 'milderFirst',
      field: 'card',
    })
    expect(at().take('giveCard', 'officer').refusal('giveCard', 'officer', { card: 'yellow' })).toEqual({
      reason: 'preventionFirst',
      field: 'prevention',
    })
    const world = yellow()
    expect(world.turn('weighSupport')).toMatchObject({ role: 'mentor' })
    expect(world.copy().take('scaleSupport', 'mentor').turn('weighSupport')).toBeUndefined()
    expect(world.take('keepSupport', 'mentor').as('officer').of.supportKept).toBeNull()
    expect(world.blocked('keepSupport', 'mentor')).toEqual({ reason: 'nothingToWeigh' })
  })

  test('ends on its last day', () => {
    const world = yellow()
    expect(holds(world.kase, world.today, 'yellow')).toBe(true)
    expect(holds(world.kase, addDays(world.today, 181), 'yellow')).toBe(false)
    expect(
      world.on(addDays(world.today, 181)).refusal('giveCard', 'officer', { card: 'red', ...looked }),
    ).toEqual({ reason: 'milderFirst', field: 'card' })
  })

  test('waits while the client objects, and counts no more once it is withdrawn', () => {
    expect(at().blocked('objectToCard', 'mentor')).toEqual({ reason: 'noCard' })
    const world = yellow().take('objectToCard', 'mentor')
    expect(world.turn('answerObjection')).toMatchObject({ role: 'officer' })
    expect(world.blocked('giveCard', 'officer')).toEqual({ reason: 'objectionOpen' })
    world.take('answerObjection', 'officer', { card: 'withdrawn' })
    expect(holds(world.kase, world.today, 'yellow')).toBe(false)
    expect(holds(world.kase, world.today, 'warning')).toBe(true)
    expect(world.blocked('answerObjection', 'officer')).toEqual({ reason: 'noObjection' })
  })
})

const moment = fc.record({
  step: fc.constantFrom<readonly [StepName, Who]>(
    ['escalate', 'mentor'],
    ['escalate', 'officer'],
    ['escalate', 'regisseur'],
    ['endEscalation', 'mentor'],
    ['giveCard', 'officer'],
    ['giveCard', 'officer'],
    ['objectToCard', 'mentor'],
    ['answerObjection', 'officer'],
  ),
  rung: fc.constantFrom(...rungs),
  card: fc.constantFrom('agreement', 'warning', 'yellow', 'red'),
  answer: fc.constantFrom('stays', 'withdrawn'),
  looked: fc.boolean(),
  days: fc.integer({ min: 0, max: 40 }),
})

test('no escalation step is taken without its check, in any history', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 5, maxLength: 40 }), (history) => {
      const world = at()
      for (const { step, rung, card, answer, looked: so, days } of history) {
        world.on(addDays(world.today, days))
        const before = rungs.indexOf(rungOf(world.kase)?.rung as (typeof rungs)[number])
        const objects = !!world.turn('answerObjection')
        const given = step[0] === 'answerObjection' ? answer : card
        const input = { rung, card: given, ...(so && looked) }
        const kept = Object.entries(input).filter(
          ([name]) => name !== (step[0] === 'escalate' ? 'card' : 'rung'),
        )
        const asked = /Objection|objectTo|end/.test(step[0])
          ? step[0] === 'answerObjection'
            ? { card: given }
            : {}
          : Object.fromEntries(kept)
        if (world.refusal(step[0], step[1], asked)) continue
        world.take(step[0], step[1], asked)
        const now = rungOf(world.kase)
        const place = rungs.indexOf(now?.rung as (typeof rungs)[number])
        if (step[0] !== 'escalate' || place <= before) continue
        expect(place).toBe(before + 1)
        expect(now?.tried).toBeTruthy()
        if (['geleKaart', 'laatsteKans', 'procedure'].includes(rung)) expect(now?.prevention).toBeTruthy()
        if (rung === 'procedure')
          expect([objects, holds(world.kase, world.today, 'red')]).toEqual([false, true])
      }
    }),
    { numRuns: Number(process.env.AFTERCARE_RUNS ?? 40) },
  )
}, 3_600_000)
