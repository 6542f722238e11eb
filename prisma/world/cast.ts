// The people of the demo world, as the steps need them: someone of this role in this organisation.
import type { Role } from '@/domain/case/actor'
import people from '../data/people.json' with { type: 'json' }
import type { WorldActor } from './event'

export type CastMember = {
  key: string
  name: string
  email: string
  memberships: { organisation: string; covenant: string; role: string }[]
}

export const cast: readonly CastMember[] = people

/** Everyone who holds this role there, in the order of the file. */
export const actors = (covenant: string, organisation: string, role: Role): WorldActor[] =>
  cast.flatMap(({ key, memberships }) =>
    memberships
      .filter((m) => m.covenant === covenant && m.organisation === organisation && m.role === role)
      .map(() => ({ person: key, organisation, role })),
  )

/** One of those who hold this role there; the same `nth` gives the same person. */
export function actor(covenant: string, organisation: string, role: Role, nth = 0): WorldActor {
  const all = actors(covenant, organisation, role)
  const chosen = all[nth % all.length]
  if (!chosen) throw new Error(`people.json has no ${role} of ${organisation} in ${covenant}`)
  return chosen
}

export const nameOf = (person: string): string => cast.find((p) => p.key === person)?.name ?? person
