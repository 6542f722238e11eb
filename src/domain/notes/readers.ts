// For whom a note is: chosen by its writer, among those who may read notes on the case at all.
import type { Actor } from '../case/actor'
import type { Context, NoteReader } from '../kernel/context'
import type { Refusal } from '../kernel/step'

/** The writer's own organisation; with it these organisations; or nobody but these people. */
export const noteAudiences = ['own', 'parties', 'people'] as const

export type ChosenReaders = {
  readonly audience: (typeof noteAudiences)[number]
  readonly parties: readonly string[] | null
  readonly people: readonly string[] | null
}

const chosenOf = ({ audience, parties, people }: ChosenReaders): readonly string[] =>
  audience === 'own' ? [] : ((audience === 'parties' ? parties : people) ?? [])

/** The readers as a note keeps them: the writer is one of them. What was ticked for another choice does not count. */
export function readersFrom(chosen: ChosenReaders, actor: Actor): string[] {
  const self = chosen.audience === 'people' ? actor.membershipId : actor.organisationId
  return [...new Set([self, ...chosenOf(chosen)])]
}

/** Why nobody, or somebody who cannot read notes here, was chosen. */
export function wrongReaders(chosen: ChosenReaders, { noteReaders = [] }: Context): Refusal | null {
  if (chosen.audience === 'own') return null
  const ids = chosenOf(chosen)
  if (!ids.length) return { reason: 'noReaders', field: chosen.audience }
  const known = (id: string) =>
    noteReaders.some((r) => (chosen.audience === 'parties' ? r.organisationId : r.id) === id)
  return ids.every(known) ? null : { reason: 'notAReader', field: chosen.audience }
}

/** Whether this person is one of the readers that a note names. */
export const isAmong = (readers: readonly string[], { id, organisationId }: NoteReader) =>
  readers.includes(id) || readers.includes(organisationId)
