// Takes a step in memory: decided by the same function as on the server, under what its actor may see there.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import type { KeptFile } from '@/domain/case/papers'
import { stepOf } from '@/domain/case/steps'
import type { RuleSet } from '@/domain/covenant/rule-set'
import type { Context } from '@/domain/kernel/context'
import { type Effect, type Step, take } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { missingSeats } from '@/domain/tafel/quorum'
import type { Tafel } from '@/domain/tafel/session'
import { onPaperIn } from '@/server/agreements/on-paper'
import { recordOf } from '@/server/db/record'
import type { Batch } from './batch'
import type { Me } from './ground'
import { compartmentsOf, type Held, type Row, seenBy, unseen } from './held'
import { openSubject, recordStep } from './moves'
import { candidateIn, systemOf } from './pair'
import { swapIn } from './swap'
import { keepWeighed } from './weighed'

export type Asked = {
  readonly actor: Actor
  readonly step: Step
  /** Null for a step that opens its subject. */
  readonly subjectId: string | null
  readonly input: Record<string, unknown>
  readonly today: string
  /** The file that came with it, for a step that brings one. */
  readonly file?: KeptFile
}

/** The day of the tafel that is asked for, while it can still take a case. */
function tafelDaysIn(batch: Batch, { actor, input, today }: Asked): Record<string, string> {
  const tafel = seenBy(batch.held(String(input.tafel)), actor, today) as unknown as Tafel | null
  return tafel?.spine.stage === 'planned' && tafel.of.session ? { [tafel.spine.id]: tafel.of.session.on } : {}
}

/** A tafel of a large world does everything at the time when it begins, and leaves nothing to do. Of a case: who is missing at its tafel. */
function tableOf(batch: Batch, { spine, of }: Held, { rules }: Pick<Context, 'rules'>): Partial<Context> {
  if (spine.kind === 'tafel')
    return {
      time: (of as unknown as Tafel['of']).session?.at,
      stillOpen: { undecided: 0, withoutOwner: 0 },
    }
  const { tafel } = (of.agenda ?? {}) as { tafel?: string | null }
  if (!tafel) return {}
  const table = batch.held(tafel)
  const { presence } = table.of as Partial<Tafel['of']>
  return table.spine.stage === 'inSession' ? { missingSeats: missingSeats(presence ?? [], rules) } : {}
}

/** The offer that holds a dwelling, and the case it was made to. */
function promisedIn(batch: Batch, dwellingId: string): Context['promised'] {
  const live = [...batch.subjects.values()].find(({ of }) => {
    const terms = of.terms as { dwelling: string; live: boolean } | null | undefined
    return terms?.live && terms.dwelling === dwellingId
  })
  const terms = live?.of.terms as { case: string } | undefined
  return live && terms ? [{ offerId: live.spine.id, caseId: terms.case }] : null
}

/** The number of the case behind an offer: whether its corporation was named the client stands in the terms. */
function caseNumberIn(batch: Batch, { of }: Held): Pick<Context, 'caseNumber'> {
  const terms = of.terms as { case: string } | null | undefined
  return terms ? { caseNumber: batch.held(terms.case).spine.number } : {}
}

/** The agreements as this actor would have them printed. */
function onPaperOf(batch: Batch, held: Held, { actor, today }: Asked, rules: RuleSet): Context['onPaper'] {
  const kase = seenBy(held, actor, today) as unknown as Case
  const parts = [...held.parties].map(([part, id]) => ({ part, name: batch.ground.names.get(id) ?? '' }))
  // Nobody in a large world words anything of its own.
  return onPaperIn({ kase, parts, words: [] }, { covenantName: actor.covenantName, rules })
}

/** Where a step raises a signal, and where it stands. */
const raised: Readonly<Record<string, string>> = { raiseSignal: 'signals', raiseCareSignal: 'careSignals' }

/** A large world has no list of time-out places: the one that is asked for is free. */
const room: Context['room'] = { name: 'De Brink (Cosis, Emmen)', full: false, tooEarly: false }

