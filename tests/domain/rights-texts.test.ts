// Whatever the tables say of the rights can be said: every word that the page may need stands in the catalogue.
import { expect, test } from 'vitest'
import { roleNames } from '@/domain/case/actor'
import { audiencesOf, readerGroups, relationsOf, rightOf } from '@/domain/case/sight'
import { processes } from '@/domain/case/steps'
import type { ProcessDefinition } from '@/domain/kernel/grants'
import { blocksOf, factGroup } from '@/features/rights/who-sees'
import nl from '@/i18n/nl/explain.json'

const all: readonly ProcessDefinition[] = Object.values(processes)
const who: Readonly<Record<string, Readonly<Record<string, string>>>> = nl.rights.who
const standing: Readonly<Record<string, Readonly<Record<string, string>>>> = nl.rights.standing

test('every process has its names on the pages that tell of it', () => {
  const kinds = Object.keys(processes).sort()
  const { kinds: rights, spine } = nl.rights
  for (const named of [rights, spine, nl.process.kinds, nl.process.kindAbout])
    expect(Object.keys(named).sort()).toEqual(kinds)
})

test('every group of readers has a name for every way in which it reads', () => {
  for (const process of all)
    for (const object of Object.keys(process.readers))
      for (const { group, roles, sight } of audiencesOf(process, object))
        if (group !== 'computed' && !roles && sight.as !== 'invited')
          expect(who[group]?.[sight.as], `${process.kind} ${object} ${group}`).toBeTruthy()
})

test('every role is told which cases it is about, or what it sees instead', () => {
  const people = roleNames.filter((role) => !(readerGroups.computed as readonly string[]).includes(role))
  for (const role of people) {
    const relations = relationsOf(processes.case, role)
    const group = Object.entries(readerGroups).find(([, roles]) =>
      (roles as readonly string[]).includes(role),
    )
    if (!relations.length) expect(nl.rights.instead, role).toHaveProperty(role)
    for (const as of relations) expect(standing[group?.[0] ?? '']?.[as], role).toBeTruthy()
  }
})

test('a role finds each group of facts open or closed, and none is left out', () => {
  for (const role of roleNames)
    for (const process of all) {
      const told = blocksOf(process, role).flatMap(({ when, objects }) =>
        objects.map((o) => [o, !!when] as const),
      )
      expect([...new Set(told.map(([object]) => object))].sort()).toEqual(Object.keys(process.readers).sort())
      for (const [object, open] of told)
        expect(rightOf(process, object, role).sights.length > 0, `${role} ${object}`).toBe(open)
    }
})

test('the officer reads income from the tenancy on, debts in short with consent, health never', () => {
  const blocks = blocksOf(processes.case, 'officer')
  const blockWith = (object: string) => blocks.find(({ objects }) => objects.includes(object))?.when
  expect(blockWith('income')).toEqual({ says: 'from', stages: ['tenancy'], consent: false })
  expect(blockWith('debtSummary')).toEqual({ says: 'from', stages: ['matching'], consent: true })
  expect(blockWith('health')).toBeNull()
  expect(blocks.at(-1)?.when).toBeNull()
})

test('of the BSN is said that mentor and regisseur see it always, and that both write it', () => {
  const { sayings, writers } = factGroup(processes.case, 'bsn')
  expect(sayings).toHaveLength(1)
  expect(sayings[0]).toMatchObject({ says: 'always', consent: false })
  expect(sayings[0]?.who.flatMap(({ roles }) => roles)).toEqual(['mentor', 'regisseur'])
  expect(writers).toEqual(['regisseur', 'mentor'])
})
