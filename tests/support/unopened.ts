// A subject in memory before anything was done.
import { processes } from '@/domain/case/steps'
import type { Compartments, SubjectKind } from '@/domain/kernel/subject'
import { covenant, uuid } from './actors'
import type { Held } from './held'

const compartmentsOf = (kind: SubjectKind): Compartments => processes[kind].compartments

/** What is there before an opening step: a number, and nothing else. */
export function unopened(kind: SubjectKind, n: number, today: string): Held {
  const empty = Object.entries(compartmentsOf(kind)).map(([name, c]) => [name, c.many ? [] : null])
  const id = uuid(1000 + n)
  const owner = kind === 'case' ? { personId: uuid(2000 + n), householdId: uuid(3000 + n) } : null
  const spine = {
    id,
    kind,
    number: `TT-2026-${String(n).padStart(4, '0')}`,
    covenantId: covenant.id,
    covenantVersionId: covenant.versionId,
    stage: 'new',
    version: 0,
    openedOn: today,
    personId: null,
    householdId: null,
    ...owner,
  }
  return { spine, playing: [], turns: [], of: Object.fromEntries(empty) }
}
