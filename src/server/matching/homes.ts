import 'server-only'
// The homes of one client, for who follows that client at the gemeente: what is proposed and why, what fits too, and what one
// change would have done. Verdicts are of today; what is scarce is of the last run.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import type { MatchingRules } from '@/domain/covenant/matching-rules'
import { seekerOf } from '@/domain/matching/candidate'
import { type Explained, explain, type Home, type Seeker } from '@/domain/matching/fit'
import { alternativesOf, stepsOf, type Verdict, type Why, whyOf } from '@/domain/matching/run/questions'
import { asSystem } from '../db/as-actor'
import type { Tx } from '../db/client'
import { normsOn } from '../norms'
import { rulesOn } from '../rules'
import { supportOfSeekers } from '../support'
import type { Given } from './answer'
import { freeHomes } from './gather'
import { lastSolved } from './solved'

/** Who looks for a home with a client, and may read all that the rules ask of them. */
export const seeksHomes = (
  { role }: Pick<Actor, 'role'>,
  { spine, shared }: Pick<Case, 'spine' | 'shared'>,
) =>
  (role === 'regisseur' || role === 'coordinator') &&
  spine.stage === 'matching' &&
  ['profile', 'exclusions', 'household', 'identity', 'incomeClass', 'decision'].every((of) => shared.has(of))

/** What of a case is read for its homes. */
export const readForHomes = [
  'household',
  'incomeClass',
  'identity',
  'decision',
  'profile',
  'exclusions',
  'readiness',
]

export type HomeLine = {
  readonly id: string
  readonly address: string
  readonly municipality: string
  readonly rooms: number
  readonly rent: number
  readonly availableFrom: string
  readonly rules: readonly Explained[]
  readonly why: Why | null
}
/** One rule keeps it apart; `step`: whether a change in that rule would have given a proposal, verified by solving it all again. */
type Near = {
  readonly home: HomeLine
  readonly result: Explained
  readonly step: Exclude<Verdict, 'no'> | null
}

export type Homes = {
  readonly run: string | null
  readonly shown: number
  readonly proposed: HomeLine | null
  readonly answered: Given | null
  /** Fitting homes, the least loss for the whole first. */
  readonly fitting: readonly HomeLine[]
  readonly near: readonly Near[]
  /** The home that was asked about. */
  readonly asked: HomeLine | null
  readonly others: readonly HomeLine[]
}

const against = (rules: readonly Explained[]) =>
  rules.filter(({ verdict, warns }) => verdict !== 'pass' && !warns)

const lineOf = (home: Home & { id: string; houseNumber: string }, rules: Explained[]): HomeLine => ({
  id: home.id,
  address: `${home.street} ${home.houseNumber}`,
  municipality: home.municipalityName,
  rooms: home.rooms,
  rent: home.rent,
  availableFrom: home.availableFrom,
  rules,
  why: null,
})

const answeredTo = async (tx: Tx, { role }: Actor, run: string, client: string) => {
  const [row] = await tx.$queryRaw<Given[]>`
    SELECT answer, reason FROM proposal_answer WHERE run_id = ${run}::uuid AND case_id = ${client}::uuid AND role = ${role}`
  return row ?? null
}

type Asking = {
  readonly actor: Actor
  readonly kase: Case
  readonly day: string
  readonly asked: string | undefined
}
const MOST_ALTERNATIVES = 5
const MOST_NEAR = 8

/** What the last run says of this client, by the ids of homes. */
async function saidByRun(tx: Tx, { actor, kase }: Asking, limit: number) {
  const last = await lastSolved(tx, actor)
  const client = last?.solved.input.clients.findIndex(({ id }) => id === kase.spine.id) ?? -1
  if (!last || client < 0) return null
  const { run, solved } = last
  const idOf = (at: number) => solved.input.homes[at]?.id ?? ''
  const placeOf = new Map(solved.input.homes.map(({ id }, at) => [id, at]))
  const why = (id: string) => {
    const unit = placeOf.get(id)
    return unit === undefined ? null : whyOf(solved, { client, unit }, limit)
  }
  const k = solved.answer.edge[client] ?? -1
  const locked = solved.input.locked.find((pair) => pair.case === kase.spine.id)
  return {
    run,
    why,
    proposed: locked?.dwelling ?? (k < 0 ? null : idOf(solved.task.unit[k] as number)),
    order: alternativesOf(solved, client, MOST_ALTERNATIVES + 1).map(idOf),
    steps: new Map(stepsOf(solved, client).map(({ home, verdict }) => [idOf(home), verdict])),
  }
}

/** Who supports this client, where the covenant looks at it: what a gemeente reads of its client and of providers. */
async function supportFor(
  tx: Tx,
  { actor, kase }: Asking,
  { support }: Pick<MatchingRules, 'support'>,
): Promise<Pick<Seeker, 'support'>> {
  if (support === 'off') return {}
  const { id } = kase.spine
  const known = await asSystem(tx, actor, 'matching', () => supportOfSeekers(tx, [id]))
  return { support: known.get(id) ?? null }
}

/** The homes of this client. The transaction is of whoever asks. */
export async function homesFor(tx: Tx, asking: Asking): Promise<Homes> {
  const { kase, actor, day } = asking
  const rules = await rulesOn(tx, day)
  const ground = { rules, norms: await normsOn(tx), today: day }
  const seeker = { ...seekerOf(kase), ...(await supportFor(tx, asking, rules.matching)) }
  const lines = (await freeHomes(tx)).map((home) => lineOf(home, explain(seeker, home, ground)))
  const run = await saidByRun(tx, asking, rules.smallCell)
  const told = (line: HomeLine): HomeLine => ({ ...line, why: run?.why(line.id) ?? null })
  const byId = new Map(lines.map((line) => [line.id, line]))
  const rank = (id: string) => run?.order.indexOf(id) ?? -1
  const fitting = lines
    .filter((line) => !against(line.rules).length && line.id !== run?.proposed)
    .sort((a, b) => (rank(a.id) < 0 ? 99 : rank(a.id)) - (rank(b.id) < 0 ? 99 : rank(b.id)))
  const near = lines.flatMap((home): Near[] => {
    const [result, ...others] = against(home.rules)
    return result && !others.length ? [{ home, result, step: run?.steps.get(home.id) ?? null }] : []
  })
  const proposed = run?.proposed ? byId.get(run.proposed) : undefined
  const asked = asking.asked ? byId.get(asking.asked) : undefined
  return {
    run: run?.run ?? null,
    shown: Date.now(),
    proposed: proposed ? told(proposed) : null,
    answered: run ? await answeredTo(tx, actor, run.run, kase.spine.id) : null,
    fitting: fitting.slice(0, MOST_ALTERNATIVES).map(told),
    near: near.sort((a, b) => Number(!a.step) - Number(!b.step)).slice(0, MOST_NEAR),
    asked: asked ? told(asked) : null,
    others: lines.filter(({ rules: judged }) => against(judged).length > 1),
  }
}
