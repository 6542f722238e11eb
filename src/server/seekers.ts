import 'server-only'
// The clients who seek a home, as the matching membership reads them: in short all of them at once, or with all that the rules ask.
import type { MatchingRules } from '@/domain/covenant/matching-rules'
import type { Seeker } from '@/domain/matching/fit'
import { Prisma, type Tx } from './db/client'
import { supportOfSeekers } from './support'

/** A client who seeks a home, as the matching membership reads them. */
export type Waiting = {
  caseId: string
  number: string
  readySince: string | null
  priority: string | null
  seeker: Seeker
}

/** What says where somebody stands in a line, and whether they seek in this gemeente at all. */
export type InShort = Pick<Waiting, 'caseId' | 'readySince' | 'priority'> &
  Pick<Seeker, 'municipality' | 'shielded'>

/** Everybody who seeks a home, in short. Asked as the matching membership; of anybody else it says nothing. */
export const inShort = (tx: Tx) => tx.$queryRaw<InShort[]>`
  SELECT s.case_id::text AS "caseId", s.ready_since::text AS "readySince", s.priority, s.municipality::text, s.shielded FROM app.seekers() s`

/** Everyone in the matching stage without an open offer, as the matching membership may see them; or `only` the clients of these cases, whether or not they look for one. */
const waiting = (tx: Tx, only: readonly string[] | null) => tx.$queryRaw<Waiting[]>`
  SELECT s.id::text AS "caseId", s.number, r.ready_since::text AS "readySince", d.priority,
    jsonb_build_object('household', (SELECT jsonb_build_object('adults', h.adults, 'children', h.children) FROM case_household h WHERE h.household_id = s.household_id),
      'incomeClass', c.class, 'birthDate', i.birth_date, 'municipality', d.municipality, 'form', d.contract_form, 'wantedFrom', greatest(r.wanted_from, CASE WHEN r.ready_since IS NULL THEN r.expected_on END), 'shielded', s.shielded,
      'profile', CASE WHEN p.subject_id IS NOT NULL THEN jsonb_build_object('minRooms', p.min_rooms, 'maxRent', p.max_rent, 'groundFloor', p.ground_floor, 'accessibility', p.accessibility, 'careful', p.careful_match, 'lowStimulus', p.low_stimulus, 'outdoorSpace', p.outdoor_space) END,
      'exclusions', (SELECT coalesce(jsonb_agg(jsonb_build_object('area', e.area, 'value', e.value, 'until', e.until)), '[]') FROM case_exclusions e WHERE e.subject_id = s.id AND NOT EXISTS (SELECT 1 FROM row_taken_back b WHERE b.row_id = e.id))) AS seeker
  FROM (SELECT r.subject_id AS id, r.number, r.person_id, r.household_id, r.shielded FROM relation r WHERE r.holder_id = (SELECT app.covenant())
      AND r.covenant_id = (SELECT app.covenant()) AND r.subject_kind = 'case' AND r.relation = 'any' AND r.stage = 'matching') s LEFT JOIN case_readiness r ON r.subject_id = s.id LEFT JOIN case_decision d ON d.subject_id = s.id
    LEFT JOIN case_income_class c ON c.subject_id = s.id LEFT JOIN case_identity i ON i.person_id = s.person_id LEFT JOIN case_profile p ON p.subject_id = s.id
  WHERE ${only ? Prisma.sql`s.id = ANY (${[...only]}::uuid[])` : Prisma.sql`EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = s.id AND t.task = 'findDwelling')`}`

/** The same, with who supports them where the covenant looks at it. */
export async function seeking(
  tx: Tx,
  { support }: Pick<MatchingRules, 'support'>,
  only: readonly string[] | null = null,
): Promise<Waiting[]> {
  const people = await waiting(tx, only)
  if (support === 'off') return people
  const known = await supportOfSeekers(
    tx,
    people.map(({ caseId }) => caseId),
  )
  return people.map((one) => ({
    ...one,
    seeker: { ...one.seeker, support: known.get(one.caseId) ?? null },
  }))
}
