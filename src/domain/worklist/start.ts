// Where each role begins: its own work, put together from parts. A part that a role has no right to is not a row of zeros,
// it is not there; tests compare this table with the grants.
import type { Role } from '../case/actor'

/**
 * tasks: what waits on me · cards: the same for who is on the way, on a phone · waiting: who of ours waits too long, and on
 * whom · load: the work of the organisation · region: what stands still, by gemeente and by party · tafels: the next ones ·
 * freeing, offers, keys: what a landlord lets · clients: the cases that I may open.
 */
export type StartPart =
  | 'tasks'
  | 'cards'
  | 'waiting'
  | 'load'
  | 'region'
  | 'tafels'
  | 'freeing'
  | 'offers'
  | 'keys'
  | 'clients'

/** A page of its own is the start of whoever has no tasks. */
export type StartPage = 'work' | 'report' | 'journal' | 'organisation'

export type Start = { readonly page: StartPage; readonly parts: readonly StartPart[] }

const work = (...parts: StartPart[]): Start => ({ page: 'work', parts })
const on = (page: StartPage): Start => ({ page, parts: [] })

/** The last two are not people: they have no page at all. */
const starts: Readonly<Record<Role, Start>> = {
  regisseur: work('tasks', 'waiting', 'tafels'),
  coordinator: work('region', 'tafels', 'tasks'),
  chair: work('tafels', 'tasks'),
  secretary: work('tafels', 'tasks'),
  gemeenteLead: work('load'),
  officer: work('tasks', 'freeing', 'offers', 'keys', 'tafels'),
  corporatieLead: work('load'),
  mentor: work('cards', 'tasks', 'tafels'),
  zorgLead: work('tasks', 'load'),
  localTeam: work('clients', 'tafels'),
  privacyOfficer: on('journal'),
  organisationAdmin: on('organisation'),
  boardMember: on('report'),
  clientCouncil: on('report'),
  matching: on('work'),
  reporting: on('work'),
  terms: on('work'),
}

export const startOf = (role: Role): Start => starts[role]
