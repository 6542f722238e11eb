// One event of the demo world: who takes which step on which day, with typed values. The engine decides whether it may.
import type { Role } from '@/domain/case/actor'
import type { StepName } from '@/domain/case/steps'
import type { FromFile } from '@/domain/kernel/context'

/** Points at a subject or organisation by its key in this plan: 'case:12', 'dwelling:7', 'tafel:zod:2026-10-06', 'org:emmen'. */
export type WorldRef = { readonly ref: string }
export type WorldValue = string | number | boolean | null | readonly string[] | WorldRef
export type WorldInput = Readonly<Record<string, WorldValue>>

/** A membership by its keys; its covenant is that of the event. */
export type WorldActor = { readonly person: string; readonly organisation: string; readonly role: Role }

/** What the row of a file says of the way so far. */
export type WorldFile = FromFile

export type WorldEvent = {
  readonly on: string
  readonly covenant: string
  readonly actor: WorldActor
  readonly step: StepName
  /** The key of the subject that the step is taken on. */
  readonly subject: string
  readonly input: WorldInput
  /** The step brings this subject into being. */
  readonly opens?: true
  /** The row of a file from which it comes. */
  readonly fromFile?: WorldFile
}

/** Where the stories put their events, in any order. */
export type Telling = WorldEvent[]

/** On one day some things come before others, whoever's case it is. The rest keeps the order in which it was told. */
const turn: Partial<Record<StepName, number>> = {
  planTafel: 0,
  enterDwelling: 0,
  openTafel: 2,
  proposeDecision: 3,
  adoptList: 4,
  cancelTafel: 4,
}

/** Events in the order of their days. */
export function inOrder(told: readonly WorldEvent[]): WorldEvent[] {
  const rank = ({ step }: WorldEvent) => turn[step] ?? 1
  return [...told].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b)))
}

export const ref = (key: string): WorldRef => ({ ref: key })
export const org = (key: string): WorldRef => ref(`org:${key}`)
