import 'server-only'
// The bytes of a paper, for whoever may read its row: first the rights, then the file, then the record, and only then the answer.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { type Paper, papersOf } from '@/domain/case/paper-list'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { asActor } from '../db/as-actor'
import { load } from '../db/load'
import { recordRead } from '../journal'
import { bytesOf } from './receive'

export type Asked = {
  readonly caseId: string
  readonly paper: string
  readonly today: string
  readonly requestId: string | null
}
export type Given = { readonly bytes: Buffer; readonly paper: Paper; readonly number: string }

/** Null: it is not there for this person, or it was withdrawn. Throws DamagedFile. That it was given stands in the journal. */
export const givePaper = (actor: Actor, { caseId, paper, today, requestId }: Asked): Promise<Given | null> =>
  asActor(actor, async (tx) => {
    const kase = (await load(tx, actor.role, 'case', caseId)) as Case | null
    const found = kase && papersOf(kase).find((p) => p.paper === paper && !p.withdrawnOn)
    if (!found) return null
    const bytes = await bytesOf(caseId, { id: found.paper, checksum: found.checksum })
    const subject = kase as unknown as Loaded<Compartments>
    await recordRead(tx, actor, subject, { today, requestId, shown: [found.group] })
    return { bytes, paper: found, number: kase.spine.number }
  })
