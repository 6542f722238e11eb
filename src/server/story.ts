import 'server-only'
// What happened to a subject, as far as this reader may know: the step records, newest first.
import type { Tx } from '@/server/db/client'

export type Told = {
  id: string
  step: string
  tells: Record<string, string | number>
  /** The compartments that it wrote. */
  shown: string[]
  role: string
  organisation: string
  person: string | null
  on: string
  /** The time of day; null for what was written down afterwards, of which only the day is known. */
  at: string | null
}

/**
 * The step records of a subject that row-level security tells this actor, newest first. Who took a step on a shielded case is for
 * named people: where somebody works tells where the client is.
 */
export const storyOf = (tx: Tx, subjectId: string, limit = 200) => tx.$queryRaw<Told[]>`
  SELECT j.id::text, j.step, j.tells, j.shown, j.role, coalesce(o.name, '') AS organisation, CASE WHEN NOT v.outside THEN a.name END AS person, j.taken_on::text AS "on",
    CASE WHEN (j.recorded_at AT TIME ZONE 'Europe/Amsterdam')::date = j.taken_on THEN to_char(j.recorded_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') END AS at
  FROM journal j CROSS JOIN (SELECT EXISTS (SELECT 1 FROM spine s WHERE s.id = ${subjectId}::uuid AND s.shield IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM named_person n WHERE n.subject_id = s.shield)) AS outside) v LEFT JOIN organisation o ON o.id = j.organisation_id LEFT JOIN account a ON a.id = j.account_id
  WHERE j.subject_id = ${subjectId}::uuid AND j.kind = 'step' ORDER BY j.taken_on DESC, j.recorded_at DESC LIMIT ${limit}`
