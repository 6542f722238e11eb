// What was signed is one text: another fact under it, and whoever signed is asked again.
import { describe, expect, test } from 'vitest'
import { restsOn, signingTasks } from '@/domain/case/signing'
import { steps } from '@/domain/case/steps'
import { missingSignatures, standingOf } from '@/domain/tenancy/signatures'
import { actors, foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import type { World } from '../../support/world'

const missing = ({ kase }: World) => missingSignatures(kase).map((pair) => pair.join(' '))
const openIn = (world: World) =>
  world.tasks().filter((task) => (signingTasks as readonly string[]).includes(task))
const another = { familyName: 'Jansen' }

describe('when a fact under a signed agreement changes', () => {
  test('everyone who signed it is asked again, and there is no key until they did', () => {
    const world = caseAt('signed').take('describeIdentity', 'mentor', another)
    expect(openIn(world)).toEqual([...signingTasks].sort())
    expect(world.blocked('handOverKey', 'officer')?.values).toMatchObject({ count: 7 })
    world
      .take('signLease', 'officer')
      .take('signGuidance', 'mentor')
      .take('signTripartiteLandlord', 'officer')
    expect(missing(world)).toEqual(['tripartite provider', 'tripartite client'])
    world.take('signTripartiteProvider', 'mentor')
    expect(world.blocked('handOverKey', 'officer')).toBeNull()
  })

  test('nobody is asked for what stands on no paper', () => {
    const world = caseAt('signed').take('describeIdentity', 'mentor', { salutation: 'mevrouw' })
    expect(openIn(world)).toEqual([])
    expect(world.blocked('handOverKey', 'officer')).toBeNull()
  })

  test('a new plan asks the provider for the agreement on support alone', () => {
    const world = caseAt('signed').take('writePlan', 'mentor', { goals: 'Iets anders' })
    expect(openIn(world)).toEqual(['signGuidance'])
    expect(missing(world)).toEqual(['guidance provider', 'guidance client'])
    expect(caseAt('signed').take('writePlan', 'mentor').tasks()).not.toContain('signGuidance')
  })

  test('another provider signs what bears its name', () => {
    const world = caseAt('signed').take('proposeHandover', 'mentor').take('acceptHandover', foreigners.mentor)
    expect(openIn(world)).toEqual(['signGuidance', 'signTripartiteLandlord', 'signTripartiteProvider'])
    expect(world.turn('signGuidance')?.holderId).toBe(foreigners.mentor.organisationId)
  })

  test('an address that becomes secret takes the names off the paper, and it is signed again', () => {
    const world = caseAt('signed').take('describeSafety', 'mentor', { threat: 'stalking', secrecy: 'geheim' })
    expect(openIn(world)).toEqual([...signingTasks].sort())
  })

  test('after the key nobody is asked: what was signed is the paper', () => {
    const world = caseAt('aftercare').take('describeIdentity', 'mentor', another)
    expect(openIn(world)).toEqual([])
  })

  test('each step that writes such a fact in the tenancy can ask again', () => {
    const facts: readonly string[] = Object.values(restsOn).flat()
    const writing = Object.values(steps).filter(
      ({ kind, row }) =>
        kind === 'case' && row.from.includes('tenancy') && row.writes?.some((name) => facts.includes(name)),
    )
    const silent = writing.filter(({ row }) => !row.opens?.includes('signGuidance')).map(({ name }) => name)
    // A correction changes neither the outcome of a decision nor its conditions; after the key nobody signs.
    expect(silent.sort()).toEqual(['confirmCorrection', 'correctDecision', 'handOverKey'])
  })
})

describe('a signature that does not count', () => {
  test('is one under another text than the last party signed', () => {
    const { kase } = caseAt('signed')
    const rows = kase.of.signatures ?? []
    const older = rows.map((row) =>
      row.document === 'tripartite' && row.signatory === 'corporation'
        ? { ...row, checksum: '0'.repeat(64) }
        : row,
    )
    const one = { ...kase, of: { ...kase.of, signatures: older } }
    expect(standingOf(one, 'tripartite', 'corporation')).toBe('again')
    expect(standingOf(one, 'tripartite', 'client')).toBe('signed')
  })

  test('is one of before texts were known', () => {
    const { kase } = caseAt('signed')
    const rows = (kase.of.signatures ?? []).map((row) => ({ ...row, checksum: null }))
    expect(missingSignatures({ ...kase, of: { ...kase.of, signatures: rows } })).toHaveLength(7)
  })

  test('is one whose paper would be printed otherwise now, by the same model', () => {
    const { kase } = caseAt('signed')
    const now = { lease: '1'.repeat(64) }
    expect(standingOf(kase, 'lease', 'client', now)).toBe('again')
    const earlier = (kase.of.signatures ?? []).map((row) => ({ ...row, model: 0 }))
    const older = { ...kase, of: { ...kase.of, signatures: earlier } }
    expect(standingOf(older, 'lease', 'client', now)).toBe('signed')
  })
})

describe('an agreement that was signed by pen', () => {
  const byPen = (printed: string, scan: string | null = null) => ({ signingWay: 'onPaper', printed, scan })
  const withScan = () => caseAt('tenancy').take('addContract', 'officer', { paperType: 'lease' })
  const marked = (world: World) =>
    world.copy().take('signLease', 'officer').kase.of.signatures?.[0]?.checksum?.slice(0, 8) ?? ''

  test('is kept with its scan, when the paper is that of now', () => {
    const world = withScan()
    const scan = world.kase.of.papersContract?.[0]?.paper ?? ''
    world.take('signLease', 'officer', byPen(marked(world).toUpperCase(), scan))
    expect(world.kase.of.signatures?.[0]).toMatchObject({
      signingWay: 'onPaper',
      scan,
      recordedBy: actors.officer.name,
    })
  })

  test('is refused under another checksum, and without its scan', () => {
    const world = withScan()
    const scan = world.kase.of.papersContract?.[0]?.paper ?? ''
    expect(world.refusal('signLease', 'officer', byPen('00000000', scan))?.reason).toBe('otherPaper')
    expect(world.refusal('signLease', 'officer', byPen(marked(world)))?.reason).toBe('scanNotThere')
    const other = caseAt('tenancy').take('addContract', 'officer', { paperType: 'tripartite' })
    const paper = other.kase.of.papersContract?.[0]?.paper ?? ''
    expect(other.refusal('signLease', 'officer', byPen(marked(other), paper))?.reason).toBe('scanNotThere')
  })
})

describe('on the day of signing', () => {
  test('the lease is tested once more, by the norms of that day', () => {
    expect(caseAt('signed').kase.of.signatures?.[0]).toMatchObject({
      passend: 'pass',
      passendSort: 'PAS',
      daeb: 'pass',
      normWhy: null,
    })
    expect(caseAt('signed').kase.of.signatures?.find((s) => s.document === 'guidance')?.passend).toBeNull()
  })

  test('a rent that is too high needs a reason, and norms that are not known warn', () => {
    const { norms } = caseAt('tenancy')
    const since = {
      ...norms.find((n) => n.kind === 'aftoppingsgrens_laag'),
      validFrom: '2026-02-21',
      value: 1,
    }
    const world = caseAt('tenancy', { norms: [...norms, since as (typeof norms)[number]] }).on('2026-02-23')
    expect(world.refusal('signLease', 'officer')).toEqual({ reason: 'passendNeedsReason', field: 'normWhy' })
    world.take('signLease', 'officer', { normWhy: 'De huur zakt volgende maand' })
    expect(world.kase.of.signatures?.[0]).toMatchObject({
      passend: 'fail',
      passendSort: 'NIE',
      normWhy: 'De huur zakt volgende maand',
    })
    const unknown = caseAt('tenancy', { norms: norms.filter((n) => !n.kind.startsWith('aftopping')) })
    expect(unknown.take('signLease', 'officer').kase.of.signatures?.[0]).toMatchObject({
      passend: 'unknown',
      passendSort: null,
    })
  })
})
