import 'server-only'
// What this person can do with a subject now, and whose turn it is: asked of the domain, never decided on a screen.
import type { Actor } from '@/domain/case/actor'
import { keepsUpToDate } from '@/domain/case/course'
import { stepsOfKind } from '@/domain/case/steps'
import { blocked, byHand, type Refusal, type Row } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import type { Tx } from './db/client'
import type { Named } from './directory'
import { contextFor } from './run-step'

/** `answers`: it ends an open task of this person. `amends`: it keeps up to date what was told, or takes it back. */
export type OpenStep = {
  name: string
  refusal: Refusal | null
  grave: boolean
  answers: boolean
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
  'nothingEscalated',
  'nothingProposed',
  'nobodyToRank',
  'notShielded',
  'namedOnly',
  'notYoung',
  'notAway',
  'planIsThere',
])

/** A step answers a task when it closes it, or leaves the stage in which it stands. */
const answers = ({ closes, to, grave }: Row, mine: readonly string[]) =>
  mine.length > 0 && (closes?.some((task) => mine.includes(task)) || (to !== undefined && !grave))

/** The steps that this role has at this stage: open, or with the reason why not. */
export async function stepsNow(
  tx: Tx,
  actor: Actor,
  subject: Loaded<Compartments>,
  today: string,
): Promise<OpenStep[]> {
  const context = await contextFor(tx, actor, null, subject, today)
  const mine = subject.turns
    .filter((t) => t.holderId === actor.organisationId && t.role === actor.role)
    .map((t) => t.task)
  return stepsOfKind(subject.spine.kind)
    .filter(({ row }) => byHand(row) && row.by[actor.role] && row.from.includes(subject.spine.stage))
    .map((step) => ({
      name: step.name,
      grave: !!step.row.grave,
      refusal: blocked(step, subject, context),
      answers: answers(step.row, mine),
      moves: step.row.to !== undefined,
      amends: keepsUpToDate(step.row) || !!step.row.writes?.includes('takenBack'),
    }))
    .filter(({ refusal }) => !hidden.has(refusal?.reason ?? ''))
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
