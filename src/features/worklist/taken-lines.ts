import 'server-only'
// Lines of cases that leave Thuistafel in a file. Each case of them is recorded as read, in the transaction that reads it.
import type { Actor } from '@/domain/case/actor'
import type { Relation } from '@/domain/kernel/subject'
import { basisOf, consentsBehind, purposeOfLook } from '@/domain/privacy/purposes'
import type { CaseFilter } from '@/domain/worklist/case-filter'
import type { CaseView } from '@/domain/worklist/case-view'
import type { Tx } from '@/server/db/client'
import { type CaseLine, orderedCases } from './case-lines'

/** So many cases go into one file at most. */
export const EXPORTED = 500

type Taking = {
  readonly filter: CaseFilter
  readonly view: CaseView
  readonly day: string
  readonly requestId: string | null
}

/** Of what a line shows, the compartments in which it stands. */
const shownIn = (line: CaseLine, { columns }: CaseView): string[] => [
  ...(line.name ? ['identity'] : line.initials ? ['initials'] : []),
  ...(columns.includes('waiting') && line.waitingDays !== null ? ['readiness'] : []),
  ...(line.mentor ? ['parties'] : []),
]

async function relationsOf(tx: Tx, ids: readonly string[]) {
  const found = await tx.$queryRaw<{ id: string; relations: Relation[] }[]>`
    SELECT r.subject_id::text AS id, jsonb_agg(DISTINCT r.relation) AS relations FROM relation r WHERE r.subject_id = ANY (${[...ids]}::uuid[]) GROUP BY 1`
  return new Map(found.map(({ id, relations }) => [id, relations]))
}

async function record(tx: Tx, { role }: Actor, lines: readonly CaseLine[], taking: Taking) {
  const ids = lines.map(({ id }) => id)
  const related = await relationsOf(tx, ids)
  const entries = lines.map((line) => {
    const relations = related.get(line.id) ?? []
    const purpose = purposeOfLook({ role, kind: 'case', relations })
    const shown = shownIn(line, taking.view)
    const standing = { role, relations, stage: line.stage, outside: false }
    return {
      kind: 'read',
      on: taking.day,
      subjectKind: 'case',
      subjectId: line.id,
      shown,
      tells: { taken: lines.length },
      requestId: taking.requestId,
      purpose,
      ground: basisOf(purpose),
      consents: consentsBehind('case', standing, shown),
    }
  })
  await tx.$executeRaw`SELECT app.record_look(e) FROM jsonb_array_elements(${JSON.stringify(entries)}::jsonb) e`
}

/** The cases of a selection as lines to take along, without those that are shielded; no record, no line. */
export async function takeLines(tx: Tx, actor: Actor, taking: Taking): Promise<CaseLine[]> {
  const { filter, view, day } = taking
  const mentor = view.columns.includes('mentor')
  const found = await orderedCases(tx, filter, null, day, EXPORTED, { mentor })
  const lines = found.filter(({ shielded }) => !shielded)
  if (lines.length) await record(tx, actor, lines, taking)
  return lines
}
