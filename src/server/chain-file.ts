import 'server-only'
// The whole chain of an organisation as lines of text, in the form that tools/audit/check.mjs checks without a database.
import type { Actor } from '@/domain/case/actor'
import { asActor } from './db/as-actor'
import type { Tx } from './db/client'

/** So many records a transaction: a long chain must not hold the website's connection. */
const PAGE = 5000

const line = (it: unknown) => `${JSON.stringify(it)}\n`

type Piece = { seq: string; record: string; hash: string }

const piecesOf = (tx: Tx, { organisationId }: Actor, after: string, until: string) =>
  tx.$queryRaw<Piece[]>`
    SELECT j.seq::text AS seq, app.journal_record(j) AS record, j.hash FROM journal j
     WHERE j.organisation_id = ${organisationId}::uuid AND j.seq > ${after}::bigint AND j.seq <= ${until}::bigint ORDER BY j.seq LIMIT ${PAGE}`

/** The number of the last record of the own chain. */
export async function endOfChain(tx: Tx, { organisationId }: Actor): Promise<string> {
  const [end] = await tx.$queryRaw<{ seq: string }[]>`
    SELECT coalesce(max(seq), 0)::text AS seq FROM journal WHERE organisation_id = ${organisationId}::uuid`
  return end?.seq ?? '0'
}

/** What the privacy officer's own rights give: a head, every record up to this one, and the anchors that stand on them. */
export async function* chainLines(actor: Actor, until: string): AsyncGenerator<string> {
  yield line({ thuistafel: 'chain-1', organisation: actor.organisationId, name: actor.organisationName })
  for (let after = '0'; ; ) {
    const pieces = await asActor(actor, (tx) => piecesOf(tx, actor, after, until))
    const last = pieces.at(-1)
    if (!last) break
    yield pieces.map(({ record, hash }) => line({ record, hash })).join('')
    after = last.seq
  }
  const anchors = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ statement: string; signature: string }[]>`
      SELECT statement, signature FROM anchor WHERE organisation_id = ${actor.organisationId}::uuid AND seq <= ${until}::bigint ORDER BY number`,
  )
  yield anchors.map(line).join('')
}
