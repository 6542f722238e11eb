import 'server-only'
// Facts from outside its subject that a step needs: looked up here, decided upon in the domain.
import type { Actor } from '@/domain/case/actor'
import type { Candidate, Context, Step } from '@/domain/kernel/step'
import { type Agreements, candidatesFor, type Found, type Offered } from './candidates'
import type { Tx } from './db/client'

type Facts = Pick<Context, 'tafelDays' | 'candidate'>
type Lookup = (tx: Tx, actor: Actor, input: Record<string, unknown>, agreements: Agreements) => Promise<Facts>

/** The tafels that can still take a case, with their days. */
export const openTafels = (tx: Tx) => tx.$queryRaw<
  { id: string; on: string; at: string; place: string; number: string }[]
>`
  SELECT s.id::text, s.number, t."on"::text AS "on", t.at, t.place FROM spine s JOIN tafel_session t ON t.subject_id = s.id
  WHERE s.kind = 'tafel' AND s.stage = 'planned' ORDER BY t."on", s.id`

const tafelDays: Lookup = async (tx) => ({
  tafelDays: Object.fromEntries((await openTafels(tx)).map((t) => [t.id, t.on])),
})

/** What a proposal may know of the chosen candidate: which rules of the dwelling failed, and which are not known. */
export const candidateOf = (
  { caseId, number, results }: Pick<Found, 'caseId' | 'number' | 'results'>,
  { address, home }: Offered,
): Candidate => ({
  caseId,
  number,
  dwelling: { address, rent: home.rent, availableFrom: home.availableFrom },
  failed: results.filter((r) => r.verdict === 'fail' && !r.warns).map((r) => r.rule),
  unknown: results.filter((r) => r.verdict === 'unknown').map((r) => r.rule),
})

const candidate: Lookup = async (tx, actor, input, agreements) => {
  if (typeof input.dwelling !== 'string') return {}
  const found = await candidatesFor(tx, actor, input.dwelling, agreements)
  const chosen = found?.candidates.find((c) => c.pseudonym === input.candidate)
  return found && chosen ? { candidate: candidateOf(chosen, found) } : {}
}

const lookups: Readonly<Record<string, Lookup>> = { putOnTafel: tafelDays, propose: candidate }

/** The facts of this step, or none. */
export const factsFor = async (
  tx: Tx,
  actor: Actor,
  step: Step,
  input: Record<string, unknown>,
  agreements: Agreements,
): Promise<Facts> => (await lookups[step.name]?.(tx, actor, input, agreements)) ?? {}
