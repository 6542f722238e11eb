import 'server-only'
// Who waits and who was housed, counted in the database for whoever may know the counts. No row of a case leaves it.
import type { Counted, OffersOf } from '@/domain/report/fairness'
import type { Tx } from './db/client'

type Since = { readonly since: string; readonly today: string }

export const fairnessCounts = (tx: Tx, { since, today }: Since) => tx.$queryRaw<Counted[]>`
  SELECT c.dim, c.key, c.waiting, c.waiting_days AS "waitingDays", c.housed, c.waited_days AS "waitedDays" FROM app.fairness_counts(${since}::date, ${today}::date) c`

export const fairnessOffers = (tx: Tx, { since }: Since) => tx.$queryRaw<OffersOf[]>`
  SELECT o."by", o.organisation::text, o.offers, o.refused, o.withdrawn FROM app.fairness_offers(${since}::date) o`
