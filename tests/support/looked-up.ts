// What is looked up or drawn by lot for a step; of who can be named for a case, who is stands in the case.
import type { Actor } from '@/domain/case/actor'
import type { Nameable } from '@/domain/kernel/context'
import { actors, colleaguesOf } from './actors'
import type { Held } from './held'

const acting: readonly string[] = ['zorgaanbieder', 'gemeente']

function nameableIn(cases: readonly Held[]): Nameable[] {
  const rows = cases.flatMap((held) => held.of.named ?? []) as unknown as readonly {
    person: string
    named: boolean
  }[]
  const isNamed = (id: string) => rows.findLast((row) => row.person === id)?.named === true
  const everyone = Object.values(actors)
  return everyone.map(({ membershipId: id, name, organisationId, organisationKind }) => {
    const others = everyone.filter((o) => o.organisationId === organisationId && o.membershipId !== id)
    const last = acting.includes(organisationKind) && !others.some((o) => isNamed(o.membershipId))
    return { id, name, named: isNamed(id), last }
  })
}

export const lookedUp = (actor: Actor, cases: readonly Held[]) => ({
  colleagues: colleaguesOf(actor),
  nameable: nameableIn(cases),
  link: { nonce: 'a nonce', hash: 'its hash' },
  alias: 'Merel 407',
})
