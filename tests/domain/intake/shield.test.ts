// A secret address: who still reads what, who may let others in, and how it ends.
import { describe, expect, test } from 'vitest'
import { type Actor, isPerson } from '@/domain/case/actor'
import { compartments } from '@/domain/case/compartments'
import { grants } from '@/domain/case/steps'
import { underAlias } from '@/domain/case/under-alias'
import { actors, uuid } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import type { World } from '../../support/world'

const geheim = { threat: 'stalking', secrecy: 'geheim', note: 'Ex zoekt haar' }
const shielded = (w: World = caseAt('described')) => w.take('describeSafety', 'mentor', geheim)
const colleague: Actor = { ...actors.mentor, membershipId: uuid(901), accountId: uuid(902), name: 'Collega' }

/** What tells who or where: of a shielded case it is for named people only. */
const revealing =
  'identity contact bsn initials parties stay residence binding bewind support relapsePlan relapseSummary housingHistory criminal safety exclusions exclusionReasons network health visitNotes tenancy signals plan'.split(
    ' ',
  )

describe('a secret address', () => {
  test('shields the case at once, under an alias that is not made of the name', () => {
    const { kase } = shielded()
    expect(kase.of.shield).toMatchObject({ alias: 'Merel 407', endedOn: null })
    expect(kase.of.safetyFlag).toEqual({ secret: true })
  })

  test('leaves the case whole for who shields it, and under the alias for everyone else', () => {
    const w = shielded()
    expect(w.as('mentor').of.identity).not.toBeNull()
    for (const who of [colleague, 'zorgLead', 'regisseur', 'gemeenteLead', 'coordinator'] as const) {
      const seen = w.as(who)
      expect(revealing.filter((name) => seen.shared.has(name))).toEqual([])
      expect([seen.of.shield?.alias, !!seen.of.readiness, !!seen.of.profile]).toEqual([
        'Merel 407',
        true,
        true,
      ])
    }
  })

  test('a protected address shields nothing', () => {
    const w = caseAt('described').take('describeSafety', 'mentor', { ...geheim, secrecy: 'beschermd' })
    expect(w.kase.of.shield).toBeNull()
    expect(w.as(colleague).of.identity).not.toBeNull()
  })

  test('lets nobody but the named act for the client', () => {
    const w = shielded()
    expect(w.refusal('describeStay', colleague)).toEqual({ reason: 'namedOnly' })
    expect(w.refusal('recordBsn', 'regisseur')).toEqual({ reason: 'namedOnly' })
    expect(w.refusal('describeStay', 'mentor')).toBeNull()
  })

  test('goes to the table under its alias: the table decides, and reads no name', () => {
    const w = shielded(caseAt('onTafel')).on('2026-02-03').take('openTafel', 'chair')
    w.take('proposeDecision', 'chair').take('adoptList', 'chair').take('adoptList', 'secretary')
    expect(w.kase.spine.stage).toBe('matching')
    expect(w.as('chair').of.identity).toBeNull()
    expect(w.as('chair').of.decision).not.toBeNull()
  })
})

describe('who reads a shielded case', () => {
  test('is let in by someone who reads it, and let out again', () => {
    const w = shielded().take('namePerson', 'mentor')
    expect(w.as('regisseur').of.identity).not.toBeNull()
    w.take('namePerson', 'regisseur', { person: actors.officer.membershipId })
    w.take('unnamePerson', 'mentor', { person: actors.officer.membershipId })
    expect(w.kase.of.named?.map((row) => row.named)).toEqual([true, true, true, false])
  })

  test('is let in by a team leader too, who does not read it for that', () => {
    const w = shielded().take('namePerson', 'gemeenteLead')
    expect(w.as('regisseur').of.identity).not.toBeNull()
    expect(w.as('gemeenteLead').of.identity).toBeNull()
  })

  test('never lets themselves in', () => {
    const self = { person: actors.zorgLead.membershipId }
    expect(shielded().refusal('namePerson', 'zorgLead', self)).toEqual({
      reason: 'notYourself',
      field: 'person',
    })
    expect(shielded().refusal('namePerson', colleague, self)).toEqual({ reason: 'namedOnly' })
  })

  test('is somebody who takes part in the case, and is named once', () => {
    const w = shielded().take('namePerson', 'mentor')
    const field = 'person'
    expect(w.refusal('namePerson', 'mentor', { person: uuid(999) })).toEqual({ reason: 'notNameable', field })
    expect(w.refusal('namePerson', 'mentor')).toEqual({ reason: 'alreadyNamed', field })
    expect(w.refusal('unnamePerson', 'mentor')).toEqual({ reason: 'notNamed', field })
  })

  test('does not go when nobody else of the provider or gemeente is left', () => {
    const self = { person: actors.mentor.membershipId }
    expect(shielded().refusal('unnamePerson', 'mentor', self)).toEqual({
      reason: 'lastNamed',
      field: 'person',
    })
    const two = shielded().take('namePerson', 'mentor', { person: actors.zorgLead.membershipId })
    expect(two.refusal('unnamePerson', 'mentor', self)).toBeNull()
  })

  test('is not asked for a case that is not shielded', () => {
    expect(caseAt('described').blocked('namePerson', 'mentor')).toEqual({ reason: 'notShielded' })
  })
})

describe('the end of the shielding', () => {
  const proposed = () =>
    shielded()
      .take('namePerson', 'mentor')
      .take('describeSafety', 'mentor', { threat: 'geen', secrecy: 'beschermd' })

  test('is proposed by the provider and agreed by the gemeente; until then the case stays shielded', () => {
    const w = proposed()
    expect(w.as(colleague).of.identity).toBeNull()
    w.take('endShield', 'regisseur')
    expect(w.as(colleague).of.identity).not.toBeNull()
  })

  test('is nobody’s to decide without a proposal, nor after thirty days, nor when it was taken back', () => {
    const alone = shielded().take('namePerson', 'mentor')
    expect(alone.blocked('endShield', 'regisseur')).toEqual({ reason: 'shieldEndNotProposed' })
    expect(proposed().on('2026-03-01').blocked('endShield', 'regisseur')).toEqual({
      reason: 'shieldEndNotProposed',
    })
    expect(proposed().take('describeSafety', 'mentor', geheim).blocked('endShield', 'regisseur')).toEqual({
      reason: 'shieldEndNotProposed',
    })
    expect(proposed().blocked('endShield', 'mentor')).toEqual({ reason: 'notYourRole' })
  })

  test('is told to the case manager, as the shielding is; other words about safety are nobody’s news', () => {
    const quiet = (w: World) => !!w.last.effect.quiet
    expect([quiet(shielded()), quiet(proposed())]).toEqual([false, false])
    expect(quiet(shielded().take('describeSafety', 'mentor', geheim))).toBe(true)
  })
})

describe('what stays open under an alias', () => {
  test('is what is named here: every other compartment is guarded, also one that is yet to come', () => {
    const open = Object.keys(underAlias)
    expect(open.filter((name) => revealing.includes(name))).toEqual([])
    const guarded = grants.filter((g) => g.kind === 'case' && g.verb === 'read' && g.guarded)
    const shut = new Set(guarded.map((g) => g.object))
    expect(Object.keys(compartments).filter((name) => !open.includes(name) && !shut.has(name))).toEqual([])
  })

  test('leaves the computing roles what they compute with', () => {
    expect(grants.filter((g) => g.guarded && !isPerson(g.role))).toEqual([])
  })
})
