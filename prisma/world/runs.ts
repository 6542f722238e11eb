// Proposals for the homes that are free at the end of the story: one run of a week ago and one of today.
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { answerProposal } from '@/server/matching/answer'
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

/** What the people at the gemeente made of the run of a week ago: most was agreed to, and of some they knew more. */
async function answerSome(who: Actor) {
  await asActor(who, async (tx) => {
    const lines = await tx.$queryRaw<{ run: string; subject: string }[]>`
      SELECT p.run_id::text AS run, p.case_id::text AS subject FROM matching_proposal p JOIN spine s ON s.id = p.case_id ORDER BY s.number LIMIT 4`
    for (const [at, line] of lines.entries()) {
      const said =
        at === 1
          ? ({ answer: 'deviated', reason: 'knowsMore' } as const)
          : ({ answer: 'accepted', reason: null } as const)
      if (at < 3) await answerProposal(tx, { ...line, ...said, seconds: 35 + 20 * at })
    }
  })
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
    for (const days of [7, 0]) {
      if (!who) continue
      await runBefore(ownerUrl, who, today, days)
      if (days) await answerSome(who)
    }
}
