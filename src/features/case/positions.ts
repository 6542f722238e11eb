import 'server-only'
// Where the parties stand on a case before its tafel: who has spoken, and what is shown of it by now.
import type { Case } from '@/domain/case/case'
import type { Tx } from '@/server/db/client'

export type PositionLine = {
  readonly part: string
  readonly organisationId: string
  readonly spoke: boolean
  /** Null while it is not shown to this reader, or was not given. */
  readonly said: { readonly position: string; readonly reason: string } | null
}

type Asked = { part: string; organisationId: string; by: string | null }

/** The parties that are asked before the tafel of this case; none where this reader reads no positions, or it is on no tafel. */
export async function positionLines(tx: Tx, { spine, shared, of }: Case): Promise<PositionLine[]> {
  const tafel = of.agenda?.tafel
  if (!tafel || !shared.has('positions')) return []
  const asked = await tx.$queryRaw<Asked[]>`
    SELECT a.part, a.organisation_id::text AS "organisationId", a.by::text FROM app.positions_asked(${spine.id}::uuid, ${tafel}::uuid) a`
  const read = (of.positions ?? []).filter((row) => row.tafel === tafel)
  return asked.map(({ part, organisationId, by }) => {
    const row = read.findLast((one) => one.organisationId === by)
    const said = row ? { position: row.position, reason: row.positionReason } : null
    return { part, organisationId, spoke: by !== null, said }
  })
}
