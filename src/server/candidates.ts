import 'server-only'
// The candidates of one dwelling. The matching membership sees the facts; the officer sees verdicts under a pseudonym.
import { createHash } from 'node:crypto'
import type { Actor } from '@/domain/case/actor'
import type { MatchingRules } from '@/domain/covenant/matching-rules'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { addressOf } from '@/domain/dwelling/dwelling'
import type { Candidate } from '@/domain/kernel/context'
import { daysBetween } from '@/domain/kernel/days'
import { candidacyOf, candidateOf } from '@/domain/matching/candidate'
import type { Home, RuleResult, Seeker } from '@/domain/matching/fit'
import { excluded, inOrder } from '@/domain/matching/order'
import type { Norms } from '@/domain/norm/norm'
import { asSystem } from './db/as-actor'
import { Prisma, type Tx } from './db/client'
import { printsOfPair, type RefusedBefore, refusalsOf, refusedBefore } from './refused-pairs'
import { supportOfSeekers } from './support'

export type Found = {
  readonly pseudonym: string
  readonly caseId: string
  readonly number: string
  readonly priority: string | null
  readonly waitingDays: number
  readonly results: readonly RuleResult[]
  readonly excluded: boolean
  readonly prints: Candidate['prints']
  readonly refused: RefusedBefore
  /** Nobody but who was named may learn anything of them that the rules do not say. */
  readonly shielded: boolean
}

/** A client who seeks a home, as the matching membership reads them. */
export type Waiting = {
  caseId: string
  number: string
  readySince: string | null
  priority: string | null
  seeker: Seeker
}

/** A name for this client on this dwelling only: on another dwelling they have another. */
export const pseudonymOf = (caseId: string, dwellingId: string) =>
  createHash('sha256').update(`${caseId} ${dwellingId}`).digest('hex').slice(0, 8).toUpperCase()

async function homeOf(tx: Tx, dwellingId: string): Promise<Home | null> {
  const [home] = await tx.$queryRaw<Home[]>`
    SELECT f.street, f.house_number AS "houseNumber", f.postcode, f.municipality::text, coalesce(o.name, '') AS "municipalityName", f.complex, f.rooms, f.floor, f.lift,
      f.accessibility, f.rent, f.available_from::text AS "availableFrom", f.meant_for AS "meantFor"
    FROM dwelling_facts f LEFT JOIN organisation o ON o.id = f.municipality WHERE f.subject_id = ${dwellingId}::uuid`
  return home ?? null
}

/** Everyone in the matching stage without an open offer, as the matching membership may see them; or `only` the client of this case. */
const waiting = (tx: Tx, only: string | null) => tx.$queryRaw<Waiting[]>`
  SELECT s.id::text AS "caseId", s.number, r.ready_since::text AS "readySince", d.priority,
    jsonb_build_object('household', (SELECT jsonb_build_object('adults', h.adults, 'children', h.children) FROM case_household h WHERE h.household_id = s.household_id),
      'incomeClass', c.class, 'birthDate', i.birth_date, 'municipality', d.municipality, 'form', d.contract_form, 'wantedFrom', greatest(r.wanted_from, CASE WHEN r.ready_since IS NULL THEN r.expected_on END), 'shielded', s.shielded,
      'profile', CASE WHEN p.subject_id IS NOT NULL THEN jsonb_build_object('minRooms', p.min_rooms, 'maxRent', p.max_rent, 'groundFloor', p.ground_floor, 'accessibility', p.accessibility, 'careful', p.careful_match, 'lowStimulus', p.low_stimulus, 'outdoorSpace', p.outdoor_space) END,
      'exclusions', (SELECT coalesce(jsonb_agg(jsonb_build_object('area', e.area, 'value', e.value, 'until', e.until)), '[]') FROM case_exclusions e WHERE e.subject_id = s.id AND NOT EXISTS (SELECT 1 FROM row_taken_back b WHERE b.row_id = e.id))) AS seeker
  FROM (SELECT r.subject_id AS id, r.number, r.person_id, r.household_id, r.shielded FROM relation r WHERE r.holder_id = (SELECT app.covenant())
      AND r.covenant_id = (SELECT app.covenant()) AND r.subject_kind = 'case' AND r.relation = 'any' AND r.stage = 'matching') s LEFT JOIN case_readiness r ON r.subject_id = s.id LEFT JOIN case_decision d ON d.subject_id = s.id
    LEFT JOIN case_income_class c ON c.subject_id = s.id LEFT JOIN case_identity i ON i.person_id = s.person_id LEFT JOIN case_profile p ON p.subject_id = s.id
  WHERE ${only ? Prisma.sql`s.id = ${only}::uuid` : Prisma.sql`EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = s.id AND t.task = 'findDwelling')`}`

