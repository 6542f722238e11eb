import 'server-only'
// What this person can do with a subject now, and whose turn it is: asked of the domain, never decided on a screen.
import type { Actor } from '@/domain/case/actor'
import { keepsUpToDate } from '@/domain/case/course'
import { stepsOfKind } from '@/domain/case/steps'
import { lastingAt } from '@/domain/case/tasks'
import { blocked, byHand, type Refusal, type Row } from '@/domain/kernel/step'
import type { Compartments, Loaded, Turn } from '@/domain/kernel/subject'
import type { Tx } from './db/client'
import type { Named } from './directory'
import { contextFor } from './run-step'

/**
 * `answers`: it ends an open task of this person, which no other step can end now where this one is refused; `dueOn`: the
 * last day of the first of these tasks. `amends`: it keeps up to date what was told, or takes it back.
 */
export type OpenStep = {
  name: string
  refusal: Refusal | null
  grave: boolean
  answers: boolean
  dueOn: string | null
  moves: boolean
  amends: boolean
}
export type OpenTurn = {
  task: string
  role: string
  holder: string
  since: string
  dueOn: string
  pausedOn: string | null
  overdue: boolean
  mine: boolean
}

/** Steps that are somebody else's business, not of this region or case, or without anything to do: not shown at all. */
const hidden = new Set([
  'notInThisCovenant',
  'noCriteria',
  'notYours',
  'nothingToWithdraw',
  'nothingImported',
  'nothingToCorrect',
  'noSuchTask',
  'noDecisionYet',
  'notOnConditions',
  'noConditionOfYours',
  'alreadySigned',
  'nothingEscalated',
  'nothingProposed',
  'nobodyToRank',
  'noPhotos',
  'noSwap',
  'alreadyInSwap',
  'notShielded',
  'namedOnly',
  'notYoung',
  'notAway',
  'planIsThere',
])

type Mine = readonly Turn[]

/** Whether a step leads to another stage, where this task is over. */
const leaves = ({ to, grave }: Row, task: string) =>
  to !== undefined && !grave && [to].flat().some((stage) => !lastingAt(stage).includes(task))

/** The tasks of this person that a step ends: those it closes, the one of its own name, or those of a stage that it leaves. */
const endedBy = ({ name, row }: { name: string; row: Row }, mine: Mine): Mine =>
  mine.filter(({ task }) => row.closes?.includes(task) || task === name || leaves(row, task))

/** The steps that this role has at this stage: open, or with the reason why not. */
export async function stepsNow(
  tx: Tx,
  actor: Actor,
  subject: Loaded<Compartments>,
  today: string,
): Promise<OpenStep[]> {
  const context = await contextFor(tx, actor, null, subject, today)
  const mine = subject.turns.filter((t) => t.holderId === actor.organisationId && t.role === actor.role)
  const steps = stepsOfKind(subject.spine.kind)
    .filter(({ row }) => byHand(row) && row.by[actor.role] && row.from.includes(subject.spine.stage))
    .map((step) => ({ ...step, refusal: blocked(step, subject, context), ends: endedBy(step, mine) }))
    .filter(({ refusal }) => !hidden.has(refusal?.reason ?? ''))
  const ended = new Set(steps.flatMap(({ refusal, ends }) => (refusal ? [] : ends)))
  return steps.map(({ name, row, refusal, ends }) => ({
    name,
    refusal,
    grave: !!row.grave,
    answers: refusal ? ends.some((turn) => !ended.has(turn)) : ends.length > 0,
    dueOn: ends.map((turn) => turn.dueOn).sort()[0] ?? null,
    moves: row.to !== undefined,
    amends: keepsUpToDate(row) || !!row.writes?.includes('takenBack'),
  }))
}

/** Whose turn it is, since when and until when. */
export const turnsNow = (
  actor: Actor,
  subject: Loaded<Compartments>,
  names: ReadonlyMap<string, Named>,
  today: string,
): OpenTurn[] =>
  subject.turns.map(({ holderId, ...turn }) => ({
    ...turn,
    holder: names.get(holderId)?.name ?? '',
    overdue: !turn.pausedOn && turn.dueOn < today,
    mine: holderId === actor.organisationId && turn.role === actor.role,
  }))
