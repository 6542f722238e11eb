// The pages that are measured, each asked by someone of the demo whose page it is.
import type pg from 'pg'
import { asKernel } from '../../prisma/load-covenant'
import type { Home } from './home'
import type { Site } from './site'

export type Page = { readonly name: string; readonly role: string; readonly path: (kase: string) => string }

/** The first one asks the session, and nothing else. */
export const EMPTY = 'empty page'
export const pages: readonly Page[] = [
  { name: EMPTY, role: 'mentor', path: () => '/login/membership' },
  { name: 'work list', role: 'mentor', path: () => '/' },
  { name: 'case list', role: 'mentor', path: () => '/cases' },
  { name: 'case list, one stage', role: 'regisseur', path: () => '/cases?stage=aftercare' },
  { name: 'case', role: 'mentor', path: (kase) => `/cases/${kase}` },
  { name: 'case file', role: 'mentor', path: (kase) => `/cases/${kase}/file` },
  { name: 'tafels', role: 'coordinator', path: () => '/tafels' },
  { name: 'dwellings', role: 'officer', path: () => '/dwellings' },
  { name: 'dwellings of all', role: 'coordinator', path: () => '/dwellings' },
  { name: 'report', role: 'coordinator', path: () => '/report' },
]

/** Homes in aftercare of the mentor's organisation, where a visit can be recorded. */
export const homesOf = (site: Site, count: number): Promise<Home[]> =>
  asKernel(site.ownerUrl, async (client: pg.Client) => {
    const { rows } = await client.query<Home>(
      // Once each, also where the organisation has two parts in a case.
      `SELECT s.id::text, s.person_id::text AS "personId", s.household_id::text AS "householdId", s.version
         FROM spine s JOIN case_placement p ON p.subject_id = s.id JOIN case_guidance g ON g.subject_id = s.id
        WHERE s.id IN (SELECT r.subject_id FROM relation r
          WHERE r.holder_id = $1 AND r.covenant_id = $2 AND r.subject_kind = 'case' AND r.relation = 'ours' AND r.stage = 'aftercare')
        ORDER BY md5(s.id::text || clock_timestamp()::date) LIMIT $3`,
      [site.actor('mentor').organisationId, site.actor('mentor').covenantId, count],
    )
    return rows
  })
