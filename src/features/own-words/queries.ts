import 'server-only'
// What an organisation adds to the agreements that it signs: what holds, what waits for a colleague, and the form that proposes.
import type { Actor } from '@/domain/case/actor'
import type { Agreement } from '@/domain/case/signing'
import { noWords, type OwnWords, papersWordedBy, wordAgreers, worders } from '@/domain/tenancy/own-words'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { type Wording, wordingsOf } from '@/server/own-words'
import { currentActor } from '@/server/session'

/** Whether this person reads the words of their organisation, and what is proposed: of one that signs agreements. */
export const wordsFor = ({ role, organisationKind }: Actor): boolean =>
  wordAgreers.includes(role) && papersWordedBy(organisationKind).length > 0

export type WordsScreen = {
  readonly organisation: string
  readonly agreements: readonly Agreement[]
  /** Whether who looks may propose. */
  readonly proposes: boolean
  /** The version that was agreed last; null: none. */
  readonly now: Wording | null
  /** What waits for a colleague; null: nothing. */
  readonly open: (Wording & { readonly mine: boolean }) | null
  readonly ended: readonly Wording[]
}

const agreedIn = (all: readonly Wording[]) => all.find(({ ended }) => ended?.outcome === 'agreed') ?? null

/** The number of the version that holds, and its words; 0 and none where there is none. */
export async function wordsNow(
  tx: Tx,
  { organisationId }: Actor,
): Promise<{ base: number; words: OwnWords }> {
  const now = agreedIn(await wordingsOf(tx, organisationId))
  return { base: now?.number ?? 0, words: now?.words ?? noWords }
}

/** Null for whoever does not word anything for their organisation. */
export async function getWordsScreen(): Promise<WordsScreen | null> {
  const actor = await currentActor()
  if (!wordsFor(actor)) return null
  const all = await asActor(actor, (tx) => wordingsOf(tx, actor.organisationId))
  const open = all.find(({ ended }) => !ended)
  return {
    organisation: actor.organisationName,
    agreements: papersWordedBy(actor.organisationKind),
    proposes: worders.includes(actor.role),
    now: agreedIn(all),
    open: open ? { ...open, mine: open.proposed.accountId === actor.accountId } : null,
    ended: all.filter(({ ended }) => ended),
  }
}
