import 'server-only'
// One search over everything that this person may see. The database says which; each is then read under their own rights.
import type { Actor } from '@/domain/case/actor'
import { dayMeant, holdsBsn, numbersMeant, wordsOf } from '@/domain/search/search'
import { asActor } from '@/server/db/as-actor'
import { Prisma, type Tx } from '@/server/db/client'
import { type FoundLine, type Kind, kinds, linesFor } from './find-lines'

export type FoundOf = {
  readonly what: Kind
  readonly hits: readonly FoundLine[]
  /** There are more of these than are shown; how many is not counted. */
  readonly more: boolean
}

/** So many of each are shown; whoever looks for another types more. */
const MOST = 8
/** What is longer is no name and no title. */
export const LONGEST = 200

type Row = { what: Kind; id: string; at: string }

const prefixOf = async (tx: Tx, { covenantId }: Actor) => {
  const [row] = await tx.$queryRaw<{ prefix: string }[]>`
    SELECT prefix FROM covenant WHERE id = ${covenantId}::uuid`
  return row?.prefix ?? ''
}

async function search(tx: Tx, actor: Actor, typed: string, today: string): Promise<Row[]> {
  const numbers = numbersMeant(typed, await prefixOf(tx, actor), today)
  const [words, day] = [wordsOf(typed), dayMeant(typed, today)]
  if (!numbers.length && !words.length && !day) return []
  return tx.$queryRaw<Row[]>(
    Prisma.sql`SELECT what, id::text, at::text FROM app.search(${words}, ${numbers}, ${day}::date, ${MOST + 1})`,
  )
}

/** What fits, of what this person may see, by kind; nothing of what they may not, as if it were not there. */
export async function found(actor: Actor, typed: string, today: string): Promise<FoundOf[]> {
  const asked = typed.slice(0, LONGEST)
  if (holdsBsn(asked)) return []
  return asActor(actor, async (tx) => {
    const rows = await search(tx, actor, asked, today)
    const groups: FoundOf[] = []
    for (const what of kinds) {
      const ids = rows.filter((row) => row.what === what)
      if (!ids.length) continue
      const hits = await linesFor[what](tx, ids.slice(0, MOST))
      if (hits.length) groups.push({ what, hits, more: ids.length > MOST })
    }
    return groups
  })
}
