// Who works in the covenant of a story, and who sat at its last tafel.
import type { Colleague, Seated } from '@/domain/kernel/context'
import { delegatesOf } from '@/domain/tafel/delegates'
import type { Tafel } from '@/domain/tafel/session'
import { actors, foreigners } from './actors'
import type { Held } from './held'

const members: Colleague[] = [...Object.values(actors), ...Object.values(foreigners)].map(
  ({ membershipId: id, role, organisationId }) => ({ id, role, organisationId }),
)

const seatsOf = ({ of }: Held): Seated[] => delegatesOf({ of } as unknown as Tafel)

export function seatsIn(tafels: readonly Held[]) {
  const last = tafels.findLast((tafel) => seatsOf(tafel).length > 0)
  return { members, lastDelegates: last ? seatsOf(last) : [] }
}
