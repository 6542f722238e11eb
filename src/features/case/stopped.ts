import 'server-only'
// Who can no longer read what, because the client withdrew it lately.
import type { OrganisationKind } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { openedBy, stoppedSince } from '@/domain/case/consent-ledger'
import { addDays } from '@/domain/kernel/days'
import type { Named } from '@/server/directory'

export type Stopped = { recipient: string; on: string; facts: readonly string[] }

/** For so many days a withdrawal is told on the overview; after that it stands in the ledger. */
const TOLD_FOR = 14

/** The withdrawals of the last fourteen days, each with what it closed. `day` is today. */
export const stoppedIn = (kase: Case, names: ReadonlyMap<string, Named>, day: string): Stopped[] =>
  stoppedSince(kase.of.consents ?? [], addDays(day, -TOLD_FOR)).map(({ recipient, recordedOn, category }) => {
    const to = names.get(recipient)
    return {
      recipient: to?.name ?? '',
      on: recordedOn,
      facts: openedBy(category, to?.kind as OrganisationKind),
    }
  })
