import { describe, expect, test } from 'vitest'
import { askedOfView, caseView, columnsFor, usualColumns } from '@/domain/worklist/case-view'

const TODAY = '2026-12-01'
const view = (asked: Parameters<typeof caseView>[0], role: Parameters<typeof caseView>[1] = 'mentor') =>
  caseView(asked, role, TODAY)

describe('the view of a selection of cases', () => {
  test('is a list with the usual columns of this month, when nothing is asked', () => {
    expect(view({})).toEqual({ form: 'list', columns: usualColumns, dense: false, month: '2026-12' })
    expect(askedOfView(view({}), 'mentor', TODAY)).toEqual({
      view: null,
      columns: null,
      dense: null,
      month: null,
    })
  })

  test('is read from an address and written back', () => {
    const asked = { view: 'agenda', columns: 'number.mentor.due', dense: 'yes', month: '2027-02' }
    expect(askedOfView(view(asked), 'mentor', TODAY)).toEqual(asked)
    expect(view({ columns: ['due', 'number'] }).columns).toEqual(['number', 'due'])
  })

  test('holds nothing that is no code', () => {
    const odd = 'Jan de Vries'
    expect(view({ view: odd, columns: odd, dense: odd, month: odd })).toEqual(view({}))
  })

  test('has no column of what the role does not read', () => {
    expect(columnsFor('boardMember')).not.toContain('waiting')
    expect(view({ columns: 'number.waiting.mentor' }, 'boardMember').columns).toEqual(['number'])
    expect(columnsFor('mentor')).toContain('mentor')
  })
})
