// What is shared with whom: from the table of who reads what, the consents that count, and the days on which was read.
import { describe, expect, test } from 'vitest'
import { roleNames } from '@/domain/case/actor'
import { type CaseCompartment, compartments } from '@/domain/case/compartments'
import { readerGroups } from '@/domain/case/sight'
import {
  accountsFor,
  type Disclosure,
  disclosuresTo,
  groundOf,
  type Reading,
  type Receiver,
  sourcesOf,
} from '@/domain/privacy/disclosures'
import { groupOf } from '@/domain/privacy/purposes'
import { organisations } from '../../support/actors'

const [domesta, lefier] = organisations.corporatie
const [emmen] = organisations.gemeente
const landlord: Receiver = {
  organisationId: domesta.id,
  kind: 'corporatie',
  group: 'corporation',
  guest: false,
}
const gemeente: Receiver = { organisationId: emmen.id, kind: 'gemeente', group: 'gemeente', guest: false }

const state = { stage: 'matching', consents: [] as string[], readings: [] as Reading[], holds: () => true }
const names = (found: readonly Disclosure[]) => found.map((d) => d.facts)
const of = (found: readonly Disclosure[], facts: CaseCompartment) => found.find((d) => d.facts === facts)
const reading = (said: Partial<Reading>): Reading => ({
  organisationId: domesta.id,
  role: 'officer',
  object: 'profile',
  first: '2026-02-20',
  last: '2026-02-25',
  ...said,
})

describe('what is shared with a landlord', () => {
  test('is what the readers say, at this stage, and nothing that nobody filled in', () => {
    expect(names(disclosuresTo(landlord, state))).toEqual(expect.arrayContaining(['identity', 'profile']))
    expect(names(disclosuresTo(landlord, state))).not.toContain('health')
    expect(names(disclosuresTo(landlord, state))).not.toContain('income')
    expect(names(disclosuresTo(landlord, { ...state, stage: 'tenancy' }))).toContain('income')
    expect(disclosuresTo(landlord, { ...state, stage: 'intake' })).toEqual([])
    expect(disclosuresTo(landlord, { ...state, holds: () => false })).toEqual([])
  })

  test('has its purpose and its ground: the agreement, a duty of the law, or what the client agreed to', () => {
    const found = disclosuresTo(landlord, { ...state, consents: ['schulden'] })
    expect(of(found, 'profile')).toMatchObject({ purpose: 'huren', basis: 'overeenkomst', agreed: null })
    expect(of(found, 'incomeClass')).toMatchObject({ purpose: 'passend', basis: 'plicht' })
    expect(of(found, 'debtSummary')).toMatchObject({ agreed: 'huurStarten', basis: 'toestemming' })
  })

  test('is not what needs a consent that is not there', () => {
    expect(names(disclosuresTo(landlord, state))).not.toContain('debtSummary')
  })

  test('is also what it read and may read no longer, with the days', () => {
    const readings = [
      reading({ object: 'debtSummary' }),
      reading({ object: 'debtSummary', role: 'corporatieLead', last: '2026-03-01' }),
    ]
    expect(of(disclosuresTo(landlord, { ...state, readings }), 'debtSummary')).toMatchObject({
      open: false,
      read: { first: '2026-02-20', last: '2026-03-01' },
    })
  })

  test('is not what another organisation read, nor the same one in another part', () => {
    const readings = [reading({ organisationId: lefier.id }), reading({ role: 'regisseur' })]
    expect(of(disclosuresTo(landlord, { ...state, readings }), 'profile')).toMatchObject({
      open: true,
      read: null,
    })
  })

  test('is never what it wrote itself', () => {
    expect(names(disclosuresTo(landlord, { ...state, stage: 'aftercare' }))).not.toContain('arrears')
    expect(sourcesOf('profile')).toEqual(['provider'])
  })
})

describe('what is shared with others', () => {
  test('is with the gemeente for its task, and about addiction only as the client agreed', () => {
    const found = disclosuresTo(gemeente, { ...state, consents: ['verslaving'] })
    expect(of(found, 'zrm')).toMatchObject({ purpose: 'toegang', basis: 'taak' })
    expect(of(found, 'addictionSummary')).toMatchObject({ agreed: 'steunRegelen', basis: 'uitdrukkelijk' })
  })

  test('is of a shielded case what stays open under its alias, until somebody there is named', () => {
    const all = names(disclosuresTo(landlord, { ...state, stage: 'matching' }))
    const some = names(disclosuresTo(landlord, { ...state, stage: 'matching', unnamed: true }))
    expect(all).toEqual(expect.arrayContaining(['identity', 'parties', 'profile']))
    expect(
      some.filter((name) => ['identity', 'contact', 'initials', 'parties', 'bewind'].includes(name)),
    ).toEqual([])
    expect(some).toEqual(expect.arrayContaining(['profile', 'household', 'shield']))
  })

  test('is with a guest of the tafel no more than an item of it', () => {
    const found = disclosuresTo({ ...landlord, guest: true }, { ...state, stage: 'tafel' })
    expect(names(found).sort()).toEqual(
      ['agenda', 'household', 'initials', 'profile', 'readiness', 'shield', 'supportSummary'].sort(),
    )
    expect(new Set(found.map((d) => d.purpose))).toEqual(new Set(['meepraten']))
    expect(disclosuresTo({ ...landlord, guest: true }, state)).toEqual([])
  })

  test('has a ground for every group of people that reads anything', () => {
    // Of these nobody reads anything of a client.
    const { oversight, clients, computed, ...people } = readerGroups
    expect([...oversight, ...clients, ...computed].length).toBeGreaterThan(0)
    const kinds = {
      provider: 'zorgaanbieder',
      gemeente: 'gemeente',
      tafel: 'gemeente',
      corporation: 'corporatie',
      localTeam: 'wijkteam',
    } as const
    for (const group of Object.keys(people) as (keyof typeof people)[])
      for (const facts of Object.keys(compartments) as CaseCompartment[])
        expect(groundOf(facts, { group, kind: kinds[group], guest: false })?.basis).toBeTruthy()
  })
})

test('whoever answers to the client for it sees it: the mentor and the regisseur', () => {
  expect(roleNames.filter(accountsFor)).toEqual(['regisseur', 'mentor'])
  expect(groupOf('officer')).toBe('corporation')
})
