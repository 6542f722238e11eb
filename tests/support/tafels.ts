// The tafels of a story: which of them can still take a case, who could sit there, and who sat at the last one.

import type { RuleSet } from '@/domain/covenant/rule-set'
import type { Colleague, Seated } from '@/domain/kernel/context'
import { delegatesOf } from '@/domain/tafel/delegates'
import { missingSeats } from '@/domain/tafel/quorum'
import type { Tafel } from '@/domain/tafel/session'
import { actors, foreigners } from './actors'
import type { Held } from './held'

const members: Colleague[] = [...Object.values(actors), ...Object.values(foreigners)].map(
  ({ membershipId: id, role, organisationId }) => ({ id, role, organisationId }),
)

const seatsOf = ({ of }: Held): Seated[] => delegatesOf({ of } as unknown as Tafel)

const dayOf = ({ of }: Held) => (of.session as { on: string } | null)?.on ?? ''

export function tafelsIn(tafels: readonly Held[], rules: RuleSet) {
  const inSession = tafels.findLast(({ spine }) => spine.stage === 'inSession')
  const { presence } = (inSession?.of ?? {}) as Partial<Tafel['of']>
  const planned = tafels.filter(({ spine }) => spine.stage === 'planned')
  const last = tafels.findLast(({ of }) => (of.delegates as readonly unknown[]).length > 0)
  const tafelDays = Object.fromEntries(planned.map((tafel) => [tafel.spine.id, dayOf(tafel)]))
  const missing = inSession ? missingSeats(presence ?? [], rules) : null
  return {
    tafelDays,
    members,
    time: '10:00',
    missingSeats: missing,
    stillOpen: { undecided: 0, withoutOwner: 0 },
    lastDelegates: last ? seatsOf(last) : [],
  }
}
