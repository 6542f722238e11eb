// What was adopted is kept as it was; what was wrong in it is put right by two people, beside it.
import { describe, expect, test } from 'vitest'
import { adoptedIn, conditionsOf, lastAdopted, notesOf } from '@/domain/case/decisions'
import { unaskedIn } from '@/domain/tafel/demands'
import { letterOf } from '@/domain/tafel/letter'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import { asException, corrected, decided, onConditions } from '../../support/tafel-stories'

const proposed = () => decided({}).take('correctDecision', 'chair')

describe('a decision that is adopted', () => {
  test('is kept with its tafel, who decided and since when the client was known to be ready', () => {
    const world = decided({ dissentBy: actors.officer.organisationId, dissent: 'Te vroeg' })
    expect(lastAdopted(world.kase)).toMatchObject({
      version: 1,
      replaces: null,
      tafel: world.ids.tafel,
      outcome: 'admitted',
      deciders: ['gemeente', 'corporatie', 'zorgaanbieder'],
      adoptedOn: '2026-02-03',
    })
    expect(notesOf(world.kase, 1)).toMatchObject({
      motivation: 'Alles is op orde',
      dissentBy: actors.officer.organisationId,
      dissent: 'Te vroeg',
      readyThen: world.kase.of.readiness?.readySince,
    })
    expect(lastAdopted(world.as('officer'))).toBeNull()
  })

  test('carries its conditions, each with who sees to it and by when; those of an earlier proposal are gone', () => {
    const world = caseAt('proposed').take('proposeDecision', 'chair', onConditions)
    expect(world.blocked('addCondition', 'mentor')).toEqual({ reason: 'notYourRole' })
    world.take('addCondition', 'secretary').take('proposeDecision', 'chair', onConditions)
    world.take('addCondition', 'chair').take('adoptList', 'chair')
    expect(world.blocked('addCondition', 'secretary')).toEqual({ reason: 'decisionFixed' })
    world.take('adoptList', 'secretary')
    const decision = lastAdopted(world.kase)
    expect(decision && conditionsOf(world.kase, decision)).toMatchObject([
      { condition: 'Bewind', conditionBy: 'provider', conditionOn: '2026-03-03' },
      { condition: 'Post laten lezen', conditionBy: 'gemeente', conditionOn: '2026-03-03' },
    ])
  })

  test('takes no condition where it admits without one', () => {
    expect(caseAt('proposed').blocked('addCondition', 'chair')).toEqual({ reason: 'notOnConditions' })
  })

  test('holds no answer to a question that its outcome does not ask', () => {
    expect(decided({ ...asException, outcome: 'withdrawn', ground: 'criteria' }).kase.of).toMatchObject({
      decision: { outcome: 'withdrawn', ground: null, municipality: null },
      tafelNotes: { rule: null, deviation: null },
    })
  })
})

describe('an emergency', () => {
  test('gives priority by itself, and shortens the terms until its day', () => {
    const world = decided({ outcome: 'emergency', until: '2026-03-03', priority: null })
    expect(world.kase.of.decision?.priority).toBe('spoed')
    expect(world.kase.of.spoed).toEqual({ since: '2026-02-03', until: '2026-03-03' })
    expect((world.turn('findDwelling')?.dueOn ?? '') < (decided({}).turn('findDwelling')?.dueOn ?? '')).toBe(
      true,
    )
  })
})

describe('an exception', () => {
  test('names the rule, the reason and its end', () => {
    const ask = (less: Record<string, unknown>) =>
      caseAt('proposed').refusal('proposeDecision', 'chair', { ...asException, ...less })
    expect(ask({ rule: null })).toEqual({ reason: 'exceptionNeedsRule', field: 'rule' })
    expect(ask({ deviation: null })).toEqual({ reason: 'exceptionNeedsReason', field: 'deviation' })
    expect(ask({ exceptionUntil: null })).toEqual({ reason: 'exceptionNeedsEnd', field: 'exceptionUntil' })
    expect(ask({})).toBeNull()
    expect(notesOf(decided(asException).kase, 1)).toMatchObject({
      rule: 'binding',
      exceptionUntil: '2026-08-03',
    })
  })

  test('is of a rule that the covenant has, and there is none where it has no rules', () => {
    const ask = (criteria: string[]) =>
      caseAt('proposed', { rules: rulesWith({ criteria }) }).refusal('proposeDecision', 'chair', asException)
    expect(ask(['woonrijp'])).toEqual({ reason: 'choiceNotOpen', field: 'rule' })
    expect(ask([])).toEqual({ reason: 'choiceNotOpen', field: 'outcome' })
  })
})

describe('a dissent', () => {
  test('has a party and a reason, or neither', () => {
    const ask = (said: Record<string, unknown>) =>
      caseAt('proposed').refusal('proposeDecision', 'chair', said)
    expect(ask({ dissent: 'Te vroeg' })).toEqual({ reason: 'dissentNeedsParty', field: 'dissentBy' })
    expect(ask({ dissentBy: actors.officer.organisationId })).toEqual({
      reason: 'dissentNeedsWhy',
      field: 'dissent',
    })
  })
})

