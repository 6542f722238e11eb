import 'server-only'
// What a person says to a proposal, and what was said so far.
import type { Actor } from '@/domain/case/actor'
import type { Answered, ProposalAnswer, Reason } from '@/domain/matching/run/decided'
import { pseudonymOf } from '../candidates'
import { asSystem } from '../db/as-actor'
import type { Tx } from '../db/client'

/** An answer with its reason, as it is shown to whoever gave it and their colleagues in the same role. */
export type Given = { readonly answer: ProposalAnswer; readonly reason: Reason | null }

/** `subject`: the case, or of an officer the dwelling. `seconds`: how long it was looked at. */
export type Said = {
  readonly run: string
  readonly subject: string
  readonly answer: ProposalAnswer
  readonly reason: Reason | null
  readonly seconds: number
}

/** Keeps an answer; false when it is not this person's to give, or was given. */
export async function answerProposal(
  tx: Tx,
  { run, subject, answer, reason, seconds }: Said,
): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ done: boolean }[]>`
    SELECT app.answer_proposal(${run}::uuid, ${subject}::uuid, ${answer}, ${reason}, ${Math.round(seconds)}::int) AS done`
  return done?.done ?? false
}

/** All that was answered, as far as whoever asks may read the clients. */
export const answersGiven = (tx: Tx) => tx.$queryRaw<Answered[]>`SELECT answer, seconds FROM proposal_answer`

/** What the last run proposes for a dwelling, as its officer may know it: a pseudonym and two numbers. */
export type ProposedFor = {
  readonly run: string
  readonly pseudonym: string
  readonly urgency: number
  readonly fit: number
  readonly answered: Given | null
  readonly gemeenteAgreed: boolean
}

type Row = Omit<ProposedFor, 'pseudonym'> & { readonly case: string }

/** The proposal for a dwelling of this actor's; null where there is none. */
export async function proposedFor(tx: Tx, actor: Actor, dwelling: string): Promise<ProposedFor | null> {
  const [row] = await asSystem(
    tx,
    actor,
    'matching',
    () => tx.$queryRaw<Row[]>`
      SELECT p.run_id::text AS run, p.case_id::text AS "case", p.urgency, p.fit,
        (SELECT jsonb_build_object('answer', a.answer, 'reason', a.reason) FROM proposal_answer a WHERE a.run_id = p.run_id AND a.case_id = p.case_id AND a.role = ${actor.role}) AS answered,
        EXISTS (SELECT 1 FROM matching_proposal q JOIN proposal_answer a ON a.run_id = q.run_id AND a.case_id = q.case_id
          WHERE q.case_id = p.case_id AND q.dwelling_id = p.dwelling_id AND a.role IN ('regisseur', 'coordinator') AND a.answer = 'accepted') AS "gemeenteAgreed"
      FROM matching_proposal p WHERE p.dwelling_id = ${dwelling}::uuid
        AND p.run_id = (SELECT r.id FROM matching_run r WHERE r.state = 'done' ORDER BY r.ended_at DESC LIMIT 1)`,
  )
  if (!row) return null
  const { case: client, ...proposed } = row
  return { ...proposed, pseudonym: pseudonymOf(client, dwelling) }
}
