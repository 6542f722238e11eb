// Where a selection of cases stands, in its present form or another.
import { askedOf, type CaseFilter } from '@/domain/worklist/case-filter'
import { askedOfView, type CaseView } from '@/domain/worklist/case-view'
import { paths } from '@/paths'
import type { CasesScreen } from '../cases'
import { type Asking, asking, at } from './addresses'

const list = paths.list('case')

export type Selected = Pick<CasesScreen, 'filter' | 'view' | 'role' | 'today' | 'hasFirst'>
type Changes = { readonly filter?: Partial<CaseFilter>; readonly view?: Partial<CaseView> }

/** What is asked of a selection, as it stands in an address. */
export function askedNow(selected: Selected, changes: Changes = {}): Asking {
  const { filter, view, role, today, hasFirst } = selected
  const shown = askedOfView({ ...view, ...changes.view }, role, today)
  return asking({
    ...askedOf({ ...filter, ...changes.filter }),
    ...shown,
    // Without a word about it, the list would open with the first view again.
    view: shown.view ?? (hasFirst ? 'list' : null),
  })
}

/** The same selection with something changed. */
export const address = (selected: Selected, changes: Changes = {}) => at(list, askedNow(selected, changes))

/** The same stages in the same form, without any further choice. */
export const unchosen = (selected: Selected) =>
  address(selected, {
    filter: { task: null, late: false, organisation: null, whose: null, mentor: null, sort: 'number' },
  })
