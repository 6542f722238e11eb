import { describe, expect, test } from 'vitest'
import { roleNames } from '@/domain/case/actor'
import { processes } from '@/domain/case/steps'
import { leastSharedFirst, readsJournal } from '@/domain/privacy/journal'
import { askedBy, asksAll, journalCursor, journalFilter } from '@/domain/privacy/journal-filter'
import { uuid } from '../../support/actors'

test('the journal is for the privacy officer alone', () => {
  expect(roleNames.filter(readsJournal)).toEqual(['privacyOfficer'])
})

test('what the fewest roles may read stands first in a record', () => {
  const readers = Object.values(processes).map((p) => p.readers)
  const names = ['identity', 'health', 'readiness', 'criminal', 'debts']
  expect(leastSharedFirst(names, readers)).toEqual(['criminal', 'debts', 'health', 'identity', 'readiness'])
})

describe('a filter of the journal', () => {
  const [person, subject] = [uuid(1), uuid(2)]

  test('is read from an address and written back as it was', () => {
    const visit = { purpose: 'huren', session: '0123456789abcdef' }
    const asked = { kind: 'denied', person, subject, ...visit, from: '2026-11-01', until: '2026-11-30' }
    expect(journalFilter(asked)).toEqual(asked)
    expect(askedBy(journalFilter(asked))).toEqual(asked)
    expect(asksAll(journalFilter(asked))).toBe(false)
  })

  test('holds no names, no sentences and no days that do not exist', () => {
    const asked = {
      kind: 'alles',
      person: 'Roos Ottens',
      subject: "' OR 1=1",
      from: '2026-02-30',
      until: 'nu',
      purpose: 'nieuwsgierig',
      session: '0123456789ABCDEF',
    }
    expect(asksAll(journalFilter(asked))).toBe(true)
    expect(askedBy(journalFilter(asked))).toEqual({})
    expect(asksAll(journalFilter({ person: [person, person] }))).toBe(true)
  })

  test('goes on from a record of the chain, older or newer', () => {
    expect(journalCursor({ after: '51' })).toEqual({ way: 'after', seq: '51' })
    expect(journalCursor({ before: '102' })).toEqual({ way: 'before', seq: '102' })
    expect(journalCursor({ after: '-1' })).toBeNull()
    expect(journalCursor({ after: '9'.repeat(30) })).toBeNull()
    expect(journalCursor({})).toBeNull()
  })
})
