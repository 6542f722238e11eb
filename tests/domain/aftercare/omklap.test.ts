// Evaluation, omklap and waakvlam: how a home becomes somebody's own, and how the file ends.
import { describe, expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'
import { inputs } from '../../support/inputs'
import { rulesWith } from '../../support/rules'

const arrearsTold = () =>
  ['reminded', 'contacted', 'helpOffered']
    .reduce((w, done) => w.take('noteArrears', 'officer', { done }), caseAt('aftercare'))
    .take('reportArrears', 'officer')

describe('an evaluation', () => {
  test('is kept, and the next is due on its day', () => {
    const world = caseAt('aftercare')
      .on('2026-06-02')
      .take('recordEvaluation', 'mentor', { advice: 'doorgaan' })
    expect(world.kase.of.evaluations).toMatchObject([
      { heldOn: '2026-06-02', advice: 'doorgaan', rentPaid: true },
    ])
    expect(world.turn('evaluate')).toMatchObject({ since: '2026-06-02', dueOn: '2026-09-02' })
    expect(world.last.effect.tells).toEqual({ heldOn: '2026-06-02' })
  })

  test('a little early counts for the coming one, and thirty days early for that same one', () => {
    const dueAfter = (day: string) =>
      caseAt('aftercare').on(day).take('recordEvaluation', 'mentor').turn('evaluate')?.dueOn
    expect(dueAfter('2026-05-20')).toBe('2026-09-02')
    expect(dueAfter('2026-05-03')).toBe('2026-09-02')
    expect(dueAfter('2026-05-02')).toBe('2026-06-02')
  })

  test('that is written down late does not make the next one go away', () => {
    const world = caseAt('aftercare')
      .on('2026-09-10')
      .take('recordEvaluation', 'mentor', { heldOn: '2026-06-02' })
    expect(world.turn('evaluate')?.dueOn).toBe('2026-09-10')
  })

  test('after the last of the schedule asks for no next', () => {
    const world = caseAt('aftercare').on('2028-03-02').take('recordEvaluation', 'mentor')
    expect(world.tasks()).toEqual(['visit'])
  })

  test('is read by the corporation, which joins it', () => {
    expect(caseAt('evaluated').as('officer').of.evaluations).toHaveLength(1)
  })
})

describe('the omklap is asked for', () => {
  test('by the mentor, after the months of the covenant and an evaluation that advises it', () => {
    const world = caseAt('evaluated').take('requestOmklap', 'mentor', { note: 'Alles op orde' })
    expect(world.kase.of.omklap).toMatchObject([
      { event: 'requested', on: '2027-03-02', note: 'Alles op orde' },
    ])
    expect(world.turn('decideOmklap')).toMatchObject({ role: 'officer', dueOn: '2027-04-01' })
  })

  test('not before the weeks that it takes to decide, as the region says', () => {
    const world = caseAt('aftercare').on('2027-01-04').take('recordEvaluation', 'mentor')
    expect(world.blocked('requestOmklap', 'mentor')).toEqual({
      reason: 'omklapTooEarly',
      values: { since: '2027-01-05' },
    })
    expect(world.on('2027-01-05').blocked('requestOmklap', 'mentor')).toBeNull()
    const soon = caseAt('aftercare', {
      rules: rulesWith({ aftercare: { omklapAfterMonths: 6, omklapWeeksBefore: 0 } }),
    })
    expect(soon.on('2026-09-01').blocked('requestOmklap', 'mentor')?.values).toEqual({ since: '2026-09-02' })
  })

  test('not without an evaluation, nor on one that says otherwise: the last one counts', () => {
    const world = caseAt('aftercare').on('2027-03-02')
    const needed = { reason: 'omklapNeedsEvaluation' }
    expect(world.blocked('requestOmklap', 'mentor')).toEqual(needed)
    world.take('recordEvaluation', 'mentor').take('recordEvaluation', 'mentor', { advice: 'opschalen' })
    expect(world.blocked('requestOmklap', 'mentor')).toEqual(needed)
    expect(world.take('recordEvaluation', 'mentor').blocked('requestOmklap', 'mentor')).toBeNull()
  })

  test('once at a time', () => {
    const world = caseAt('evaluated').take('requestOmklap', 'mentor')
    expect(world.blocked('requestOmklap', 'mentor')).toEqual({ reason: 'omklapAsked' })
  })

  test('not when the lease is in the client’s own name', () => {
    expect(caseAt('ownName').blocked('requestOmklap', 'mentor')).toEqual({ reason: 'alreadyOwnName' })
    const confirmOffer = () => ({
      ...inputs.confirmOffer?.({ today: '2026-02-20', ids: {} }),
      form: 'eigenNaam',
    })
    const own = caseAt('aftercare', { inputs: { confirmOffer } })
    expect(own.blocked('requestOmklap', 'mentor')).toEqual({ reason: 'alreadyOwnName' })
  })
})

describe('the corporation decides on the omklap', () => {
  const asked = () =>
    caseAt('evaluated')
      .take('requestOmklap', 'mentor')
      .take('adviseAsProvider', 'mentor')
      .take('adviseAsCorporation', 'officer')
      .on('2027-03-10')

  test('only when it was asked', () => {
    expect(caseAt('evaluated').blocked('decideOmklap', 'officer')).toEqual({ reason: 'omklapNotAsked' })
    expect(asked().blocked('decideOmklap', 'mentor')).toEqual({ reason: 'notYourRole' })
  })

  test('yes: the lease is in the client’s own name from that day', () => {
    const world = asked().take('decideOmklap', 'officer', { on: '2027-04-01' })
    expect(world.kase.of.tenancy).toMatchObject({ form: 'eigenNaam', address: 'Hoofdstraat 12, 7811 AB' })
    expect(world.kase.of.placement).toMatchObject({
      form: 'eigenNaam',
      ownNameOn: '2027-04-01',
      keyOn: '2026-03-02',
    })
    expect(world.kase.of.omklap?.map((row) => row.event)).toEqual(['requested', 'agreed'])
    expect(world.tasks()).not.toContain('decideOmklap')
    expect(world.last.effect.tells).toEqual({ event: 'agreed', on: '2027-04-01' })
  })

  test('not yet: with a reason, and everything stays as it is', () => {
    const notYet = { event: 'notYet' }
    expect(asked().refusal('decideOmklap', 'officer', notYet)).toEqual({
      reason: 'notYetNeedsReason',
      field: 'note',
    })
    const note = 'Eerst zes maanden huur'
    expect(asked().refusal('decideOmklap', 'officer', { ...notYet, note })).toEqual({
      reason: 'notYetNeedsDay',
      field: 'reviewOn',
    })
    const world = asked().take('decideOmklap', 'officer', { ...notYet, note, reviewOn: '2027-09-01' })
    expect(world.turn('evaluate')?.dueOn).toBe('2027-09-01')
    expect(world.kase.of.placement).toMatchObject({ form: 'driepartijen', ownNameOn: null })
    expect(world.kase.of.tenancy?.form).toBe('driepartijen')
    expect(world.kase.of.omklap?.at(-1)).toMatchObject({ event: 'notYet', note: 'Eerst zes maanden huur' })
    expect(world.blocked('requestOmklap', 'mentor')).toBeNull()
  })
})

describe('the waakvlam', () => {
  test('begins only when the lease is in the client’s own name', () => {
    expect(caseAt('evaluated').blocked('startWaakvlam', 'mentor')).toEqual({ reason: 'ownNameFirst' })
    expect(caseAt('ownName').blocked('startWaakvlam', 'mentor')).toBeNull()
  })

  test('is a light contact every thirteen weeks, without visits, evaluations or an end', () => {
    const world = caseAt('waakvlam')
    expect(world.kase.of.guidance).toMatchObject({
      level: 'waakvlam',
      since: '2027-03-15',
      planSignedOn: '2026-02-24',
    })
    expect(world.tasks()).toEqual(['contact'])
    expect(world.turn('contact')).toMatchObject({ role: 'mentor', dueOn: '2027-06-14' })
    expect(world.kase.spine.stage).toBe('aftercare')
    world.on('2027-06-14').take('recordVisit', 'mentor')
    expect(world.tasks()).toEqual(['contact'])
    expect(world.turn('contact')?.dueOn).toBe('2027-09-13')
  })

  test('begins once', () => {
    expect(caseAt('waakvlam').blocked('startWaakvlam', 'mentor')).toEqual({ reason: 'onWaakvlam' })
  })

  test('begins also after the last visit of the pattern, when a contact was due already', () => {
    const world = caseAt('ownName').on('2028-03-10').take('recordVisit', 'mentor')
    expect(world.tasks()).toContain('contact')
    world.take('startWaakvlam', 'mentor')
    expect(world.tasks()).toEqual(['contact'])
  })
})

const left = { homeEndedOn: '2027-03-15', homeEndWhy: 'opgezegd', destination: 'onbekend' }
describe('the file is closed', () => {
  test.each(['goedAfgerond', 'verhuisd', 'terugNaarVoorziening', 'overleden'])('because of %s', (reason) => {
    const world = caseAt('waakvlam').take('closeCase', 'mentor', { reason, ...left })
    expect(world.kase.spine.stage).toBe('closed')
    expect(world.kase.of.closing).toEqual({ reason, on: '2027-03-15' })
    expect(world.tasks()).toEqual([])
  })

  test('by the gemeente or the provider, not by the corporation', () => {
    expect(caseAt('aftercare').blocked('closeCase', 'regisseur')).toBeNull()
    expect(caseAt('aftercare').blocked('closeCase', 'officer')).toEqual({ reason: 'notYourRole' })
  })

  test('not as long as a signal waits for its answer', () => {
    const world = caseAt('aftercare').take('raiseSignal', 'officer')
    expect(world.blocked('closeCase', 'mentor')).toEqual({ reason: 'signalOpen' })
    expect(world.take('answerSignal', 'mentor').blocked('closeCase', 'mentor')).toBeNull()
  })

  test('not as long as arrears wait for their answer', () => {
    const world = arrearsTold()
    expect(world.blocked('closeCase', 'mentor')).toEqual({ reason: 'arrearsOpen' })
    expect(world.take('endArrears', 'officer').blocked('closeCase', 'regisseur')).toBeNull()
  })
})
