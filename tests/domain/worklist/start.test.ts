import { describe, expect, test } from 'vitest'
import { type Role, roleNames, roles } from '@/domain/case/actor'
import { grants } from '@/domain/case/steps'
import { tasks } from '@/domain/case/tasks'
import { type StartPart, startOf } from '@/domain/worklist/start'

const people = roleNames.filter((role) => !(roles[role] as readonly string[]).includes('systeem'))
const has = (part: StartPart) => people.filter((role) => startOf(role).parts.includes(part))
const reads = (kind: string, object: string, relation?: string) => (role: Role) =>
  grants.some(
    (g) =>
      g.kind === kind &&
      g.object === object &&
      g.role === role &&
      g.verb === 'read' &&
      (!relation || g.relation === relation),
  )
const holders = new Set<Role>(Object.values(tasks).map((task) => task.role))

describe('everyone begins with their own work', () => {
  test('whoever has tasks begins with a work list, and nobody else has one; the privacy officer has theirs on the journal', () => {
    expect([...has('tasks'), 'privacyOfficer'].sort()).toEqual([...holders].sort())
  })

  test('whoever has no work in cases begins on a page of their own', () => {
    const elsewhere = people.filter((role) => startOf(role).page !== 'work')
    expect(elsewhere).toEqual(['privacyOfficer', 'organisationAdmin', 'boardMember', 'clientCouncil'])
    expect(elsewhere.filter(reads('case', 'spine'))).toEqual([])
    expect(people.filter((role) => startOf(role).page === 'report')).toEqual(['boardMember', 'clientCouncil'])
    expect(people.filter((role) => startOf(role).page === 'journal')).toEqual(['privacyOfficer'])
  })

  test('a work page has parts, another one has none', () => {
    for (const role of people)
      expect(startOf(role).parts.length > 0, role).toBe(startOf(role).page === 'work')
  })
})

describe('nobody gets a part to which they have no right', () => {
  test('the next tafels are for whoever reads when they are', () => {
    expect(has('tafels').filter((role) => !reads('tafel', 'session')(role))).toEqual([])
  })

  test('what a landlord lets is for the owner of dwellings and offers', () => {
    expect(has('freeing').filter((role) => !reads('dwelling', 'facts', 'ours')(role))).toEqual([])
    expect(has('offers').filter((role) => !reads('offer', 'terms', 'ours')(role))).toEqual([])
    expect(has('keys').filter((role) => tasks.handOverKey.role !== role)).toEqual([])
  })

  test('what stands still in a region is for whoever reads all of its cases', () => {
    expect(has('region').filter((role) => !reads('case', 'parties', 'any')(role))).toEqual([])
  })

  test('the load is for team leads, of whom only those of a care provider have tasks of their own: plans', () => {
    expect(has('load')).toEqual(['gemeenteLead', 'corporatieLead', 'zorgLead'])
    expect(has('load').filter((role) => !reads('case', 'spine')(role))).toEqual([])
    expect(has('load').filter((role) => holders.has(role))).toEqual([tasks.approvePlan.role])
  })

  test('cards are for whoever visits', () => {
    expect(has('cards')).toEqual([tasks.visit.role])
  })
})
