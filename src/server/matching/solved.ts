import 'server-only'
// The last run of a covenant, solved once more and kept in mind for whoever asks something of it: what comes out of it is
// rounded and leaves out whom it would point at. Nothing of it is written anywhere.
import type { Actor } from '@/domain/case/actor'
import type { RunInput } from '@/domain/matching/run/input'
import { rowOf, type Solved, solvedBy } from '@/domain/matching/run/solve'
import { asSystem } from '../db/as-actor'
import type { Tx } from '../db/client'
import { open } from '../db/seal'
import { lotsOf } from './compute'
import { proven } from './highs'

type Kept = { readonly id: string; readonly seed: string; readonly sealed: string | null }
type Known = { readonly run: string; readonly seed: string; readonly solved: Promise<Solved> }

/** By covenant; of each only the newest. */
const known = new Map<string, Known>()
const MOST = 8

function solve({ sealed, seed }: { sealed: string; seed: string }): Promise<Solved> {
  const input = JSON.parse(open(sealed)) as RunInput
  const rows = input.clients.map((client) => rowOf(input, client))
  return solvedBy(input, rows, { lots: lotsOf(seed), solve: proven })
}

export type LastRun = { readonly run: string; readonly seed: string; readonly solved: Solved }

/** The last run that ended well in the covenant of whoever asks, with its id; null where there is none. */
export async function lastSolved(tx: Tx, actor: Actor): Promise<LastRun | null> {
  const [last] = await asSystem(
    tx,
    actor,
    'matching',
    () => tx.$queryRaw<Pick<Kept, 'id'>[]>`
      SELECT r.id::text FROM matching_run r WHERE r.state = 'done' ORDER BY r.ended_at DESC LIMIT 1`,
  )
  if (!last) return null
  const found = known.get(actor.covenantId)
  if (found?.run === last.id) return { run: last.id, seed: found.seed, solved: await found.solved }
  const [kept] = await asSystem(
    tx,
    actor,
    'matching',
    () => tx.$queryRaw<Kept[]>`
      SELECT r.id::text, r.seed, i.sealed FROM matching_run r LEFT JOIN matching_input i ON i.run_id = r.id WHERE r.id = ${last.id}::uuid`,
  )
  if (!kept?.sealed) return null
  const solved = solve({ sealed: kept.sealed, seed: kept.seed })
  known.delete(actor.covenantId)
  known.set(actor.covenantId, { run: last.id, seed: kept.seed, solved })
  if (known.size > MOST) known.delete(known.keys().next().value as string)
  return { run: last.id, seed: kept.seed, solved: await solved }
}
