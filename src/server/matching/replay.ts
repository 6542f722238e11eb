import 'server-only'
// The same run once more, from what it was made of: whether the same comes out, to the last bit.
import type { RunInput } from '@/domain/matching/run/input'
import { asActor, asNobody } from '../db/as-actor'
import { open } from '../db/seal'
import { commitmentOf, compute, printOf, textOf, versions } from './compute'

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

/** Replays a run; null when there is none that ended well, or what it was made of has had its time. */
export async function replay(run: string): Promise<Replayed | null> {
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
  if (!kept?.sealed) return null
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
