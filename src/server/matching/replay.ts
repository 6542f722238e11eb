import 'server-only'
// The same run once more, from what it was made of: whether the same comes out, to the last bit.
import { matchingRules } from '@/domain/covenant/matching-rules'
import type { RunInput } from '@/domain/matching/run/input'
import { pairsIn, previewOf } from '@/domain/matching/run/preview'
import { asActor, asNobody } from '../db/as-actor'
import { open } from '../db/seal'
import { commitmentOf, compute, lotsOf, printOf, textOf, versions } from './compute'

type Kept = {
  readonly sealed: string | null
  readonly seed: string
  readonly commitment: string
  readonly inputHash: string
  readonly resultHash: string
  readonly found: { readonly versions: { readonly engine: number; readonly rules: number } }
}

export type Replayed = {
  readonly run: string
  /** What is not as it was; none when it is the same run. */
  readonly differs: readonly ('commitment' | 'input' | 'versions' | 'result')[]
  readonly inputHash: string
  readonly resultHash: string
  readonly ms: number
}

/** What a run was made of and came to; null when there is none that ended well, or its input has had its time. */
async function keptOf(run: string): Promise<(Kept & { readonly sealed: string }) | null> {
  const [by] = await asNobody(
    (tx) => tx.$queryRaw<{ id: string | null }[]>`SELECT app.computer_of_run(${run}::uuid)::text AS id`,
  )
  if (!by?.id) return null
  const [kept] = await asActor(
    { membershipId: by.id },
    (tx) => tx.$queryRaw<Kept[]>`
      SELECT i.sealed, r.seed, r.commitment, r.input_hash AS "inputHash", r.result_hash AS "resultHash", r.found
      FROM matching_run r LEFT JOIN matching_input i ON i.run_id = r.id WHERE r.id = ${run}::uuid AND r.state = 'done'`,
  )
  return kept?.sealed ? { ...kept, sealed: kept.sealed } : null
}

/** What other rules would have done to a run: numbers, and nobody in them; null as above. */
export async function preview(run: string, rows: unknown) {
  const kept = await keptOf(run)
  if (!kept) return null
  const { agreed } = matchingRules.parse({ agreed: rows })
  const found = await previewOf(JSON.parse(open(kept.sealed)) as RunInput, agreed, lotsOf(kept.seed))
  const { added, removed, moved } = found
  return { pairs: pairsIn(found), added: added.length, removed: removed.length, moved: moved.length }
}

/** Replays a run; null when there is none that ended well, or what it was made of has had its time. */
export async function replay(run: string): Promise<Replayed | null> {
  const kept = await keptOf(run)
  if (!kept) return null
  const began = performance.now()
  const text = open(kept.sealed)
  const result = await compute(JSON.parse(text) as RunInput, kept.seed)
  const resultHash = result ? printOf(textOf(result)) : ''
  const { engine, rules } = kept.found.versions
  const same = {
    commitment: commitmentOf(kept.seed) === kept.commitment,
    input: printOf(text) === kept.inputHash,
    versions: engine === versions.engine && rules === versions.rules,
    result: resultHash === kept.resultHash,
  }
  const differs = (Object.keys(same) as (keyof typeof same)[]).filter((what) => !same[what])
  return { run, differs, inputHash: printOf(text), resultHash, ms: Math.round(performance.now() - began) }
}