/** The same, with who supports them where the covenant looks at it. */
export async function seeking(
  tx: Tx,
  { support }: Pick<MatchingRules, 'support'>,
  only: string | null = null,
): Promise<Waiting[]> {
  const people = await waiting(tx, only)
  if (support === 'off') return people
  const known = await supportOfSeekers(tx)
  return people.map((one) => ({
    ...one,
    seeker: { ...one.seeker, support: known.get(one.caseId) ?? null },
  }))
}

/** A dwelling as it is offered. */
type Offered = { address: string; home: Home }
export type Agreements = { rules: RuleSet; norms: Norms; today: string }

/** One client beside one dwelling: what every rule says, and whether they refused it. Null where they are no candidate at all. */
function judged(
  { caseId, number, readySince, priority, seeker }: Waiting,
  {
    dwellingId,
    home,
    before,
  }: { dwellingId: string; home: Home; before: ReadonlyMap<string, Candidate['prints']> },
  agreements: Agreements,
) {
  const results = candidacyOf(seeker, home, agreements)
  if (!results) return null
  const waitingDays = readySince ? daysBetween(readySince, agreements.today) : 0
  const prints = printsOfPair(seeker, home)
  const refused = refusedBefore(prints, before.get(caseId))
  const pseudonym = pseudonymOf(caseId, dwellingId)
  const found = { pseudonym, caseId, number, priority, waitingDays, results, prints, refused }
  return { ...found, shielded: seeker.shielded }
}

/** One client for one dwelling, whether or not they look for one now; null where either is not there. Asked as the matching membership. */
export async function pairOf(
  tx: Tx,
  { dwellingId, caseId }: { readonly dwellingId: string; readonly caseId: string },
  agreements: Agreements,
): Promise<Candidate | null> {
  const home = await homeOf(tx, dwellingId)
  const [person] = await seeking(tx, agreements.rules.matching, caseId)
  if (!home || !person) return null
  const before = await refusalsOf(tx, dwellingId)
  const found = judged(person, { dwellingId, home, before }, agreements)
  if (!found) return null
  const { pseudonym, number, results, prints, refused } = found
  const pair = { pseudonym, caseId, number, results, prints, refusedBefore: refused === 'same' }
  return candidateOf(pair, {
    address: addressOf(home as Home & { houseNumber: string }),
    home,
    nextInLine: [],
  })
}

/** All candidates for a dwelling of this actor's, in their order. Null when the dwelling is not there for this actor. */
export async function candidatesFor(
  tx: Tx,
  actor: Actor,
  dwellingId: string,
  agreements: Agreements,
): Promise<(Offered & { candidates: Found[] }) | null> {
  const home = await homeOf(tx, dwellingId)
  if (!home) return null
  const { people, before } = await asSystem(tx, actor, 'matching', async () => ({
    people: await seeking(tx, agreements.rules.matching),
    before: await refusalsOf(tx, dwellingId),
  }))
  const found = people.flatMap((one) => judged(one, { dwellingId, home, before }, agreements) ?? [])
  const candidates = inOrder(found).map((c) => ({ ...c, excluded: excluded(c) }))
  return { address: addressOf(home as Home & { houseNumber: string }), home, candidates }
}

/** Who comes after the chosen one, in the order of the candidates: those whom every rule fits, and who did not refuse it. */
export const inReserve = (candidates: readonly Found[], chosen: Found, most: number): string[] =>
  candidates
    .filter((c) => c !== chosen && !c.excluded && c.refused !== 'same')
    .slice(0, most)
    .map(({ pseudonym }) => pseudonym)
