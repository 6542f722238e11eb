import 'server-only'
// Which clients refused this dwelling before, and whether anything is different since: a pair is not proposed again for nothing.
import type { Candidate } from '@/domain/kernel/context'
import type { Home, Seeker } from '@/domain/matching/fit'
import type { Tx } from './db/client'
import { hashOf } from './hash'

type Prints = Candidate['prints']

const printOf = (facts: readonly unknown[]) => hashOf(JSON.stringify(facts))

/** What the rules ask of the woonprofiel, whatever else was fetched with it. */
const askedIn = ({ accessibility, groundFloor, maxRent, minRooms }: NonNullable<Seeker['profile']>) =>
  Object.entries({ accessibility, groundFloor, maxRent, minRooms })

/** What a refusal can be about, as two prints: of what the client asks, and of the dwelling. Lists in one order: the same facts have the same print. */
export const printsOfPair = (seeker: Seeker, home: Home): Prints => ({
  seekerPrint: printOf([
    seeker.household && [seeker.household.adults, seeker.household.children],
    seeker.incomeClass,
    seeker.municipality,
    seeker.profile && askedIn(seeker.profile),
    seeker.exclusions?.map(({ area, value, until }) => [area, value, until].join(' ')).sort(),
    seeker.wantedFrom,
  ]),
  homePrint: printOf([
    home.complex,
    home.rooms,
    home.floor,
    home.lift,
    home.accessibility,
    home.rent,
    home.availableFrom,
  ]),
})

/** By case, how things stood when it refused this dwelling the last time. Asked as the matching membership. */
export async function refusalsOf(tx: Tx, dwellingId: string): Promise<ReadonlyMap<string, Prints>> {
  const rows = await tx.$queryRaw<({ caseId: string } & Prints)[]>`
    SELECT app.offered_case(o.subject_id)::text AS "caseId", c.seeker_print AS "seekerPrint", c.home_print AS "homePrint"
    FROM offer_terms o JOIN spine s ON s.id = o.subject_id AND s.stage = 'refused' JOIN offer_circumstances c ON c.subject_id = o.subject_id
    WHERE o.dwelling = ${dwellingId}::uuid AND NOT o.live ORDER BY s.number`
  return new Map(rows.map(({ caseId, ...prints }) => [caseId, prints]))
}

/** `same`: refused, and nothing changed since; `changed`: refused, and something did; null: never refused. */
export type RefusedBefore = 'same' | 'changed' | null

/** How this pair stands beside its last refusal. */
export function refusedBefore(now: Prints, then: Prints | undefined): RefusedBefore {
  if (!then) return null
  return then.seekerPrint === now.seekerPrint && then.homePrint === now.homePrint ? 'same' : 'changed'
}
