// What is told about the rights is what the rights are: every span and every audience against the grants.
import { expect, test } from 'vitest'
import { type Role, roleNames } from '@/domain/case/actor'
import {
  type Audience,
  audiencesAt,
  audiencesOf,
  isClosed,
  matrixOf,
  readerGroups,
  relationsOf,
  rightOf,
  type Sight,
} from '@/domain/case/sight'
import { grants, processes } from '@/domain/case/steps'
import type { Grant, ProcessDefinition } from '@/domain/kernel/grants'

const all: readonly ProcessDefinition[] = Object.values(processes)
const cells = all.flatMap((process) =>
  Object.keys(process.readers).map((object) => ({ process, object, name: `${process.kind} ${object}` })),
)

/** What an emergency opens of a case is told by itself: it belongs to nobody's work. */
const inEmergency = ({ kind, relation }: Grant) => kind === 'case' && relation === 'emergency'

const readsOf = (process: ProcessDefinition, object: string) =>
  grants
    .filter((g) => g.kind === process.kind && g.object === object && g.verb === 'read' && !inEmergency(g))
    .map((g) => `${g.role} ${g.relation} ${g.stage} ${g.needs}`)
    .sort()

const stagesOf = ({ stages }: ProcessDefinition, { from, only }: Sight) =>
  only.length ? only : stages.slice(from ? stages.indexOf(from) : 1)

const told = (process: ProcessDefinition, role: Role, sight: Sight) =>
  stagesOf(process, sight).map((stage) => `${role} ${sight.as} ${stage} ${sight.needs}`)

const rolesOf = ({ group, roles }: Audience): readonly Role[] => roles ?? readerGroups[group]

test.each(cells)(
  '$name: the sights of all roles are exactly the grants to read it',
  ({ process, object }) => {
    const sights = roleNames.flatMap((role) =>
      rightOf(process, object, role).sights.flatMap((sight) => told(process, role, sight)),
    )
    expect([...new Set(sights)].sort()).toEqual(readsOf(process, object))
  },
)

test.each(cells)('$name: the audiences together are exactly the grants to read it', ({ process, object }) => {
  const sights = audiencesOf(process, object).flatMap((a) =>
    rolesOf(a).flatMap((role) => told(process, role, a.sight)),
  )
  expect([...new Set(sights)].sort()).toEqual(readsOf(process, object))
})

test.each(cells)('$name: at each stage the audience is who may read it then', ({ process, object }) => {
  for (const stage of process.stages.slice(1)) {
    const seen = audiencesAt(process, object, stage).flatMap((a) =>
      rolesOf(a).map((role) => `${role} ${a.sight.as} ${stage} ${a.sight.needs}`),
    )
    expect([...new Set(seen)].sort(), stage).toEqual(
      readsOf(process, object).filter((read) => read.includes(` ${stage} `)),
    )
  }
})

test('every role that reads anything belongs to one group of readers', () => {
  const grouped = Object.values(readerGroups).flat()
  const reading = new Set(grants.filter((g) => g.verb === 'read').map((g) => g.role))
  expect([...grouped].sort()).toEqual([...reading].sort())
})

test('health is for the whole care provider and nobody else', () => {
  const health = audiencesOf(processes.case, 'health')
  expect(health).toEqual([
    { group: 'provider', roles: null, sight: { as: 'ours', from: null, only: [], needs: null } },
  ])
  expect(isClosed(rightOf(processes.case, 'health', 'officer'))).toBe(true)
})

test('the amount of income opens for the corporation with the tenancy', () => {
  expect(rightOf(processes.case, 'income', 'officer').sights).toEqual([
    { as: 'assigned', from: 'tenancy', only: [], needs: null },
  ])
})

test('safety is for mentors, not for their team leader, and the coordinator is named alone', () => {
  expect(audiencesAt(processes.case, 'safety', 'aftercare').map(rolesOf)).toEqual([
    ['mentor'],
    ['regisseur'],
    ['coordinator'],
  ])
})

test('from the tafel on, the coordinator, the chair and the secretary see a household as one', () => {
  const groups = (stage: string) =>
    audiencesAt(processes.case, 'household', stage).filter((a) => a.group === 'tafel')
  expect(groups('intake').map(rolesOf)).toEqual([['coordinator']])
  expect(groups('tafel').map((a) => a.roles)).toEqual([null])
})

test('a corporation must be assigned before it reads, as a guest it is invited', () => {
  expect(relationsOf(processes.case, 'officer')).toEqual(['assigned'])
  expect(rightOf(processes.case, 'agenda', 'officer').sights).toEqual([
    { as: 'invited', from: null, only: ['tafel'], needs: null },
  ])
})

test('boards, client councils, administrators and privacy officers are in no matrix but those of people and emergencies; a council in that of the tafel', () => {
  const none: Role[] = ['privacyOfficer', 'organisationAdmin', 'boardMember', 'clientCouncil']
  for (const process of all.filter(({ kind }) => !['membership', 'emergency'].includes(kind)))
    expect(matrixOf(process).roles.filter((role) => none.includes(role))).toEqual(
      process.kind === 'tafel' ? ['clientCouncil'] : [],
    )
})
