// The rights in the order of sentences: who sees a group of facts in the same way, and what a role sees when.
import type { Role } from '@/domain/case/actor'
import {
  type Audience,
  audiencesOf,
  type Right,
  readerGroups,
  rightOf,
  type Sight,
  writersOf,
} from '@/domain/case/sight'
import { processes } from '@/domain/case/steps'
import type { ProcessDefinition } from '@/domain/kernel/grants'
import type { SubjectKind } from '@/domain/kernel/subject'

export const all: readonly ProcessDefinition[] = Object.values(processes)

/** During what, said in one word and the stages that belong to it. */
export type When = {
  readonly says: 'always' | 'from' | 'only' | 'guest'
  readonly stages: readonly string[]
  readonly consent: boolean
}

export const whenOf = ({ as, from, only, needs }: Sight): When => ({
  says: as === 'invited' ? 'guest' : only.length ? 'only' : from ? 'from' : 'always',
  stages: from ? [from] : only,
  consent: needs !== null,
})

const order = ['always', 'from', 'only', 'guest']
const placeOf = ({ stages }: ProcessDefinition, { says, stages: of, consent }: When) =>
  order.indexOf(says) * 1000 + stages.indexOf(of[0] ?? '') * 10 + Number(consent)

type Saying = When & { readonly who: readonly Audience[] }

/** A group of facts with everything there is to say of it. */
export type FactGroup = {
  readonly kind: SubjectKind
  readonly object: string
  readonly fields: readonly string[]
  readonly sayings: readonly Saying[]
  readonly writers: readonly Role[]
}

const inOrder = <T extends When>(process: ProcessDefinition, list: readonly T[]) =>
  [...list].sort((a, b) => placeOf(process, a) - placeOf(process, b))

const computing: readonly Role[] = readerGroups.computed

/** What a role that is not a person computes by: the groups of facts of a process that it reads. */
export const computedBy = (process: ProcessDefinition, role: Role): readonly string[] =>
  Object.keys(process.readers).filter((object) => rightOf(process, object, role).sights.length > 0)

export function factGroup(process: ProcessDefinition, object: string): FactGroup {
  const found = audiencesOf(process, object)
  const people = found.filter(({ group }) => group !== 'computed')
  const alike = Map.groupBy(people, ({ sight }) => JSON.stringify(whenOf(sight)))
  const sayings = [...alike.values()].map((who) => ({ ...whenOf((who[0] as Audience).sight), who }))
  return {
    kind: process.kind,
    object,
    fields: Object.keys(process.compartments[object]?.fields ?? {}),
    sayings: inOrder(process, sayings),
    writers: writersOf(process, object).filter((role) => !computing.includes(role)),
  }
}

export type Mine = FactGroup & { readonly mine: Right }

/** What a role sees of one kind in one way, by what is told of it in one breath; `when` is null for what it never sees. */
export type Block = {
  readonly when: When | null
  readonly objects: readonly string[]
  readonly alike: readonly (readonly Mine[])[]
}

/** Groups of facts of which exactly the same is to be said stand together. */
function blockOf(when: When | null, groups: readonly Mine[]): Block {
  const told = ({ sayings, writers, mine }: Mine) => JSON.stringify([sayings, writers, mine.writes])
  return {
    when,
    objects: groups.map(({ object }) => object),
    alike: [...Map.groupBy(groups, told).values()],
  }
}

/** What a role sees of a process, the widest open first and what is closed last. A guest sees some of it that way too. */
export function blocksOf(process: ProcessDefinition, role: Role): readonly Block[] {
  const groups = Object.keys(process.readers).map((object) => ({
    ...factGroup(process, object),
    mine: rightOf(process, object, role),
  }))
  const open = groups.flatMap((group) => group.mine.sights.map((sight) => ({ group, when: whenOf(sight) })))
  const alike = Map.groupBy(open, ({ when }) => JSON.stringify(when))
  const blocks = [...alike.values()].map((list) => ({
    ...(list[0] as (typeof list)[number]).when,
    groups: list.map(({ group }) => group),
  }))
  const never = groups.filter(({ mine }) => mine.sights.length === 0)
  return [
    ...inOrder(process, blocks).map(({ groups: seen, ...when }) => blockOf(when, seen)),
    ...(never.length ? [blockOf(null, never)] : []),
  ]
}
