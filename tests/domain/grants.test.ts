// Who reads what, held against the need-to-know matrix of domain.md §4.4: a changed reader must show here.
import { describe, expect, test } from 'vitest'
import { type Role, roleNames } from '@/domain/case/actor'
import { grants, processes } from '@/domain/case/steps'
import { type Grant, grantsOf, may } from '@/domain/kernel/grants'
import { subjectKinds } from '@/domain/kernel/subject'
import { columns, letterOf, matrix } from './need-to-know'

const readsOf = (role: Role) => grants.filter((g) => g.verb === 'read' && g.role === role)
const caseReads = (role: Role, object: string) =>
  readsOf(role).filter((g) => g.kind === 'case' && g.object === object)

const asGrant = (g: Grant) => [g.kind, g.role, g.verb, g.object, g.stage, g.relation, g.needs].join(' ')

describe('the need-to-know matrix', () => {
  test('names every compartment once, and no other', () => {
    const named = matrix.map((row) => row.compartment)
    expect([...named].sort()).toEqual(['spine', ...Object.keys(processes.case.compartments)].sort())
  })

  test.each(matrix)(
    '$compartment (row $row) is read and written by exactly these roles',
    ({ compartment, letters }) => {
      expect(Object.fromEntries(columns.map((role) => [role, letterOf(role, compartment)]))).toEqual(letters)
    },
  )

  test('whoever is not in the matrix reads nothing of a case', () => {
    const outside = roleNames.filter((role) => !columns.includes(role))
    expect(outside).toEqual(['privacyOfficer', 'organisationAdmin', 'boardMember', 'clientCouncil', 'terms'])
    const read = (role: Role) => readsOf(role).filter((g) => g.kind === 'case' && g.object !== 'spine')
    for (const role of outside) expect(read(role)).toEqual([])
    // What lets a term have its consequence knows that the case is there.
    expect(outside.filter((role) => readsOf(role).some((g) => g.kind === 'case'))).toEqual(['terms'])
  })

  test('consent of its own kind opens each compartment that needs one', () => {
    const needs = new Set(grants.flatMap((g) => (g.needs ? [`${g.object} ${g.needs}`] : [])))
    expect([...needs].sort()).toEqual([
      'addictionSummary verslaving',
      'arrears huurachterstand',
      'debtSummary schulden',
      'housingHistory woongeschiedenis',
      'relapseSummary terugval',
    ])
  })
})

describe('the board member, the client council, the administrator and the privacy officer', () => {
  const roles: Role[] = ['boardMember', 'clientCouncil', 'organisationAdmin', 'privacyOfficer']
  test.each(roles)('%s reads, takes and writes nothing of a client, a dwelling or an offer', (role) => {
    expect(
      grants.filter((g) => g.role === role && !['membership', 'emergency', 'tafel'].includes(g.kind)),
    ).toEqual([])
  })

  test('of a tafel only the client council reads something: when it is and who sits there, for one of them may', () => {
    const ofTafels = grants.filter((g) => roles.includes(g.role) && g.kind === 'tafel')
    expect([...new Set(ofTafels.map((g) => `${g.role} ${g.verb} ${g.object}`))].sort()).toEqual([
      'clientCouncil read delegates',
      'clientCouncil read invitation',
      'clientCouncil read session',
      'clientCouncil read spine',
    ])
  })

  test('only the administrator gives and ends access, and only that of the own organisation; a team leader only says who is away', () => {
    const takes = grants.filter((g) => g.kind === 'membership' && g.verb !== 'read')
    const others = takes.filter((g) => !(/[aA]bsence$/.test(g.object) && /Lead$/.test(g.role)))
    expect(new Set(others.map((g) => `${g.role} ${g.relation}`))).toEqual(new Set(['organisationAdmin ours']))
  })

  test('of an emergency only the privacy officer reads and judges, and of the case behind it nothing', () => {
    const own = grants.filter((g) => roles.includes(g.role) && g.kind === 'emergency')
    expect(new Set(own.map((g) => g.role))).toEqual(new Set(['privacyOfficer']))
    const takes = own.filter((g) => g.verb === 'take').map((g) => `${g.object} ${g.relation} ${g.stage}`)
    expect(takes).toEqual(['reviewEmergency assigned open'])
  })

  test('the link by which someone signs in is for the administrator alone', () => {
    const readers = grants.filter((g) => g.object === 'link' && g.verb === 'read').map((g) => g.role)
    expect(new Set(readers)).toEqual(new Set(['organisationAdmin']))
  })
})

