// Proposals for the homes that are free at the end of the story: one run of a week ago and one of today.
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { askRun, claimRun, computeRun } from '@/server/matching/run'
import { asKernel } from '../load-covenant'

/** A run that was asked so many days ago; it is computed at once. */
async function runBefore(ownerUrl: string, who: Actor, today: string, days: number) {
  const id = await asActor(who, askRun)
  await asKernel(ownerUrl, (kernel) =>
    kernel.query(`UPDATE matching_run SET asked_at = asked_at - make_interval(days => $2) WHERE id = $1`, [
      id,
      days,
    ]),
  )
  const claimed = await claimRun()
  if (claimed) await computeRun(claimed, today)
}

/** The runs of each covenant, asked by who follows all of its cases. */
export async function playRuns(
  { ownerUrl, today }: { ownerUrl: string; today: string },
  actors: readonly Actor[],
) {
  const asking = Map.groupBy(
    actors.filter(({ role }) => role === 'coordinator'),
    ({ covenantId }) => covenantId,
  )
  for (const [who] of asking.values())
    for (const days of [7, 0]) if (who) await runBefore(ownerUrl, who, today, days)
}
