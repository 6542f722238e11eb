// Notes of a story in memory.
import type { Actor } from '@/domain/case/actor'
import { processes } from '@/domain/case/steps'
import type { Compartments, SubjectKind } from '@/domain/kernel/subject'

type Row = Readonly<Record<string, unknown>>
type Holding = {
  readonly spine: { readonly kind: SubjectKind }
  readonly of: Readonly<Record<string, unknown>>
}

/** In a story in memory the nth note that was written has this id. */
export const noteNumber = (n: number) => `a07e0000-0000-4000-8000-${String(n).padStart(12, '0')}`

/**
 * Of rows that name their readers, those that name this person or their organisation; of rows that are kept apart, those of
 * their own organisation: when they are shown together, only the database knows. Of signals a wijkteam has its own.
 */
export function namedRows({ spine, of }: Holding, shared: ReadonlySet<string>, who: Actor) {
  const names = ({ readers }: Row) =>
    [who.membershipId, who.organisationId].some((id) => (readers as readonly string[]).includes(id))
  const atTable = ['coordinator', 'chair', 'secretary'].includes(who.role)
  const own = (row: Row) => !atTable && row.organisationId === who.organisationId
  const raised = (row: Row) => who.role !== 'localTeam' || row.raisedBy === who.organisationId
  const each = Object.entries<Compartments[string]>(processes[spine.kind].compartments).filter(
    ([name, c]) => (c.forReaders || c.apart || c.ofRaiser) && shared.has(name),
  )
  return Object.fromEntries(
    each.map(([name, c]) => [
      name,
      ((of[name] ?? []) as readonly Row[]).filter(c.ofRaiser ? raised : c.apart ? own : names),
    ]),
  )
}
