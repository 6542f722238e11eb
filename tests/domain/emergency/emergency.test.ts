// Noodtoegang: who may read a case that is not theirs for an hour, what they read, and who judges it.
import { describe, expect, test } from 'vitest'
import { roleNames } from '@/domain/case/actor'
import { inEmergency } from '@/domain/case/readers'
import { grants, steps } from '@/domain/case/steps'
import { may } from '@/domain/kernel/grants'
import { blocked } from '@/domain/kernel/step'
import { actors, foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { norms, rules } from '../../support/rules'

const opened = () => caseAt('described').take('breakGlass', foreigners.coordinator)
const ofCase = grants.filter((g) => g.kind === 'case' && g.relation === 'emergency')

describe('an emergency opens', () => {
  test('who the client is, whom to call, the household, the support and what helps: nothing else', () => {
    expect([...new Set(ofCase.map((g) => g.object))].sort()).toEqual(
      'bewind contact guidanceSummary household identity initials network parties relapsePlan relapseSummary safetyFlag spine support supportSummary'.split(
        ' ',
      ),
    )
  })

  test.each(
    'bsn bsnCheck health addictionSummary zrm criminal debts debtSummary income incomeClass safety exclusions exclusionReasons visitNotes tafelNotes tenancy consents named shield'.split(
      ' ',
    ),
  )('never %s', (object) => {
    expect(ofCase.filter((g) => g.object === object)).toEqual([])
  })

  test('for reading alone: no step of a case can be taken by it, and nothing of a case written', () => {
    expect(new Set(ofCase.map((g) => g.verb))).toEqual(new Set(['read']))
  })

  test('for five roles, and not for a corporation, a wijkteam, the chair of a table or an administrator', () => {
    expect(roleNames.filter((role) => ofCase.some((g) => g.role === role))).toEqual([
      'regisseur',
      'coordinator',
      'gemeenteLead',
      'mentor',
      'zorgLead',
    ])
    expect([...inEmergency.roles].sort()).toEqual([...new Set(ofCase.map((g) => g.role))].sort())
  })

  test('nothing of a shielded case, not even what stays open under its alias', () => {
    const who = { role: 'mentor', relations: ['emergency'], stage: 'intake', consents: [] } as const
    const reads = (outside: boolean) =>
      inEmergency.opens.filter((object) => may(grants, 'case', { ...who, outside }, 'read', object))
    expect(reads(true)).toEqual([])
    expect(reads(false)).toEqual([...inEmergency.opens])
  })
})

describe('breaking the glass', () => {
  const refused = (input: Record<string, unknown>, who = foreigners.coordinator) =>
    caseAt('described').refusal('breakGlass', who, input)

  test('needs a reason of some length', () => {
    expect(refused({ why: 'spoed' })).toMatchObject({ reason: 'sayMore', field: 'why' })
  })

  test('needs a number, or a family name with a day of birth', () => {
    for (const input of [
      { caseNumber: null },
      { caseNumber: null, familyName: 'de Wit' },
      { caseNumber: null, birthDate: '1996-03-14' },
    ])
      expect(refused(input)).toEqual({ reason: 'sayWhichCase', field: 'caseNumber' })
  })

  test('says the same of a case that is not there and of one that is shielded', () => {
    const shielded = caseAt('intake').take('describeSafety', 'mentor', {
      threat: 'stalking',
      secrecy: 'geheim',
    })
    const nowhere = refused({ caseNumber: 'TT-2026-9999' })
    expect(nowhere).toEqual({ reason: 'noSuchCase' })
    expect(shielded.refusal('breakGlass', foreigners.coordinator)).toEqual(nowhere)
  })

  test('is not for who reads all of it by their own work', () => {
    expect(refused({}, actors.mentor)).toEqual({ reason: 'readsAlready' })
    expect(refused({}, actors.zorgLead)).toEqual({ reason: 'readsAlready' })
    expect(refused({}, foreigners.mentor)).toBeNull()
    expect(refused({}, actors.regisseur)).toBeNull()
  })

  test('opens a task for a privacy officer, with a term of five working days', () => {
    const world = opened()
    const [turn] = world.held(world.ids.emergency).turns
    expect(turn).toMatchObject({ task: 'reviewAsGemeente', role: 'privacyOfficer', dueOn: '2026-01-21' })
    expect(world.held(world.ids.emergency).of.opening).toMatchObject({
      case: world.ids.case,
      caseNumber: 'TT-2026-0001',
      openedBy: foreigners.coordinator.membershipId,
      reason: 'crisis',
    })
  })

  test('changes nothing of the case', () => {
    expect(opened().kase).toEqual(caseAt('described').kase)
  })
})

describe('an emergency', () => {
  test('is seen by who opened it, and not by a colleague', () => {
    const world = opened()
    const sees = (who: typeof actors.mentor) => [...world.seen('emergency', who).shared]
    expect(sees(foreigners.coordinator)).toEqual(['opening', 'stopped', 'review'])
    expect(sees({ ...foreigners.coordinator, membershipId: actors.chair.membershipId })).toEqual([])
    expect(sees(foreigners.regisseur)).toEqual([])
  })

  test('is seen by the provider and the gemeente of the client, without what was judged', () => {
    const world = opened()
    for (const role of ['mentor', 'zorgLead', 'regisseur', 'gemeenteLead'] as const)
      expect([...world.seen('emergency', actors[role]).shared]).toEqual(['opening', 'stopped'])
    expect([...world.seen('emergency', actors.officer).shared]).toEqual([])
  })

  test('is stopped by who opened it alone, and once', () => {
    const world = opened()
    expect(world.blocked('endEmergency', foreigners.regisseur)?.reason).toBe('notYours')
    world.take('endEmergency', foreigners.coordinator)
    expect(world.blocked('endEmergency', foreigners.coordinator)).toEqual({ reason: 'stoppedAlready' })
  })

  test('is judged at the organisation that holds the task, and by nobody else', () => {
    const world = opened()
    expect(world.blocked('reviewEmergency', foreigners.privacyOfficer)?.reason).toBe('notYours')
    expect(world.blocked('reviewEmergency', 'privacyOfficer')).toBeNull()
    const subject = world.seen('emergency', actors.privacyOfficer)
    const context = { actor: actors.privacyOfficer, today: world.today, rules, norms }
    const asked = (turns: typeof subject.turns, brokeIt = false) =>
      blocked(steps.reviewEmergency, { ...subject, turns }, { ...context, brokeIt })
    const held = subject.turns.map((turn) => ({ ...turn, holderId: foreigners.regisseur.organisationId }))
    expect(asked(held)).toEqual({ reason: 'reviewedElsewhere' })
    expect(asked(subject.turns, true)).toEqual({ reason: 'ownEmergency' })
  })
})
