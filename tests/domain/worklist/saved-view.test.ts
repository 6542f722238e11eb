import { describe, expect, test } from 'vitest'
import { keptOf } from '@/domain/worklist/saved-view'
import { uuid } from '../../support/actors'

const kept = (asked: Parameters<typeof keptOf>[0]) => keptOf(asked, 'mentor', '2026-12-01')

describe('a saved view', () => {
  test('keeps the filter, the order, the form and the columns, as codes', () => {
    const asked = { stage: 'matching', late: 'yes', organisation: uuid(3), view: 'board', dense: 'yes' }
    expect(kept(asked)).toEqual(asked)
    expect(kept({ columns: 'number.due', sort: 'waiting' })).toEqual({
      columns: 'number.due',
      sort: 'waiting',
      view: 'list',
    })
  })

  test('keeps nothing that somebody typed, and not where in the list or the year one was', () => {
    expect(
      kept({ stage: 'Jan de Vries', q: 'Jan', after: `x_${uuid(1)}`, month: '2027-03', at: '51' }),
    ).toEqual({ view: 'list' })
  })
})
