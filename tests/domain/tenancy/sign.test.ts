// Three agreements that lean on each other: they count together only with one and the same start date.
import { describe, expect, test } from 'vitest'
import { required } from '@/domain/case/signing'
import { model } from '@/domain/tenancy/agreement'
import { missingSignatures } from '@/domain/tenancy/signatures'
import { actors, foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const signing = [
  ['signLease', 'officer', 'lease', ['corporation', 'client']],
  ['signGuidance', 'mentor', 'guidance', ['provider', 'client']],
  ['signTripartiteLandlord', 'officer', 'tripartite', ['corporation']],
  ['signTripartiteProvider', 'mentor', 'tripartite', ['provider', 'client']],
] as const

/** The plan is part of the agreement on support: it comes first. */
const planned = () => caseAt('tenancy').take('writePlan', 'mentor')

describe.each(signing)('%s', (step, who, document, signatories) => {
  const other = who === 'officer' ? 'mentor' : 'officer'

  test(`is taken by the ${who}, for the ${signatories.join(' and the ')}`, () => {
    const world = planned().on('2026-02-23').take(step, who, { signedOn: '2026-02-21' })
    const row = { document, signedOn: '2026-02-21', startOn: '2026-03-02', recordedOn: '2026-02-23' }
    const text = { model, checksum: expect.stringMatching(/^[0-9a-f]{64}$/), signingWay: 'inApp', scan: null }
    expect(world.kase.of.signatures).toMatchObject(
      signatories.map((signatory) => ({ ...row, ...text, recordedBy: actors[who].name, signatory })),
    )
    expect(world.kase.of.signatures).toHaveLength(signatories.length)
    expect(world.tasks()).not.toContain(step)
    expect(world.last.effect.tells).toEqual({ startOn: '2026-03-02' })
  })

  test(`is not for the ${other}, nor for someone of another organisation`, () => {
    expect(caseAt('tenancy').blocked(step, other)).toEqual({ reason: 'notYourRole' })
    expect(caseAt('tenancy').blocked(step, foreigners[who])).toEqual({ reason: 'notYours' })
  })

  test('is refused with another start date than the tenancy has', () => {
    for (const startOn of ['2026-03-01', '2026-03-03'])
      expect(planned().refusal(step, who, { startOn })).toEqual({
        reason: 'startDatesDiffer',
        field: 'startOn',
        values: { startOn: '2026-03-02' },
      })
  })

  test('is done once', () => {
    expect(planned().take(step, who).blocked(step, who)).toEqual({ reason: 'alreadySigned' })
  })
})

describe('the signatures', () => {
  test('that are needed are seven: each agreement by each of its parties', () => {
    expect(required.map((pair) => pair.join(' '))).toEqual([
      'lease corporation',
      'lease client',
      'guidance provider',
      'guidance client',
      'tripartite corporation',
      'tripartite provider',
      'tripartite client',
    ])
  })

  test('that are missing become fewer with every agreement', () => {
    const world = planned()
    const left = signing.map(([step, who]) => {
      world.take(step, who)
      return missingSignatures(world.kase).length
    })
    expect(missingSignatures(caseAt('tenancy').kase)).toHaveLength(7)
    expect(left).toEqual([5, 3, 2, 0])
  })

  test('of the driepartijenovereenkomst by one side do not stand for the other', () => {
    const world = caseAt('tenancy').take('signTripartiteLandlord', 'officer')
    expect(world.blocked('signTripartiteProvider', 'mentor')).toBeNull()
  })
})

describe('the support plan', () => {
  test('is signed by the mentor with the client, and from then on the guidance runs', () => {
    const world = caseAt('tenancy').on('2026-02-24').take('writePlan', 'mentor', { signedOn: '2026-02-23' })
    expect(world.kase.of.plan).toEqual({ goals: 'Rust', agreements: 'Elke week', signedOn: '2026-02-23' })
    expect(world.kase.of.guidance).toEqual({
      level: 'midden',
      since: '2026-02-24',
      planSignedOn: '2026-02-23',
    })
    expect(world.kase.of.guidanceSummary).toEqual({ running: true, lastContactOn: null })
    expect(world.tasks()).not.toContain('writePlan')
  })

  test('stays with the provider', () => {
    const world = caseAt('aftercare')
    expect(world.as('officer').of.plan).toBeNull()
    expect(world.as('regisseur').of.plan).toBeNull()
    expect(world.as('officer').of.guidanceSummary?.running).toBe(true)
  })

  test('goes on in versions once the client lives there: it is not written over', () => {
    const world = caseAt('aftercare')
    expect(world.blocked('writePlan', 'mentor')).toEqual({ reason: 'planIsThere' })
    expect(world.blocked('revisePlan', 'mentor')).toBeNull()
    expect(caseAt('matching').blocked('writePlan', 'mentor')).toEqual({ reason: 'notAtThisStage' })
  })

  test('does not begin as a waakvlam: that has its own step, and its own conditions', () => {
    expect(() => caseAt('tenancy').take('writePlan', 'mentor', { level: 'waakvlam' })).toThrow(
      'level: notAChoice',
    )
  })
})
