import 'server-only'
// One step on several cases: first a look at which of them it can be taken on, and why not on the others.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { stepOf } from '@/domain/case/steps'
import { ref } from '@/domain/kernel/field'
import { blocked, type Refusal, type Step } from '@/domain/kernel/step'
import { SPREADS, spreadsWork } from '@/domain/worklist/spread'
import { confirms, MOST_TOGETHER, type TogetherStep, together, togetherIn } from '@/domain/worklist/together'
import type { Asked } from '@/domain/worklist/work-filter'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { loadOnly } from '@/server/db/load'
import { mentorsOf } from '@/server/mentors'
import { type Agreed, contextFor, unopened } from '@/server/run-step'
import { currentActor } from '@/server/session'
import { optionsFor } from './options'
import type { FieldScreen } from './queries'
import { chosenIn, type SpreadScreen, spreadOf } from './spread'

export type Stated = Pick<
  NonNullable<Case['of']['imported']>,
  'stated' | 'statedSince' | 'statedForm' | 'statedLevel'
>

/**
 * A case of the selection, by its number: the list knows who it is about. `refusal` says why the step cannot be taken on it
 * now; `key` and `version` are those of its form.
 */
export type TogetherRow = {
  id: string
  number: string
  stage: string
  version: number
  key: string
  refusal: Refusal | null
  /** The mentor of the case, where it is spread over others. */
  holder: string
  /** What the file says of the client, where that is confirmed. */
  stated: Stated | null
}

export type TogetherScreen = {
  step: TogetherStep
  /** The tafel whose agenda asks for it. */
  tafel: string | null
  rows: TogetherRow[]
  /** Of so many nothing is there for this person. */
  missing: number
  fields: FieldScreen[]
  /** Over whom the cases would be spread; null where one answer is given for all of them. */
  spread: SpreadScreen | null
  /** Not to be undone. */
  grave: boolean
}

/** The cases that an address names, each once, and no more than go together. */
const idsIn = (asked: Asked[string]): string[] =>
  [...new Set([asked ?? []].flat())].filter((id) => z.uuid().safeParse(id).success).slice(0, MOST_TOGETHER)

type Looking = { readonly actor: Actor; readonly step: Step; readonly agreed: Agreed }

/** Why the step cannot be taken on a case now. Without conditions of its own it is known from the head of the case. */
async function rowOf(tx: Tx, { actor, step, agreed }: Looking, id: string): Promise<TogetherRow | null> {
  const only = step.blockedBy.length ? null : ['parties']
  const subject = await loadOnly(tx, actor.role, { kind: 'case', id }, only)
  if (!subject) return null
  const context = await contextFor(tx, actor, null, subject, today(), { agreed })
  const refusal = blocked(step, subject, context)
  const { number, stage, version } = subject.spine
  const { parties, imported } = (subject as unknown as Case).of
  const stated = confirms(step.name as TogetherStep) ? imported : null
  const holder = parties?.mentorName ?? ''
  return { id, number, stage, version, key: randomUUID(), refusal, holder, stated }
}

async function rowsOf(tx: Tx, looking: Looking, ids: readonly string[]): Promise<TogetherRow[]> {
  const rows: TogetherRow[] = []
  for (const id of ids) {
    const row = await rowOf(tx, looking, id)
    if (row) rows.push(row)
  }
  return rows
}

/** Whoever takes over is chosen among the colleagues in that role. */
const colleagues = async (tx: Tx) => (await mentorsOf(tx)).map(({ name }) => ({ value: name, label: name }))

/** A name among those of colleagues is chosen, not typed. */
const chosen: FieldScreen['field'] = ref('membership')

async function fieldsOf(
  tx: Tx,
  actor: Actor,
  step: Step,
  { asks, tafel }: { asks: readonly string[]; tafel: string | null },
): Promise<FieldScreen[]> {
  const context = await contextFor(tx, actor, null, await unopened(tx, actor, step, today()), today())
  const options = await optionsFor(tx, step, { subject: null, context })
  const people = asks.includes('mentorName') ? await colleagues(tx) : []
  return asks.map((name) => {
    const field = step.input[name] as FieldScreen['field']
    const none = { name, value: [], at: null }
    if (name === 'mentorName' && people.length) return { ...none, field: chosen, options: people }
    const found = field.kind === 'ref' ? (options[field.to] ?? []) : []
    const asked = name === 'tafel' && found.some(({ value }) => value === tafel)
    return { ...none, ...(asked && tafel && { value: [tafel] }), field, options: found }
  })
}

/** The step that an address asks for, and whether its cases are spread over several colleagues. */
function stepIn(asked: Asked, actor: Actor) {
  const spreads = asked.spread === 'yes' && spreadsWork(actor.role)
  return { name: spreads ? SPREADS : togetherIn(asked.step, actor.role), spreads }
}

/** The step that an address asks for, with the cases it names; null where that is no step of this person. */
export async function getTogetherScreen(asked: Asked): Promise<TogetherScreen | null> {
  const actor = await currentActor()
  const { name, spreads } = stepIn(asked, actor)
  const step = name && stepOf(name)
  if (!name || !step) return null
  const ids = idsIn(asked.case)
  const tafel = z.uuid().safeParse(asked.tafel).data ?? null
  return asActor(actor, async (tx) => {
    const rows = await rowsOf(tx, { actor, step, agreed: new Map() }, ids)
    const fields = spreads ? [] : await fieldsOf(tx, actor, step, { asks: together[name].asks, tafel })
    const able = rows.filter(({ refusal }) => !refusal)
    const spread = spreads ? await spreadOf(tx, { actor, today: today() }, able, chosenIn(asked.with)) : null
    return {
      step: name,
      tafel,
      rows,
      missing: ids.length - rows.length,
      fields,
      spread,
      grave: !!step.row.grave,
    }
  })
}
