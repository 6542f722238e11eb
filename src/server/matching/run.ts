import 'server-only'
// A run: asked for by a person, computed as the matching membership by whichever website comes first, and kept.
import { randomBytes } from 'node:crypto'
import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { RunInput } from '@/domain/matching/run/input'
import type { RunResult } from '@/domain/matching/run/solve'
import { today } from '../clock'
import { asActor, asNobody } from '../db/as-actor'
import type { Tx } from '../db/client'
import { open, sealText } from '../db/seal'
import { log } from '../log'
import { commitmentOf, compute, printOf, textOf, versions } from './compute'
import { gather } from './gather'

/** Asks for a run; its id, or null where it is not this person's to ask or one is under way. */
export async function askRun(tx: Tx): Promise<string | null> {
  const seed = randomBytes(32).toString('hex')
  const [asked] = await tx.$queryRaw<
    { id: string | null }[]
  >`SELECT app.ask_run(${commitmentOf(seed)}, ${sealText(seed)})::text AS id`
  return asked?.id ?? null
}

/** Stops one that is under way; false when there was nothing to stop. */
export async function cancelRun(tx: Tx, id: string): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.cancel_run(${id}::uuid) AS done`
  return done?.done ?? false
}

export type Claimed = { readonly run_id: string; readonly membership_id: string }

/** A run whose turn it is, and the membership that computes it; null where none waits. */
export async function claimRun(): Promise<Claimed | null> {
  const [claimed] = await asNobody((tx) => tx.$queryRaw<Claimed[]>`SELECT * FROM app.claim_run()`)
  return claimed ?? null
}

/** What is kept beside the proposals, for whoever reads runs: counts and proof, and nobody in it. */
const foundOf = (input: RunInput, { proposals, refused, ...found }: RunResult) => ({
  ...found,
  day: input.day,
  clients: input.clients.length,
  homes: input.homes.length,
  proposed: proposals.length,
  refused: refused.length,
  caps: input.caps.map(({ kind, name, most, dwellings }) => ({ kind, name, most, homes: dwellings.length })),
  knobs: input.knobs,
  versions: { ...versions, norms: printOf(JSON.stringify(input.norms)) },
})

async function keep(tx: Tx, id: string, made: { input: RunInput; result: RunResult; seed: string }) {
  const { input, result, seed } = made
  const text = textOf(input)
  const kept = {
    seed,
    sealed: sealText(text),
    inputHash: printOf(text),
    resultHash: printOf(textOf(result)),
    proposals: result.proposals,
    found: foundOf(input, result),
  }
  const [done] = await tx.$queryRaw<
    { done: boolean }[]
  >`SELECT app.finish_run(${id}::uuid, ${JSON.stringify(kept)}::jsonb) AS done`
  return done?.done ?? false
}

/** Computes a claimed run; false when it was cancelled meanwhile. */
export async function computeRun({ run_id: id, membership_id: membershipId }: Claimed, day = today()) {
  const as = <T>(work: (tx: Tx) => Promise<T>) => asActor({ membershipId }, work)
  const { input, seed } = await as(async (tx) => {
    const [run] = await tx.$queryRaw<{ seed: string }[]>`SELECT seed FROM matching_run WHERE id = ${id}::uuid`
    if (!run) throw new Error('A run that is not there')
    return { input: await gather(tx, day), seed: open(run.seed) }
  })
  const goesOn = async (count: number) => {
    await turnOfOthers()
    const part = Math.min(99, Math.round((100 * count) / input.clients.length))
    const [going] = await as(
      (tx) => tx.$queryRaw<{ on: boolean }[]>`SELECT app.run_goes_on(${id}::uuid, ${part}::int) AS on`,
    )
    return going?.on ?? false
  }
  const result = (await goesOn(0)) ? await compute(input, seed, goesOn) : null
  const done = !!result && (await as((tx) => keep(tx, id, { input, result, seed })))
  if (done) log('info', { event: 'matched', count: result.proposals.length })
  return done
}

/** Computes the run whose turn it is, if any. One that fails keeps its claim until that ends, and is tried again then. */
export async function computeNext(): Promise<void> {
  const claimed = await claimRun()
  if (claimed) await computeRun(claimed)
}
