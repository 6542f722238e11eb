// Who is asked to the table, and who meets the person in the neighbourhood: each sees what that needs, and no more.
import { describe, expect, test } from 'vitest'
import { actors, foreigners, organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import type { World } from '../../support/world'

const filled = (world: World, who: Parameters<World['as']>[0]) =>
  Object.entries(world.as(who).of)
    .filter(([, content]) => (Array.isArray(content) ? content.length : content))
    .map(([name]) => name)
    .sort()

describe('a party without a stake is invited', () => {
  const invited = () => caseAt('onTafel').take('inviteParty', 'regisseur')

  test('by the gemeente of the case or the coordinator, while the case is at the tafel', () => {
    expect(caseAt('onTafel').refusal('inviteParty', 'coordinator')).toBeNull()
    expect(caseAt('onTafel').blocked('inviteParty', foreigners.regisseur)).toEqual({ reason: 'notYours' })
    expect(caseAt('onTafel').blocked('inviteParty', 'chair')).toEqual({ reason: 'notYourRole' })
    expect(caseAt('sent').blocked('inviteParty', 'regisseur')).toEqual({ reason: 'notAtThisStage' })
    expect(caseAt('matching').blocked('inviteParty', 'regisseur')).toEqual({ reason: 'notAtThisStage' })
  })

  test('and reads what the table must know: initials, household, profile and support, and no name', () => {
    expect(filled(caseAt('onTafel'), foreigners.officer)).toEqual([])
    expect(filled(invited(), foreigners.officer)).toEqual(
      'agenda household initials profile readiness supportSummary'.split(' '),
    )
    expect(invited().as(foreigners.officer).relations).toEqual(['any', 'invited'])
  })

  test('and takes no step, and no one’s turn', () => {
    const world = invited()
    expect(world.tasks()).toEqual(['decide'])
    expect(world.blocked('escalate', foreigners.officer)).toEqual({ reason: 'notYours' })
  })

  test('and reads nothing any more once the tafel has decided', () => {
    const world = invited().on('2026-02-03').take('openTafel', 'chair').take('proposeDecision', 'chair')
    expect(filled(world, foreigners.officer)).not.toEqual([])
    world.take('adoptList', 'chair').take('adoptList', 'secretary')
    expect(world.kase.spine.stage).toBe('matching')
    expect(filled(world, foreigners.officer)).toEqual([])
  })
})

describe('a wijkteam is assigned', () => {
  const assigned = () => caseAt('aftercare').take('assignLocalTeam', 'regisseur')

  test('by the gemeente of the case, from the tafel on until the file is closed', () => {
    for (const moment of ['tafel', 'matching', 'tenancy', 'aftercare'] as const)
      expect(caseAt(moment).blocked('assignLocalTeam', 'regisseur')).toBeNull()
    for (const moment of ['intake', 'closed'] as const)
      expect(caseAt(moment).blocked('assignLocalTeam', 'regisseur')).toEqual({ reason: 'notAtThisStage' })
    expect(caseAt('aftercare').blocked('assignLocalTeam', 'mentor')).toEqual({ reason: 'notYourRole' })
    expect(caseAt('aftercare').blocked('assignLocalTeam', foreigners.regisseur)).toEqual({
      reason: 'notYours',
    })
  })

  test('and knows whom it may meet, what support there is, and whether it runs: nothing else', () => {
    expect(filled(caseAt('aftercare'), 'localTeam')).toEqual([])
    expect(filled(assigned(), 'localTeam')).toEqual(
      'contact guidanceSummary identity initials parties supportSummary'.split(' '),
    )
    expect(filled(assigned(), foreigners.localTeam)).toEqual([])
  })

  test('and takes no step and gets no task', () => {
    const world = assigned()
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
    expect(world.held(world.ids.case).playing.at(-1)).toEqual({
      part: 'localTeam',
      relation: 'assigned',
      organisationId: organisations.wijkteam[0].id,
    })
    expect(world.blocked('recordVisit', actors.localTeam)).toEqual({ reason: 'notYourRole' })
  })
})
