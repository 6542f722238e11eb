import 'server-only'
// What the decisions on a case rested on, as it was known then, beside what is known now: as far as the reader may read both.
import type { Case } from '@/domain/case/case'
import { compartments } from '@/domain/case/compartments'
import { adoptedIn } from '@/domain/case/decisions'
import { type WeighedFacts, weighed } from '@/domain/case/weighed'
import type { Compartments } from '@/domain/kernel/subject'
import { type ThenAndNow, thenAndNow } from '@/domain/tafel/then-and-now'
import type { Tx } from '@/server/db/client'
import { fromRow } from '@/server/db/rows'
import { type CaseHead, onCase, type Scene } from './on-case'

/** One decision with all that it rested on. */
export type WeighedDecision = {
  readonly key: string
  /** The step by which it was taken. */
  readonly step: string
  readonly on: string
  /** What was decided, where a tafel did. */
  readonly outcome: string | null
  readonly tafel: string | null
  /** Null where nothing was kept: it is from before that was done. */
  readonly facts: readonly ThenAndNow[] | null
}
export type WeighedScreen = { readonly head: CaseHead; readonly decisions: readonly WeighedDecision[] }

type Rows = readonly Record<string, unknown>[]
type Kept = {
  readonly record: string
  readonly step: string
  readonly on: string
  readonly version: number | null
  readonly held: Readonly<Partial<Record<WeighedFacts, Rows>>>
}

/** Of each decision that kept something, what this reader may read of it. */
const keptOf = (tx: Tx, caseId: string) => tx.$queryRaw<Kept[]>`
  SELECT w.record_id::text AS record, w.step, w.weighed_on::text AS "on", w.version, jsonb_object_agg(w.object, w.facts) AS held
  FROM weighed w WHERE w.subject_id = ${caseId}::uuid GROUP BY 1, 2, 3, 4`

const asKnown = (held: Kept['held']): Kept['held'] =>
  Object.fromEntries(
    Object.entries(held).map(([facts, rows]) => [
      facts,
      rows.map((row) => fromRow((compartments as Compartments)[facts] as Compartments[string], row)),
    ]),
  )

/** References are shown by their name. */
const named =
  ({ names }: Pick<Scene, 'names'>) =>
  (one: ThenAndNow): ThenAndNow => {
    const field = (compartments as Compartments)[one.facts]?.fields[one.field]
    if (field?.kind !== 'ref') return one
    const nameOf = (id: unknown) => names.get(String(id))?.name ?? null
    return { ...one, was: nameOf(one.was), now: nameOf(one.now) }
  }

const latestFirst = (a: { on: string; at: number }, b: { on: string; at: number }) =>
  a.on === b.on ? b.at - a.at : a.on < b.on ? 1 : -1

/** The decisions of the table, and what was decided without one; the last on top. */
function decisionsIn(kase: Case, kept: readonly Kept[], scene: Pick<Scene, 'names'>) {
  const adopted = adoptedIn(kase).map((row) => {
    const its = kept.find(({ version }) => version === row.version)
    const step = its?.step ?? (row.replaces === null ? 'carryOutDecision' : 'confirmCorrection')
    return { key: `v${row.version}`, step, on: row.adoptedOn ?? '', at: row.version, row, its }
  })
  const others = kept
    .filter(({ version }) => version === null)
    .map((its) => ({ key: its.record, step: its.step, on: its.on, at: 0, row: null, its }))
  return [...adopted, ...others].sort(latestFirst).map(({ key, step, on, row, its }) => ({
    key,
    step,
    on,
    outcome: row?.outcome ?? null,
    tafel: row?.tafel ?? null,
    facts: its ? thenAndNow(kase, asKnown(its.held)).map(named(scene)) : null,
  }))
}

/** What the decisions rested on; null for whoever does not read why was decided so. */
export function getWeighedScreen(id: string): Promise<WeighedScreen | null> {
  const open = (kase: Case) => kase.shared.has('decisionNotes')
  return onCase(
    id,
    (kase) =>
      ['decisions', 'decisionNotes', ...weighed].filter((name) => open(kase) && kase.shared.has(name)),
    async (tx, scene) => {
      const { kase, head } = scene
      return open(kase) ? { head, decisions: decisionsIn(kase, await keptOf(tx, id), scene) } : null
    },
  )
}
