import 'server-only'
// A case as it is taken along to a tafel: loaded under the rights of who takes it, and the taking recorded.
import type { Actor } from '@/domain/case/actor'
import { type Case, onlyInEmergency } from '@/domain/case/case'
import { type Condition, conditionsOf, lastAdopted } from '@/domain/case/decisions'
import { isShielded } from '@/domain/intake/shield'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { inPack, leftOut } from '@/domain/tafel/pack'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import type { Named } from '@/server/directory'
import { recordRead } from '@/server/journal'
import { rowsOf, type Shown } from './file-queries'
import { type PositionLine, positionLines } from './positions'

export type CaseInPack = {
  readonly id: string
  readonly number: string
  /** The initials, or the alias of a shielded case; null where neither is shared. */
  readonly who: string | null
  /** Of a shielded case nothing but its alias goes on paper. */
  readonly shielded: boolean
  readonly readySince: string | null
  readonly facts: readonly { readonly name: string; readonly rows: readonly (readonly Shown[])[] }[]
  readonly positions: readonly (PositionLine & { readonly organisation: string })[]
  /** What an earlier tafel decided, with what somebody must still do; null where none did, or it is not shared. */
  readonly decided: { readonly outcome: string; readonly on: string } | null
  readonly conditions: readonly Condition[]
}

export type Taking = {
  readonly names: ReadonlyMap<string, Named>
  readonly today: string
  readonly requestId: string | null
}

const taken = (name: (typeof inPack)[number], row: readonly Shown[]) =>
  row.filter((shown) => !leftOut[name]?.includes(shown.name))

const holds = (row: readonly Shown[]) => row.some(({ value }) => value !== null && value !== '')

/** What of a case that is not shielded goes along. */
async function openly(tx: Tx, kase: Case, { names }: Taking) {
  const decision = lastAdopted(kase)
  const lines = await positionLines(tx, kase)
  return {
    who: kase.of.initials?.initials ?? null,
    shielded: false,
    readySince: kase.of.readiness?.readySince ?? null,
    facts: inPack
      .filter((name) => kase.shared.has(name))
      .map((name) => ({
        name,
        rows: rowsOf(kase, name, names)
          .map((row) => taken(name, row))
          .filter(holds),
      }))
      .filter(({ rows }) => rows.length > 0),
    positions: lines.map((line) => ({ ...line, organisation: names.get(line.organisationId)?.name ?? '' })),
    decided: decision && { outcome: decision.outcome, on: decision.adoptedOn as string },
    conditions: decision ? conditionsOf(kase, decision) : [],
  }
}

const nothingBut = (alias: string | null) => ({
  who: alias,
  shielded: true,
  readySince: null,
  facts: [],
  positions: [],
  decided: null,
  conditions: [],
})

const shownOf = ({ shielded, facts, positions, decided }: CaseInPack): string[] =>
  shielded
    ? ['shield']
    : [
        'initials',
        ...new Set(['readiness', ...facts.map(({ name }) => name)]),
        ...(positions.length ? ['positions'] : []),
        ...(decided ? ['decisions', 'conditions'] : []),
      ]

/** The case, recorded as read; null where it is not there for this person, or an emergency alone opened it to them. */
export async function caseInPack(
  tx: Tx,
  actor: Actor,
  id: string,
  taking: Taking,
): Promise<CaseInPack | null> {
  const subject = await load(tx, actor.role, 'case', id)
  const kase = subject as Case | null
  if (!subject || !kase || onlyInEmergency(kase)) return null
  const { id: own, number } = kase.spine
  const closed = isShielded(kase) || kase.outside
  const said = closed ? nothingBut(kase.of.shield?.alias ?? null) : await openly(tx, kase, taking)
  const found = { id: own, number, ...said }
  const { today, requestId } = taking
  const shown = shownOf(found).filter((name) => kase.shared.has(name as never))
  await recordRead(tx, actor, subject as Loaded<Compartments>, { today, requestId, shown })
  return found
}