describe('where the table does not agree', () => {
  test('the chair puts it before the bestuurlijk overleg by its day, and a next tafel decides', () => {
    const world = decided({ outcome: 'escalated', until: '2026-02-17' })
    expect(world.turn('answerEscalation')).toMatchObject({ role: 'chair', dueOn: '2026-02-17' })
    expect(world.blocked('putOnTafel', 'regisseur')).toEqual({ reason: 'waitsOnBoard' })
    world.take('answerEscalation', 'chair')
    expect(world.blocked('answerEscalation', 'chair')).toEqual({ reason: 'nothingEscalated' })
    expect(world.tasks()).toEqual(['putOnTafel'])
    expect(world.kase.of.boardAnswers).toMatchObject([
      { boardAnswer: 'De gemeente betaalt het eerste jaar mee' },
    ])
  })
})

describe('another housing form or another region', () => {
  test('says which', () => {
    const ask = (outcome: string) => caseAt('proposed').refusal('proposeDecision', 'chair', { outcome })
    expect(ask('otherForm')).toEqual({ reason: 'otherFormNeedsForm', field: 'housingForm' })
    expect(ask('otherRegion')).toEqual({ reason: 'otherRegionNeedsRegion', field: 'toRegion' })
  })
})

describe('a correction', () => {
  test('is proposed by the chair and changes nothing yet', () => {
    const world = proposed()
    expect(world.kase.of.decision?.priority).toBe('hoog')
    expect(world.turn('confirmCorrection')).toMatchObject({ role: 'secretary' })
    expect(letterOf(world.kase, rulesWith({}))).toMatchObject({ clientText: 'U mag verhuizen naar Emmen.' })
  })

  test('counts when the secretary confirms it, names the decision it replaces, and leaves that as it was', () => {
    const world = proposed().on('2026-02-10').take('confirmCorrection', 'secretary')
    expect(world.kase.of.decision).toMatchObject({ priority: 'normaal', adoptedOn: '2026-02-10' })
    expect(adoptedIn(world.kase)).toMatchObject([
      { version: 1, replaces: null, priority: 'hoog', adoptedOn: '2026-02-03' },
      { version: 2, replaces: 1, priority: 'normaal', adoptedOn: '2026-02-10' },
    ])
    expect(letterOf(world.kase, rulesWith({}))).toMatchObject({
      clientText: 'U mag verhuizen binnen Emmen.',
      replacesOf: '2026-02-03',
    })
  })

  test('keeps the conditions of what it replaces', () => {
    const { kase } = corrected()
    const decision = lastAdopted(kase)
    expect(decision && conditionsOf(kase, decision)).toHaveLength(2)
  })

  test('is not confirmed by who proposed it, nor when the secretary said no', () => {
    const asSecretary = { ...actors.secretary, accountId: actors.chair.accountId }
    expect(proposed().blocked('confirmCorrection', asSecretary)).toEqual({ reason: 'secondPersonNeeded' })
    const declined = proposed().take('declineCorrection', 'secretary')
    expect(declined.blocked('confirmCorrection', 'secretary')).toEqual({ reason: 'nothingProposed' })
    expect(declined.kase.of.decision?.priority).toBe('hoog')
  })

  test('waits no longer once a next tafel decides anew', () => {
    const world = decided({ outcome: 'adjourned', until: '2026-02-17', followUpBy: 'gemeente' })
    world.take('planTafel', 'secretary').take('putOnTafel', 'regisseur')
    expect(world.blocked('correctDecision', 'chair')).toEqual({ reason: 'decidedAnew' })
  })

  test('changes no outcome: what the decision demanded stays, and nothing comes in that it did not ask', () => {
    const ask = (said: Record<string, unknown>) => decided({}).refusal('correctDecision', 'chair', said)
    expect(ask({ priority: null })).toEqual({ reason: 'correctionChangesOutcome', field: 'priority' })
    expect(ask({ ground: 'criteria' })).toEqual({ reason: 'correctionChangesOutcome', field: 'ground' })
    expect(caseAt('proposed').blocked('correctDecision', 'chair')).toEqual({ reason: 'noDecisionYet' })
  })

  test('asks only what the outcome demands: of a refusal its ground, and never where somebody will live', () => {
    const refused = decided({ outcome: 'refused', ground: 'criteria' })
    expect(unaskedIn(refused.kase)).toEqual(
      expect.arrayContaining(['municipality', 'priority', 'contractForm', 'validUntil']),
    )
    expect(unaskedIn(refused.kase)).not.toContain('ground')
    const left = {
      municipality: null,
      priority: null,
      contractForm: null,
      ground: 'anders',
      validUntil: null,
    }
    expect(refused.refusal('correctDecision', 'chair', { ...left, validUntil: '2026-08-03' })).toEqual({
      reason: 'correctionChangesOutcome',
      field: 'validUntil',
    })
    expect(
      refused.take('correctDecision', 'chair', left).blocked('confirmCorrection', 'secretary'),
    ).toBeNull()
  })
})
