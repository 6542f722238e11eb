// The uitstroomtafel decides: on its day, with all that the outcome demands; it counts when two people adopted the list.
import { describe, expect, test } from 'vitest'
import { organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import { asException, decided, onConditions } from '../../support/tafel-stories'

const bare = { municipality: null, priority: null, contractForm: null }
const refusal = (decision: Record<string, unknown>) =>
  caseAt('proposed').refusal('proposeDecision', 'chair', decision)

describe('the chair', () => {
  test('cannot decide before the day of the tafel', () => {
    const early = caseAt('onTafel').on('2026-02-02')
    expect(early.blocked('proposeDecision', 'chair')).toEqual({
      reason: 'tafelNotHeldYet',
      values: { on: '2026-02-03' },
    })
    expect(early.on('2026-02-03').blocked('proposeDecision', 'chair')).toBeNull()
  })

  test('cannot decide on a case that is not on a tafel', () => {
    expect(caseAt('tafel').blocked('proposeDecision', 'chair')).toEqual({ reason: 'notOnTafel' })
  })

  test('decides, and neither the secretary nor the gemeente nor a partner does', () => {
    for (const who of ['secretary', 'regisseur', 'coordinator', 'officer', 'mentor'] as const)
      expect(caseAt('proposed').blocked('proposeDecision', who)).toEqual({ reason: 'notYourRole' })
  })

  test('writes two texts: one for the client, one for the table', () => {
    const { kase } = caseAt('proposed')
    expect(kase.of.decision).toMatchObject({
      outcome: 'admitted',
      clientText: 'U mag verhuizen naar Emmen.',
      adoptedOn: null,
    })
    expect(kase.of.tafelNotes).toMatchObject({ motivation: 'Alles is op orde' })
    expect(caseAt('offered').as('officer').of.tafelNotes).toBeNull()
  })

  test('may write it anew as long as nobody adopted the list, and what was said before is gone', () => {
    const world = caseAt('proposed').take('proposeDecision', 'chair', {
      ...bare,
      outcome: 'refused',
      ground: 'criteria',
    })
    expect(world.kase.of.decision).toMatchObject({
      outcome: 'refused',
      municipality: null,
      ground: 'criteria',
    })
  })
})

describe('to be admitted needs', () => {
  test.each(['admitted', 'admittedOnConditions'])(
    '(%s) a municipality, a priority and a contract form',
    (outcome) => {
      const said = { ...onConditions, outcome }
      expect(refusal({ ...said, municipality: null })).toEqual({
        reason: 'admittedNeedsMunicipality',
        field: 'municipality',
      })
      expect(refusal({ ...said, priority: null })).toEqual({
        reason: 'admittedNeedsPriority',
        field: 'priority',
      })
      expect(refusal({ ...said, contractForm: null })).toEqual({
        reason: 'admittedNeedsContract',
        field: 'contractForm',
      })
      expect(refusal(said)).toBeNull()
    },
  )

  test('a contract form of this covenant', () => {
    const narrow = caseAt('proposed', {
      rules: rulesWith({ contractForms: ['eigenNaam'] }),
      inputs: { proposeDecision: () => ({ ...admitted, contractForm: 'eigenNaam' }) },
    })
    expect(narrow.refusal('proposeDecision', 'chair', { contractForm: 'driepartijen' })).toEqual({
      reason: 'choiceNotOpen',
      field: 'contractForm',
    })
    expect(narrow.refusal('proposeDecision', 'chair')).toBeNull()
  })

  test('conditions, when it is on conditions', () => {
    expect(refusal({ ...onConditions, condition: null })).toEqual({
      reason: 'conditionsMissing',
      field: 'condition',
    })
    expect(refusal({ ...onConditions, conditionBy: null })).toEqual({
      reason: 'conditionNeedsOwner',
      field: 'conditionBy',
    })
    expect(refusal({ ...onConditions, conditionOn: null })).toEqual({
      reason: 'conditionNeedsDay',
      field: 'conditionOn',
    })
    expect(refusal({ outcome: 'admitted' })).toBeNull()
  })
})

const admitted = {
  outcome: 'admitted',
  municipality: organisations.gemeente[0].id,
  priority: 'hoog',
  clientText: 'Ja',
  motivation: 'Goed',
}

describe('to be adjourned needs', () => {
  const said = { ...bare, outcome: 'adjourned', until: '2026-02-04', followUpBy: 'provider' }
  test('a day, and a day to come', () => {
    expect(refusal({ ...said, until: null })).toEqual({ reason: 'adjournedNeedsDay', field: 'until' })
    expect(refusal({ ...said, until: '2026-02-03' })).toEqual({ reason: 'adjournedDayPast', field: 'until' })
    expect(refusal(said)).toBeNull()
  })
  test('somebody who goes on', () => {
    expect(refusal({ ...said, followUpBy: null })).toEqual({
      reason: 'adjournedNeedsOwner',
      field: 'followUpBy',
    })
  })
})

describe('to be refused needs a ground, to go back to the provider a day to look again', () => {
  test('refused', () => {
    expect(refusal({ ...bare, outcome: 'refused' })).toEqual({
      reason: 'refusedNeedsGround',
      field: 'ground',
    })
    expect(refusal({ ...bare, outcome: 'refused', ground: 'zelfOplosbaar' })).toBeNull()
  })
  test('back to the provider', () => {
    expect(refusal({ ...bare, outcome: 'backToProvider' })).toEqual({
      reason: 'backNeedsReview',
      field: 'reviewOn',
    })
  })
})

describe('once chair and secretary have adopted the list', () => {
  test.each([
    [{ outcome: 'admitted' }, 'matching', ['findDwelling']],
    [onConditions, 'matching', ['findDwelling', 'meetProviderConditions']],
    [{ outcome: 'emergency', until: '2026-03-03' }, 'matching', ['findDwelling']],
    [asException, 'matching', ['findDwelling']],
    [{ outcome: 'escalated', until: '2026-02-17' }, 'tafel', ['answerEscalation']],
    [{ outcome: 'otherForm', housingForm: 'housingFirst' }, 'closed', []],
    [{ outcome: 'otherRegion', toRegion: 'Twente' }, 'closed', []],
    [{ outcome: 'withdrawn' }, 'closed', []],
    [{ outcome: 'adjourned', until: '2026-02-17', followUpBy: 'gemeente' }, 'tafel', ['putOnTafel']],
    [
      { outcome: 'adjourned', until: '2026-02-17', followUpBy: 'provider' },
      'tafel',
      ['putOnTafel', 'supplyMore'],
    ],
    [{ outcome: 'backToProvider', reviewOn: '2026-03-03' }, 'intake', ['supplyMore']],
    [{ outcome: 'refused', ground: 'criteria' }, 'closed', []],
  ])('%o leads to %s, and opens %o', (decision, stage, open) => {
    const world = decided(decision)
    expect(world.kase.spine.stage).toBe(stage)
    expect(world.tasks()).toEqual(open)
    expect(world.kase.of.decision?.adoptedOn).toBe('2026-02-03')
    expect(world.kase.of.agenda).toEqual({ tafel: null, tafelOn: null })
    expect(world.records.at(-1)?.effect.tells).toEqual({ outcome: decision.outcome })
  })

  test('a refusal closes the case as refused, and nothing else does', () => {
    expect(decided({ outcome: 'refused', ground: 'criteria' }).kase.of.closing).toEqual({
      reason: 'afgewezen',
      on: '2026-02-03',
    })
    expect(decided({ outcome: 'admitted' }).kase.of.closing).toBeNull()
    expect(decided({ outcome: 'backToProvider', reviewOn: '2026-03-03' }).kase.of.closing).toBeNull()
  })

  test('the search for a dwelling has sixty-five working days', () => {
    expect(caseAt('matching').turn('findDwelling')).toMatchObject({ role: 'regisseur', dueOn: '2026-05-12' })
  })

  test('an adjourned case is due on the day the tafel set', () => {
    expect(
      decided({ outcome: 'adjourned', until: '2026-02-19', followUpBy: 'gemeente' }).turn('putOnTafel'),
    ).toMatchObject({
      dueOn: '2026-02-19',
      pausedOn: null,
    })
  })

  test('a case that went back can be sent anew', () => {
    const world = decided({ outcome: 'backToProvider', reviewOn: '2026-03-03' }).take('sendIntake', 'mentor')
    expect(world.tasks()).toEqual(['checkIntake'])
  })
})
