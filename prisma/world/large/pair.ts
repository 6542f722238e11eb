// One client beside one dwelling in memory: what src/server/candidates.ts asks of the database.
import type { Case } from '@/domain/case/case'
import { addressOf, type Dwelling } from '@/domain/dwelling/dwelling'
import type { Candidate, Context } from '@/domain/kernel/context'
import { candidacyOf, candidateOf, seekerOf } from '@/domain/matching/candidate'
import { pseudonymOf } from '@/server/candidates'
import { printsOfPair } from '@/server/refused-pairs'
import type { Batch } from './batch'
import type { Me } from './ground'
import { type Held, seenBy } from './held'
import type { Asked } from './take'

export const systemOf = (batch: Batch, covenantId: string, role: string): Me => {
  const found = batch.covenant(covenantId).systems.get(role)
  if (!found) throw new Error(`This covenant has no ${role} membership`)
  return found
}

type Pair = { readonly dwellingId: string; readonly kase: Held | undefined }

/** How a client stands to a dwelling, from what the matching membership may read; null where either is not there, or it is no candidate. */
export function pairIn(
  batch: Batch,
  { actor, today }: Pick<Asked, 'actor' | 'today'>,
  { dwellingId, kase: held }: Pair,
  context: Context,
): Candidate | null {
  const matching = systemOf(batch, actor.covenantId, 'matching')
  const dwelling = seenBy(batch.held(dwellingId), matching, today) as unknown as Dwelling | null
  const facts = dwelling?.of.facts
  const kase = held && seenBy(held, matching, today)
  if (!facts || !kase) return null
  const home = { ...facts, municipalityName: batch.ground.names.get(facts.municipality) ?? '' }
  const seeker = seekerOf(kase as unknown as Case)
  const results = candidacyOf(seeker, home, context)
  if (!results) return null
  const { id, number } = kase.spine
  const pair = { caseId: id, number, pseudonym: pseudonymOf(id, dwellingId), refusedBefore: false }
  const prints = printsOfPair(seeker, home)
  return candidateOf({ ...pair, results, prints }, { address: addressOf(facts), home, nextInLine: [] })
}

/** The candidate of the pseudonym that is asked for. */
export function candidateIn(batch: Batch, asked: Asked, context: Context): Candidate | null {
  const dwellingId = String(asked.input.dwelling)
  const waits = ({ spine, turns }: Held) => spine.stage === 'matching' && turns.has('findDwelling')
  const kase = [...batch.subjects.values()].find(
    (held) => waits(held) && pseudonymOf(held.spine.id, dwellingId) === asked.input.candidate,
  )
  return pairIn(batch, asked, { dwellingId, kase }, context)
}
