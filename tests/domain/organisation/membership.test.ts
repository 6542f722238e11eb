// Who may work for an organisation: given, changed and ended by its administrator, never for themselves.
import { describe, expect, test } from 'vitest'
import { type Membership, standInsFor } from '@/domain/organisation/membership'
import { actors, foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const admin = 'organisationAdmin'
const before = () => caseAt('new')
const given = () => before().take('giveAccess', admin)
const regisseur = actors.regisseur.membershipId

describe('access', () => {
  test('is given by the administrator of the organisation, from today on', () => {
    const { of, spine } = given().held(given().ids.membership)
    expect(spine.stage).toBe('active')
    expect(of.seat).toMatchObject({ name: 'Ilse Nieuw', role: 'regisseur', since: '2026-01-12', until: null })
    expect(of.link).toEqual({ nonce: 'a nonce', hash: 'its hash' })
  })

  test('is given in the roles of that kind of organisation only', () => {
    expect(before().refusal('giveAccess', admin, { role: 'officer' })).toEqual({
      reason: 'choiceNotOpen',
      field: 'role',
    })
    expect(before().refusal('giveAccess', admin, { role: 'gemeenteLead' })).toBeNull()
  })

  test('is given by nobody else, and looked after by no other organisation', () => {
    expect(before().blocked('giveAccess', 'regisseur')).toEqual({ reason: 'notYourRole' })
    expect(given().blocked('endAccess', foreigners.organisationAdmin)).toEqual({ reason: 'notYours' })
  })

  test('tells the timeline who came in which role', () => {
    expect(given().last.effect.tells).toEqual({ name: 'Ilse Nieuw', role: 'regisseur' })
  })
})

describe('whoever stands in for a colleague', () => {
  const standIn = (more: Record<string, unknown>) =>
    before().refusal('giveAccess', admin, { standsInFor: regisseur, until: '2026-02-01', ...more })

  test('has the role of that colleague, up to a last day', () => {
    expect(standIn({})).toBeNull()
    expect(standIn({ role: 'chair' })).toEqual({ reason: 'otherRoleThanAbsent', field: 'role' })
    expect(standIn({ until: null })).toEqual({ reason: 'standInNeedsEnd', field: 'until' })
  })

  test('does so for someone of the same organisation', () => {
    const elsewhere = foreigners.regisseur.membershipId
    expect(standIn({ standsInFor: elsewhere })).toEqual({ reason: 'notAColleague', field: 'standsInFor' })
  })

  test('keeps a last day when it is changed', () => {
    const world = before().take('giveAccess', admin, { standsInFor: regisseur, until: '2026-02-01' })
    expect(world.refusal('changeUntil', admin, { until: null })).toEqual({
      reason: 'standInNeedsEnd',
      field: 'until',
    })
    expect(world.refusal('changeUntil', admin, { until: '2026-03-01' })).toBeNull()
  })
})

describe('an absence', () => {
  const refusal = (more: Record<string, unknown>) => given().refusal('reportAbsence', 'gemeenteLead', more)

  test('is reported by who divides the work, from a day up to another, with a colleague in the same role', () => {
    const world = given().take('reportAbsence', 'gemeenteLead', { standIn: regisseur })
    expect(world.held(world.ids.membership).of.absence).toEqual({
      awayFrom: '2026-01-12',
      awayUntil: '2026-01-26',
      standIn: regisseur,
    })
    expect(given().blocked('reportAbsence', 'regisseur')).toEqual({ reason: 'notYourRole' })
  })

  test('has an end after its beginning, and a stand-in who is another and can do the work', () => {
    expect(refusal({ awayFrom: '2026-03-01', awayUntil: '2026-02-01' })).toEqual({
      reason: 'awayBackwards',
      field: 'awayUntil',
    })
    const own = given().ids.membership
    expect(refusal({ standIn: own })).toEqual({ reason: 'standsInForThemselves', field: 'standIn' })
    expect(refusal({ standIn: actors.chair.membershipId })).toEqual({
      reason: 'otherRoleThanAway',
      field: 'standIn',
    })
    const elsewhere = foreigners.regisseur.membershipId
    expect(refusal({ standIn: elsewhere })).toEqual({ reason: 'notAColleague', field: 'standIn' })
  })

  test('is filled by who can stand in: somebody else, in the same role', () => {
    const world = given().take('reportAbsence', admin)
    const own = world.ids.membership as string
    const away = world.held(own) as unknown as Membership
    const role = away.of.seat?.role as 'regisseur'
    const people = [
      { id: own, role },
      { id: 'another', role },
      { id: 'chair', role: 'chair' as const },
    ]
    expect(standInsFor(away, people).map(({ id }) => id)).toEqual(['another'])
  })

  test('ends when somebody says so, and not when there is none', () => {
    expect(given().blocked('endAbsence', admin)).toEqual({ reason: 'notAway' })
    const back = given().take('reportAbsence', admin).take('endAbsence', admin)
    expect(back.held(back.ids.membership).of.absence).toEqual({
      awayFrom: null,
      awayUntil: null,
      standIn: null,
    })
  })
})

describe('an administrator', () => {
  test('changes and ends nothing of themselves', () => {
    const world = given()
    const self = { ...actors.organisationAdmin, membershipId: world.ids.membership as string }
    for (const step of ['changeUntil', 'renewLink', 'endAccess'] as const)
      expect(world.blocked(step, self)).toEqual({ reason: 'notYourself' })
  })

  test('ends access for good: after that there is nothing to change', () => {
    const ended = given().take('endAccess', admin, { reason: 'andereRol' })
    expect(ended.held(ended.ids.membership).of.ending).toMatchObject({
      on: '2026-01-12',
      reason: 'andereRol',
    })
    expect(ended.blocked('changeUntil', admin)).toEqual({ reason: 'notAtThisStage' })
  })
})
