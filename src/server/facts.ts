import 'server-only'
// Facts from outside its subject that a step needs: looked up here, decided upon in the domain.
import type { Actor } from '@/domain/case/actor'
import type { Context, Step } from '@/domain/kernel/step'
import { type Agreements, candidatesFor } from './candidates'
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

const candidate: Lookup = async (tx, actor, input, agreements) => {
  if (typeof input.dwelling !== 'string') return {}
  const found = await candidatesFor(tx, actor, input.dwelling, agreements)
  const chosen = found?.candidates.find((c) => c.pseudonym === input.candidate)
  if (!found || !chosen) return {}
  const failed = chosen.results.filter((r) => r.verdict === 'fail' && !r.warns).map((r) => r.rule)
  const unknown = chosen.results.filter((r) => r.verdict === 'unknown').map((r) => r.rule)
  const { rent, availableFrom } = found.home
  return {
    candidate: {
      caseId: chosen.caseId,
      number: chosen.number,
      dwelling: { address: found.address, rent, availableFrom },
      failed,
      unknown,
    },
  }
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
