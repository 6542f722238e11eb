// The table of what is asked as consent, against the table of who reads what: neither may promise what the other closes.
import { describe, expect, test } from 'vitest'
import { type OrganisationKind, organisationKinds, roleNames, roles } from '@/domain/case/actor'
import type { CaseCompartment } from '@/domain/case/compartments'
import { ledgerOf, openedBy } from '@/domain/case/consent-ledger'
import { askedFor, askingOf, type ConsentCategory, consentCategories } from '@/domain/case/consent-table'
import { readers } from '@/domain/case/readers'
import { textOn } from '@/domain/intake/consent-text'
import type { Reading } from '@/domain/kernel/grants'
import { organisations } from '../support/actors'
import { caseAt } from '../support/case-at'
import { inputs } from '../support/inputs'

const readings = (name: CaseCompartment, kind: OrganisationKind): readonly Reading[] =>
  roleNames
    .filter((role) => (roles[role] as readonly string[]).includes(kind))
    .flatMap((role) => [readers[name][role] ?? []].flat() as Reading[])

/** The groups of facts that anyone reads only by this consent. */
const about = (category: ConsentCategory): CaseCompartment[] => [
  ...new Set(organisationKinds.flatMap((kind) => openedBy(category, kind))),
]
const cells = consentCategories.flatMap((category) =>
  organisationKinds.map((kind) => [category, kind] as const),
)

describe('what is asked as consent', () => {
  test.each(cells)('of %s for a %s is what the readers say', (category, kind) => {
    const asking = askingOf(category, kind)
    const free = about(category).some((name) => readings(name, kind).some((r) => !r.needs))
    expect(openedBy(category, kind).length > 0).toBe('purpose' in asking)
    expect(free).toBe('reason' in asking && asking.reason !== 'neverShared')
  })

  test('rests on explicit consent where it is about health', () => {
    const bases = cells.map(([category, kind]) => [category, askingOf(category, kind)] as const)
    for (const [category, asking] of bases)
      if ('basis' in asking)
        expect(asking.basis === 'uitdrukkelijk').toBe(['verslaving', 'terugval'].includes(category))
  })

  test('has a text in every language, in every version there was', () => {
    for (const { of } of Object.values(textOn('2026-01-01')?.texts ?? {}))
      for (const category of consentCategories) expect(of[category]).toContain('{recipient}')
    expect(textOn('2019-12-31')).toBeNull()
  })
})

describe('the ledger of a recipient', () => {
  const [domesta] = organisations.corporatie
  const said = inputs.recordConsent?.({ today: '2026-01-12', ids: {} })
  const states = (world = caseAt('offered'), today = world.today) =>
    ledgerOf(world.kase.of.consents ?? [], domesta.id, 'corporatie', today).map((line) => line.state)

  test('has a line for each kind of facts that is asked for it, also when nothing was said yet', () => {
    expect(askedFor('corporatie')).toEqual(['schulden', 'terugval', 'woongeschiedenis'])
    expect(states()).toEqual(['notAsked', 'notAsked', 'notAsked'])
  })

  test('tells a no from a withdrawal, and a yes from one that has run out', () => {
    const world = caseAt('offered').take('recordConsent', 'mentor', { ...said, on: null })
    world.take('recordConsent', 'mentor', { categories: ['terugval'], given: false })
    expect(states(world)).toEqual(['given', 'refused', 'notAsked'])
    expect(states(world, '2030-01-01')).toEqual(['expired', 'refused', 'notAsked'])
    expect(states(world.take('passOnWithdrawal', 'officer'))).toEqual(['withdrawn', 'refused', 'notAsked'])
  })
})
