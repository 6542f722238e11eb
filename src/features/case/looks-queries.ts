import 'server-only'
// Who looked at this client, of all organisations: for mentor and regisseur, to go through with the client.
import { addDays } from '@/domain/kernel/days'
import { LOOK_DAYS, type LookDay, lookDays, MOST_LOOKS, type Period, periodOf } from '@/domain/privacy/looks'
import { covenantCard } from '@/server/covenant'
import { looksOf } from '@/server/looks'
import { type CaseHead, onCase } from './on-case'

export type LooksScreen = {
  readonly head: CaseHead
  readonly day: string
  readonly period: Period
  readonly days: readonly LookDay[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  /** There was more on these days than a page holds. */
  readonly tooMany: boolean
  /** The last day of the page before this one, when there may be one. */
  readonly earlier: string | null
  /** Where a question or a complaint about privacy goes. */
  readonly contact: string | null
}

/** The looks of a period, by day. Null: not there, or not theirs to tell. */
export const getLooksScreen = (
  id: string,
  asked: Readonly<Record<string, string | readonly string[] | undefined>>,
): Promise<LooksScreen | null> =>
  onCase(
    id,
    (kase) => ['consents', 'parties'].filter((name) => kase.shared.has(name)),
    async (tx, { head, names, day }) => {
      if (!head.sharing) return null
      const period = periodOf(asked)
      const looks = await looksOf(tx, id, period)
      const days = lookDays(looks.slice(0, MOST_LOOKS))
      const oldest = days.at(-1)?.day
      return {
        head,
        day,
        period,
        days,
        names,
        tooMany: looks.length > MOST_LOOKS,
        earlier: days.length >= LOOK_DAYS && oldest ? addDays(oldest, -1) : null,
        contact: (await covenantCard(tx))?.privacyContact ?? null,
      }
    },
    { purpose: 'verantwoorden' },
  )