describe('a corporation', () => {
  const never =
    'stay residence binding health addictionSummary zrm support bsn consents debts relapsePlan criminal safety exclusions exclusionReasons network costs tafelNotes offerLog plan guidance visits visitNotes careSignals careAnswers careCourse supportChanges intakeCheck'.split(
      ' ',
    )
  test.each(never)('never reads %s', (compartment) => {
    for (const role of ['officer', 'corporatieLead'] as const)
      expect(caseReads(role, compartment)).toEqual([])
  })

  test('reads nothing of a client before the case was assigned to it', () => {
    const early = [...readsOf('officer'), ...readsOf('corporatieLead')].filter((g) => g.kind === 'case')
    expect(early.filter((g) => !['assigned', 'invited'].includes(g.relation))).toEqual([])
    const first = early.filter((g) => g.relation === 'assigned' && ['intake', 'tafel'].includes(g.stage))
    expect(first).toEqual([])
  })

  test('reads the amount of the income, and the arrears and signals, only from the tenancy on', () => {
    for (const compartment of ['income', 'arrears', 'arrearsSignal', 'signals', 'evaluations', 'omklap'])
      expect(caseReads('officer', compartment).map((g) => g.stage)).toEqual([
        'tenancy',
        'aftercare',
        'closed',
      ])
  })
})

describe('a wijkteam or welzijn organisation', () => {
  test('reads, once assigned, who it is about, what support is needed, whether it runs and who is introduced to whom: the rest not', () => {
    const assigned = readsOf('localTeam').filter((g) => g.kind === 'case' && g.relation === 'assigned')
    expect([...new Set(assigned.map((g) => g.object))].sort()).toEqual(
      'careCourse careSignals contact guidanceSummary identity initials landing parties shield spine supportSummary'.split(
        ' ',
      ),
    )
  })

  test('takes one step in a case: it says when it worries about somebody who lives in its neighbourhood', () => {
    const takes = grants.filter((g) => g.role === 'localTeam' && g.verb === 'take')
    expect(takes.map((g) => `${g.object} ${g.stage}`)).toEqual(['raiseCareSignal aftercare'])
  })
})

/** The landlord says for itself what a client withdrew, and reads no consents; a term says that it stayed silent, and reads nothing; what a client says by a link is kept for the mentor. */
const addsUnread = ['officer consents', 'terms careCourse', 'matching clientWord']

describe('every process', () => {
  test.each(subjectKinds)(
    'of a %s lets nobody write what they may not read, except where it begins',
    (kind) => {
      const own = grantsOf(processes[kind])
      const reads = new Set(own.filter((g) => g.verb === 'read').map((g) => asGrant({ ...g, needs: null })))
      const blind = own
        .filter((g) => g.verb === 'write' && g.stage !== 'new')
        .filter((g) => !addsUnread.includes(`${g.role} ${g.object}`))
        .filter((g) => !reads.has(asGrant({ ...g, verb: 'read' })))
      expect(blind.map(asGrant)).toEqual([])
    },
  )

  test.each(subjectKinds)('of a %s has a reader and a writer for each compartment', (kind) => {
    const own = grantsOf(processes[kind])
    for (const name of Object.keys(processes[kind].compartments))
      for (const verb of ['read', 'write'])
        expect(own.some((g) => g.object === name && g.verb === verb)).toBe(true)
  })

  test.each(subjectKinds)(
    'of a %s shows its number and stage to whoever reads or does anything in it',
    (kind) => {
      const own = grantsOf(processes[kind])
      const spine = own.filter((g) => g.object === 'spine').map((g) => `${g.role} ${g.relation} ${g.stage}`)
      const hidden = own.filter(
        (g) => g.stage !== 'new' && !spine.includes(`${g.role} ${g.relation} ${g.stage}`),
      )
      expect(hidden.map(asGrant)).toEqual([])
    },
  )

  test.each(subjectKinds)('of a %s grants nothing at a stage before it exists but its opening', (kind) => {
    const early = grantsOf(processes[kind]).filter((g) => g.stage === 'new' && g.verb === 'read')
    expect(early).toEqual([])
  })
})

describe('a right', () => {
  const who = {
    role: 'officer',
    relations: ['any', 'assigned'],
    stage: 'matching',
    consents: [],
    outside: false,
  } as const
  const reads = (change: Partial<Parameters<typeof may>[2]>, compartment = 'debtSummary') =>
    may(grants, 'case', { ...who, consents: ['schulden'], ...change }, 'read', compartment)

  test('holds with the role, the relation, the stage and the consent together', () => {
    expect(reads({})).toBe(true)
  })
  test('ends when any of them is lacking', () => {
    expect(reads({ role: 'boardMember' })).toBe(false)
    expect(reads({ relations: ['any'] })).toBe(false)
    expect(reads({ stage: 'tafel' })).toBe(false)
    expect(reads({ consents: [] })).toBe(false)
    expect(reads({ consents: ['terugval'] })).toBe(false)
    expect(reads({}, 'debts')).toBe(false)
  })
  test('to read is not a right to write, and not one in another process', () => {
    expect(may(grants, 'case', { ...who, consents: ['schulden'] }, 'write', 'debtSummary')).toBe(false)
    expect(may(grants, 'dwelling', { ...who, consents: ['schulden'] }, 'read', 'debtSummary')).toBe(false)
  })
  test('is listed once', () => {
    expect(new Set(grants.map(asGrant)).size).toBe(grants.length)
  })
})
