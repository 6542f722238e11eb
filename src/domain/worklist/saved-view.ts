// A selection with a name: whose it is, and what of it is kept. It holds codes only, as the address does.
import type { Role } from '../case/actor'
import { askedOf, caseFilter } from './case-filter'
import { askedOfView, caseView } from './case-view'
import type { Asked } from './work-filter'

/** Mine alone; of everyone in my role at my organisation; of my whole organisation. */
export const reaches = ['own', 'team', 'organisation'] as const
export type Reach = (typeof reaches)[number]

export type Asking = Readonly<Record<string, string>>

/** So long may a name be: a view is no place for a story, let alone for that of a client. */
export const NAME = 60

/** Who can take away what another shared: a view must not outlive its use. */
export const tidies = (role: Role) =>
  (['gemeenteLead', 'corporatieLead', 'zorgLead'] as readonly Role[]).includes(role)

/**
 * What of an address makes up a view: its filter, order and form. Where somebody is in a list or a year is not kept, and no
 * mark of a person; and a
 * view always says its form, so that it differs from the list of whoever has another first view.
 */
export function keptOf(asked: Asked, role: Role, today: string): Asking {
  const { month: _month, ...view } = askedOfView(caseView(asked, role, today), role, today)
  const { mentor: _mentor, ...filter } = askedOf(caseFilter(asked))
  const all = { ...filter, ...view, view: view.view ?? 'list' }
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
