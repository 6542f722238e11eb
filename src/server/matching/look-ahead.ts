import 'server-only'
// What other knobs and rules of a covenant would do to its last run that can still be computed again, for those who propose a
// version and agree to it. Computed once and kept in mind: counts leave, and nothing of it is written anywhere.
import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Actor } from '@/domain/case/actor'
import { agreers } from '@/domain/covenant/change'
import type { MatchingRules } from '@/domain/covenant/matching-rules'
import { frontierOf, knobsToShow, movedIn, type Point, under } from '@/domain/matching/run/frontier'
import type { RunInput } from '@/domain/matching/run/input'
import { type Preview, previewOf } from '@/domain/matching/run/preview'
import { type Row, rowOf } from '@/domain/matching/run/solve'
import { asSystem } from '../db/as-actor'
import type { Tx } from '../db/client'
import { open } from '../db/seal'
import { log, nameOf } from '../log'
import { lotsOf, printOf, versions } from './compute'
import { proven } from './highs'

type Kept = {
  readonly id: string
  readonly seed: string
  readonly sealed: string
  readonly on: string
  readonly at: string
}

/** A run to look at, and whom its counts leave out: who is shielded by now. */
export type RunToLook = { readonly kept: Kept; readonly known: ReadonlySet<string> }

/** The last run of the actor's covenant that can still be computed again; null where there is none, or it is not theirs to ask. */
export async function runToLook(tx: Tx, actor: Actor): Promise<RunToLook | null> {
  if (!agreers.includes(actor.role)) return null
  return asSystem(tx, actor, 'matching', async () => {
    const [kept] = await tx.$queryRaw<Kept[]>`
      SELECT r.id::text, r.seed, i.sealed, to_char(r.ended_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "on", to_char(r.ended_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS at
      FROM matching_run r JOIN matching_input i ON i.run_id = r.id
      WHERE r.state = 'done' AND r.found #>> '{versions,engine}' = ${String(versions.engine)} AND r.found #>> '{versions,rules}' = ${String(versions.rules)}
      ORDER BY r.ended_at DESC LIMIT 1`
    if (!kept) return null
    const open = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT r.subject_id::text AS id FROM relation r WHERE r.covenant_id = (SELECT app.covenant()) AND r.subject_kind = 'case' AND NOT r.shielded`
    return { kept, known: new Set(open.map(({ id }) => id)) }
  })
}

export type Change = { readonly now: MatchingRules; readonly proposed: MatchingRules }

/** By what a look is known: another run, or other rules, is another look. */
export const tokenOf = ({ kept }: RunToLook, { now, proposed }: Change): string =>
  printOf(JSON.stringify([kept.id, now, proposed]))

/** What came of it: nobody has read it but this process. */
export type Ahead = {
  readonly input: RunInput
  readonly points: readonly Point[]
  readonly preview: Preview | null
}

/** So many pairs of a client and a home are judged for somebody who waits; of more nothing is shown. */
const MOST_PAIRS = 2_000_000
/** So many clients are held against all homes before anybody else gets a turn. */
const SOME = 25

async function rowsOf(input: RunInput): Promise<Row[]> {
  const rows: Row[] = []
  for (const client of input.clients) {
    rows.push(rowOf(input, client))
    if (rows.length % SOME === 0) await turnOfOthers()
  }
  return rows
}

async function compute({ kept }: RunToLook, { now, proposed }: Change): Promise<Ahead | null> {
  const sealed = JSON.parse(open(kept.sealed)) as RunInput
  if (sealed.clients.length * sealed.homes.length > MOST_PAIRS) return null
  const input = under(sealed, now)
  const lots = lotsOf(kept.seed)
  const moved = movedIn(now, proposed)
  const by = { lots, solve: proven }
  const points = moved.knobs
    ? await frontierOf(input, await rowsOf(input), knobsToShow(now, proposed), by)
    : []
  return {
    input,
    points,
    preview: moved.agreed ? await previewOf(input, proposed.agreed, lots, proven) : null,
  }
}

type Known = { readonly work: Promise<Ahead | null>; done: Ahead | null | undefined }
const known = new Map<string, Known>()
const MOST = 8

function started(run: RunToLook, change: Change): Known {
  const token = tokenOf(run, change)
  const found = known.get(token)
  if (found) return found
  const one: Known = {
    work: compute(run, change).catch((error: unknown) => {
      log('error', { event: 'lookAhead', error: nameOf(error) })
      return null
    }),
    done: undefined,
  }
  one.work.then((ahead) => {
    one.done = ahead
  })
  known.set(token, one)
  if (known.size > MOST) known.delete(known.keys().next().value as string)
  return one
}

/** So long a page waits for it, in milliseconds. */
const PATIENCE = 2500

/** What the change would do; undefined while it is still computed, null where it cannot be. */
export async function lookAhead(
  run: RunToLook,
  change: Change,
  patience = PATIENCE,
): Promise<Ahead | null | undefined> {
  const one = started(run, change)
  if (patience === 0) return one.done
  let late: NodeJS.Timeout | undefined
  const waited = new Promise<void>((done) => {
    late = setTimeout(done, patience)
  })
  await Promise.race([one.work, waited])
  clearTimeout(late)
  return one.done
}
