import 'server-only'
// Where providers guide: what each said of a gemeente, who reads it, and what the matching makes of it.
import type { RunCap } from '@/domain/matching/run/input'
import type { Support } from '@/domain/matching/sides'
import type { SupportSaid } from '@/domain/organisation/support-areas'
import type { Tx } from './db/client'

/** By case, who supports each of these clients who seek a home. The transaction acts as the matching membership. */
export async function supportOfSeekers(
  tx: Tx,
  cases: readonly string[],
): Promise<ReadonlyMap<string, Support>> {
  const rows = await tx.$queryRaw<{ id: string; support: Support }[]>`
    SELECT case_id::text AS id, support FROM app.support_of(${[...cases]}::uuid[])`
  return new Map(rows.map(({ id, support }) => [id, support]))
}

/** With how many clients more each provider can begin, by gemeente. The transaction acts as the matching membership. */
export const supportCaps = (tx: Tx) => tx.$queryRaw<RunCap[]>`
  SELECT 'provider' AS kind, name, most, cases::text[], dwellings::text[] FROM app.support_caps()`

/** What a provider said last of a gemeente. */
export type SupportArea = SupportSaid & {
  readonly organisationId: string
  readonly organisation: string
  readonly municipalityId: string
  readonly municipality: string
  readonly number: number
  /** The places that it said, less the clients to whom a home there was offered since; null where it said none. */
  readonly left: number | null
  /** Null where who said it works in another covenant, or is not known to whoever reads. */
  readonly name: string | null
  readonly on: string
  readonly at: string
}

/** What holds now, as far as whoever asks reads it: of the own provider, or of all for the regie and the gemeenten. */
export const supportAreas = (tx: Tx) => tx.$queryRaw<SupportArea[]>`
  SELECT s.organisation_id::text AS "organisationId", o.name AS organisation, s.municipality_id::text AS "municipalityId", g.name AS municipality, s.number, s.guides, s.always, s.places, n.left_now AS left, a.name,
    to_char(s.said_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "on", to_char(s.said_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS at
  FROM app.support_left() n JOIN support_area s ON s.organisation_id = n.organisation_id AND s.municipality_id = n.municipality_id AND s.number = n.number AND s.covenant_id = (SELECT app.covenant())
    JOIN organisation o ON o.id = s.organisation_id JOIN organisation g ON g.id = s.municipality_id LEFT JOIN membership m ON m.id = s.said_by LEFT JOIN account a ON a.id = m.account_id
  ORDER BY o.name, g.name`

export type SupportSaidBefore = Omit<SupportArea, 'organisation' | 'left'>

const MOST_BEFORE = 50

/** All that an organisation said, the newest first. */
export const supportSaid = (tx: Tx, organisationId: string) => tx.$queryRaw<SupportSaidBefore[]>`
  SELECT s.organisation_id::text AS "organisationId", s.municipality_id::text AS "municipalityId", g.name AS municipality, s.number, s.guides, s.always, s.places, a.name,
    to_char(s.said_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "on", to_char(s.said_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS at
  FROM support_area s JOIN organisation g ON g.id = s.municipality_id LEFT JOIN membership m ON m.id = s.said_by LEFT JOIN account a ON a.id = m.account_id
  WHERE s.organisation_id = ${organisationId}::uuid AND s.covenant_id = (SELECT app.covenant()) ORDER BY s.said_at DESC, s.number DESC LIMIT ${MOST_BEFORE}`

type Saying = SupportSaid & { readonly municipality: string; readonly base: number }

/** Says it, after what was said as number `base` (0: nothing). False: not theirs to say, no gemeente of the covenant, or a colleague was first. */
export async function saySupport(
  tx: Tx,
  { municipality, base, guides, always, places }: Saying,
): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ done: boolean }[]>`
    SELECT app.say_support(${municipality}::uuid, ${base}::int, ${guides}, ${always}, ${places}::int) AS done`
  return done?.done ?? false
}