function contextIn(batch: Batch, asked: Asked, held: Held): Context {
  const { actor, step, today } = asked
  const { spine } = held
  const rules = batch.covenant(spine.covenantId).versions.find((v) => v.id === spine.covenantVersionId)?.rules
  if (!rules) throw new Error(`No version ${spine.covenantVersionId}`)
  const { norms, kinds } = batch.ground
  const agreed = { actor, today, rules, norms, kinds, ...(asked.file && { file: asked.file }) }
  const context: Context = { ...agreed, ...tableOf(batch, held, agreed), ...caseNumberIn(batch, held) }
  if (step.name === 'putOnTafel') return { ...context, tafelDays: tafelDaysIn(batch, asked) }
  if (step.name === 'changeAvailability') return { ...context, promised: promisedIn(batch, held.spine.id) }
  if (step.name.startsWith('sign') || step.name === 'handOverKey')
    return { ...context, onPaper: onPaperOf(batch, held, asked, rules) }
  if (step.name === 'reserveTimeOut') return { ...context, room }
  const list = raised[step.name]
  if (list) {
    const nth = (held.of[list] as readonly Row[]).length
    return { ...context, signalId: batch.newId(`signal of ${list}`, spine.id, nth) }
  }
  const candidate = step.name === 'propose' ? candidateIn(batch, asked, context) : null
  return { ...context, ...swapIn(batch, asked, { held, context }), ...(candidate && { candidate }) }
}

function write(batch: Batch, held: Held, seen: Loaded<Compartments>, effect: Effect, asked: Asked) {
  const compartments = compartmentsOf(held.spine.kind)
  const empty = (name: string) =>
    Object.fromEntries(Object.keys(compartments[name]?.fields ?? {}).map((field) => [field, null]))
  const owner = (name: string) =>
    (compartments[name]?.of === 'subject' ? held.spine.id : held.spine.personId) ?? ''
  for (const [name, values] of Object.entries(effect.write ?? {})) {
    // The database would refuse a second row, and change none that the actor cannot see.
    if (held.of[name] && !seen.of[name]) throw new Error(`${asked.step.name} writes ${name} unseen`)
    held.of[name] = { ...(held.of[name] ?? empty(name)), ...values }
  }
  for (const [name, entries] of Object.entries(effect.append ?? {})) {
    const rows = held.of[name] as Row[]
    const added = entries.map((values, nth) => ({
      ...empty(name),
      ...values,
      id: batch.newId(name, owner(name), rows.length + nth),
      organisationId: asked.actor.organisationId,
      recordedOn: asked.today,
    }))
    held.of[name] = [...rows, ...added]
  }
}

/** Takes the step and all that it brings about; a refusal is an error: the plan is wrong. Returns the subject's id. */
export function takeInMemory(
  batch: Batch,
  asked: Asked,
  me: Me = asked.actor,
  causeId: string | null = null,
): string {
  const { actor, step, today } = asked
  const held = asked.subjectId ? batch.held(asked.subjectId) : openSubject(batch, actor, step.kind, today)
  const seen = asked.subjectId ? seenBy(held, me, today) : unseen(held)
  if (!seen) throw new Error(`${step.name} on ${held.spine.number}: not there for ${me.role}`)
  const context = contextIn(batch, asked, held)
  const outcome = take(step, seen, asked.input, context, causeId !== null)
  if ('refusal' in outcome)
    throw new Error(`${today} ${step.name} on ${held.spine.number}: ${JSON.stringify(outcome.refusal)}`)
  const { effect } = outcome.taken
  write(batch, held, seen, effect, asked)
  const { organisationId } = actor
  const meta = { organisationId, today, rules: context.rules, causeId, actionKey: null, requestId: null }
  const id = recordStep(batch, held, me, recordOf(seen, outcome.taken, meta))
  keepWeighed(batch, held, step, { id, on: today })
  for (const cause of effect.causes ?? []) {
    const next = stepOf(cause.step)
    if (!next) throw new Error(`No step ${cause.step}`)
    const caused = { ...asked, step: next, subjectId: cause.subjectId, input: { ...cause.input } }
    if (!cause.as) takeInMemory(batch, caused, me, id)
    else {
      const system = systemOf(batch, actor.covenantId, cause.as)
      const as = { ...actor, membershipId: system.membershipId, role: 'matching' as const }
      takeInMemory(batch, { ...caused, actor: as }, system, id)
    }
  }
  return held.spine.id
}
