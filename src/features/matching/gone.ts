import 'server-only'
// What changed since the run before, on the side that a list of proposals does not show: the pairs that are not in it any more.
import type { Tx } from '@/server/db/client'

/** `otherHome`: the client is proposed another home now; `notSeeking`: does not look for one here any more; `homeGone`: the home
 * cannot be had any more; `otherwise`: both are there still, and the best matching is another one. */
const gonesWhy = ['otherHome', 'notSeeking', 'homeGone', 'otherwise'] as const

export type Gone = {
  readonly case: string
  readonly number: string
  /** Null where the home is not free any more: then it is nobody's here. */
  readonly address: string | null
  readonly why: (typeof gonesWhy)[number]
}

/** The pairs of one run that another run no longer has, of the clients whom whoever asks reads. */
export const goneSince = (tx: Tx, before: string, last: string) => tx.$queryRaw<Gone[]>`
  SELECT p.case_id::text AS "case", s.number, f.street || ' ' || f.house_number AS address,
    CASE WHEN n.case_id IS NOT NULL THEN 'otherHome' WHEN s.stage <> 'matching' THEN 'notSeeking' WHEN d.stage IS DISTINCT FROM 'available' THEN 'homeGone' ELSE 'otherwise' END AS why
  FROM matching_proposal p JOIN spine s ON s.id = p.case_id LEFT JOIN spine d ON d.id = p.dwelling_id LEFT JOIN dwelling_facts f ON f.subject_id = p.dwelling_id
    LEFT JOIN matching_proposal n ON n.run_id = ${last}::uuid AND n.case_id = p.case_id
  WHERE p.run_id = ${before}::uuid AND n.dwelling_id IS DISTINCT FROM p.dwelling_id ORDER BY s.number`
