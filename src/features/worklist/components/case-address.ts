// Where a selection of cases stands, in its present form or another.
import { askedOf, type CaseFilter } from '@/domain/worklist/case-filter'
import { askedOfView, type CaseView } from '@/domain/worklist/case-view'
import { paths } from '@/paths'
import type { CasesScreen } from '../cases'
import { type Asking, asking, at } from './addresses'

const list = paths.list('case')

export type Selected = Pick<CasesScreen, 'filter' | 'view' | 'role' | 'today'>
type Changes = { readonly filter?: Partial<CaseFilter>; readonly view?: Partial<CaseView> }

/** What is asked of a selection, as it stands in an address. */
export const askedNow = ({ filter, view, role, today }: Selected, changes: Changes = {}): Asking =>
  asking({
    ...askedOf({ ...filter, ...changes.filter }),
    ...askedOfView({ ...view, ...changes.view }, role, today),
  })

/** The same selection with something changed. */
export const address = (selected: Selected, changes: Changes = {}) => at(list, askedNow(selected, changes))

/** The same stages in the same form, without any further choice. */
export const unchosen = (selected: Selected) =>
  address(selected, { filter: { task: null, late: false, organisation: null, sort: 'number' } })
