import 'server-only'
// The own chain as a file, to check elsewhere. That it was taken along is a record of its own, in that chain.
import { readsJournal } from '@/domain/privacy/journal'
import { chainLines, endOfChain } from '@/server/chain-file'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { posted } from '@/server/guard'
import { recordJournalRead } from '@/server/journal'
import { actorOrNull, requestId } from '@/server/session'

/** The lines of the whole chain; null for whoever does not read the journal. */
export const takeChain = posted(async (): Promise<{ name: string; lines: AsyncGenerator<string> } | null> => {
  const actor = await actorOrNull()
  if (!actor || !readsJournal(actor.role)) return null
  const day = today()
  const until = await asActor(actor, async (tx) => {
    const end = await endOfChain(tx, actor)
    await recordJournalRead(tx, actor, day, await requestId(), Number(end))
    return endOfChain(tx, actor)
  })
  return { name: `journal-chain-${day}.jsonl`, lines: chainLines(actor, until) }
})
