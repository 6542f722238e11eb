// A subject in memory: what the database would hold of it, and how whoever acts would find it there.
import type { Role } from '@/domain/case/actor'
import { type ConsentWord, liveConsents } from '@/domain/case/consent-ledger'
import { grants, processes } from '@/domain/case/steps'
import { may } from '@/domain/kernel/grants'
import type { Compartments, Loaded, Relation, Spine, SubjectKind, Turn } from '@/domain/kernel/subject'
import type { Me } from './ground'

export type Row = Record<string, unknown>
export type Related = { readonly holderId: string; readonly relation: Relation; readonly part: string }

export type Held = {
  spine: Spine
  /** Which organisation plays which part. */
  readonly parties: Map<string, string>
  relations: Related[]
  readonly turns: Map<string, Turn>
  readonly of: Record<string, Row | Row[] | null>
}

export const compartmentsOf = (kind: SubjectKind): Compartments => processes[kind].compartments

const nothing = Object.fromEntries(
  Object.entries(processes).map(([kind, { compartments }]) => [
    kind,
    Object.fromEntries(Object.keys(compartments).map((name) => [name, null])),
  ]),
)

/** Every compartment of a kind, not filled in or not shared. */
export const nothingOf = (kind: SubjectKind): Record<string, null> => ({ ...nothing[kind] })

const answers = new Map<string, readonly string[]>()

/** The names that someone of this standing may read. The rules are asked once for each standing there is. */
function readable(
  kind: SubjectKind,
  names: readonly string[],
  rest: { role: Role; relations: readonly Relation[]; stage: string; consents: readonly string[] },
): readonly string[] {
  const { role, relations, stage, consents } = rest
  // No case of a large world is shielded.
  const standing = { ...rest, outside: false }
  const key = [kind, names[0], role, stage, relations, consents].join(' ')
  const known = answers.get(key) ?? names.filter((name) => may(grants, kind, standing, 'read', name))
  answers.set(key, known)
  return known
}

/** A relation shows that a subject is there: it counts for whoever reads the spine by it. */
function relationsOf({ spine, relations }: Held, me: Me): Relation[] {
  const own = new Set<Relation>()
  for (const { holderId, relation } of relations)
    if (holderId === me.organisationId || holderId === me.covenantId) own.add(relation)
  const role = me.role as Role
  const shows = (relation: Relation) =>
    readable(spine.kind, ['spine'], { role, relations: [relation], stage: spine.stage, consents: [] }).length
  return [...own].filter(shows).sort()
}

const inOrder = (turns: Iterable<Turn>) =>
  [...turns].sort((a, b) => (a.dueOn + a.task < b.dueOn + b.task ? -1 : 1))

/** As one actor would load it on a day; null when it is not there for them. */
export function seenBy(held: Held, me: Me, today: string): Loaded<Compartments> | null {
  const { spine } = held
  if (me.covenantId !== spine.covenantId) return null
  const relations = relationsOf(held, me)
  if (!relations.length) return null
  const consents = liveConsents((held.of.consents ?? []) as ConsentWord[], me.organisationId, today)
  const standing = { role: me.role as Role, relations, stage: spine.stage, consents }
  const shared = readable(spine.kind, Object.keys(compartmentsOf(spine.kind)), standing)
  const of: Record<string, unknown> = nothingOf(spine.kind)
  for (const name of shared) of[name] = held.of[name]
  const turns = inOrder(held.turns.values())
  return { spine, relations, turns, shared: new Set(shared), outside: false, of } as Loaded<Compartments>
}

/** Before its opening step: a number, and nothing to see yet. */
export const unseen = ({ spine }: Held): Loaded<Compartments> => ({
  spine,
  relations: ['ours', 'any'],
  turns: [],
  shared: new Set(),
  outside: false,
  of: nothingOf(spine.kind),
})
