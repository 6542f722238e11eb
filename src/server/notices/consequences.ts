import 'server-only'
// A term that has a consequence by itself: told first, taken later, by an ordinary step of a membership that reads no case.
import type { Actor } from '@/domain/case/actor'
import { steps } from '@/domain/case/steps'
import { type RuleSet, ruleSet } from '@/domain/covenant/rule-set'
import { type Step, take } from '@/domain/kernel/step'
import type { Compartments, Loaded, Spine, Turn } from '@/domain/kernel/subject'
import { consequenceOf, doingOf } from '@/domain/notices/consequence'
import type { Client } from '../db/client'
import { recordOf } from '../db/record'

/** What the worker knows of a subject: that it is there, at which stage, and whose clocks run. */
type Stake = {
  readonly spine: Pick<Spine, 'id' | 'kind' | 'stage' | 'version' | 'covenantId' | 'covenantVersionId'>
  readonly task: string
  readonly dueOn: string
  readonly rules: unknown
  readonly membershipId: string
  readonly organisationId: string
  readonly announcedOn: string | null
  /** The rung of the ladder whose term this is; null for any other term. */
  readonly rung: string | null
  readonly turns: readonly Turn[]
}

const subjectOf = ({ spine, turns }: Stake) =>
  ({
    spine: { ...spine, number: '', personId: null, householdId: null, openedOn: '' },
    relations: ['any'],
    turns,
    shared: new Set(),
    outside: false,
    of: {},
  }) as unknown as Loaded<Compartments>

const actorOf = ({ membershipId, organisationId, spine }: Stake): Actor => ({
  membershipId,
  accountId: '',
  name: '',
  role: 'terms',
  organisationId,
  organisationName: '',
  organisationKind: 'systeem',
  covenantId: spine.covenantId,
  covenantName: '',
})

type Due = { readonly id: string; readonly seen: string }

/** Takes the step; false where it is refused or something changed since it was looked at. */
async function happen(client: Client, due: Due, stake: Stake, { step, rules, today }: Taking) {
  const subject = subjectOf(stake)
  const typed =
    'silent' in step.input ? { silent: stake.task } : 'rung' in step.input ? { rung: stake.rung } : {}
  const outcome = take(step, subject, typed, { actor: actorOf(stake), today, rules, norms: [] }, true)
  if ('refusal' in outcome) return false
  const meta = {
    organisationId: stake.organisationId,
    today,
    rules,
    causeId: null,
    actionKey: null,
    requestId: null,
  }
  const record = JSON.stringify(recordOf(subject, outcome.taken, meta))
  const [row] = await client.$queryRaw<{ done: boolean }[]>`
    SELECT app.take_consequence(${due.id}::uuid, ${due.seen}::jsonb, ${record}::jsonb) AS done`
  return row?.done ?? false
}

type Taking = { readonly step: Step; readonly rules: RuleSet; readonly today: string }

/** Whether the consequence was taken or announced. `again`: when to look at it again; null where nothing follows. */
export type Followed = { readonly taken: boolean; readonly announced: boolean; readonly again: Date | null }

/** Announces what follows this term, or lets it happen, when that is due today. */
export async function followTerm(client: Client, due: Due, today: string): Promise<Followed> {
  const nothing = { taken: false, announced: false, again: null }
  const [row] = await client.$queryRaw<
    { stake: Stake | null }[]
  >`SELECT app.term_at_stake(${due.id}::uuid) AS stake`
  if (!row?.stake) return nothing
  const { stake } = row
  const rules = ruleSet.parse(stake.rules)
  const found = consequenceOf({ kind: stake.spine.kind, stage: stake.spine.stage, task: stake.task }, rules)
  if (!found) return nothing
  const { act, again } = doingOf({ ...stake, days: found.days }, today)
  // What reaches other subjects is taken by the website: the worker reads none of them.
  if (act === 'happen' && !('terms' in steps[found.step].row.by)) return { ...nothing, again }
  if (act === 'happen')
    return {
      ...nothing,
      again,
      taken: await happen(client, due, stake, { step: steps[found.step], rules, today }),
    }
  if (act !== 'announce') return { ...nothing, again }
  const [told] = await client.$queryRaw<{ heard: boolean }[]>`
    SELECT app.announce_consequence(${due.id}::uuid, ${due.seen}::jsonb) AS heard`
  return { ...nothing, again, announced: told?.heard ?? false }
}
