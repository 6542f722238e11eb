import 'server-only'
// The ledger of homes: what the covenant agreed, beside what happened in this period and in the one before.
import type { Actor } from '@/domain/case/actor'
import { type Ledger, ledgerOf, ledgerReaders } from '@/domain/report/ledger'
import { today } from '@/server/clock'
import { contingentCounts } from '@/server/contingent'
import { asActor } from '@/server/db/as-actor'
import { namesByKey } from '@/server/directory'
import { keptCounts } from '@/server/kept-counts'
import { lettingCounts } from '@/server/letting-counts'
import { normsOn } from '@/server/norms'
import { rulesOn } from '@/server/rules'
import { currentActor } from '@/server/session'
import { type SharesScreen, sharesOf } from './shares'

export type ContingentScreen = {
  readonly covenant: string
  readonly countedAt: string | null
  readonly ledger: Ledger
  readonly shares: SharesScreen
  readonly names: ReadonlyMap<string, string>
  readonly source: string | null
  readonly key: string | null
  readonly limit: number
  /** Only the lines of one's own corporation. */
  readonly own: boolean
}

export const readsLedger = ({ role }: Actor): boolean => ledgerReaders.includes(role)

/** The ledger of the actor's covenant; null for who reads none. */
export async function getContingentScreen(): Promise<ContingentScreen | null> {
  const actor = await currentActor()
  if (!readsLedger(actor)) return null
  const day = today()
  return asActor(actor, async (tx) => {
    const rules = await rulesOn(tx, day)
    const { contingent, smallCell } = rules
    const { counts, countedAt } = await keptCounts(actor, ['contingent', day], async () => ({
      homes: await contingentCounts(tx, contingent.lines, day),
      lettings: await lettingCounts(tx, day),
    }))
    return {
      covenant: actor.covenantName,
      countedAt,
      ledger: ledgerOf(counts.homes, day, smallCell),
      shares: sharesOf(counts.lettings, { actor, rules, norms: await normsOn(tx), day }),
      names: await namesByKey(tx),
      source: contingent.source ?? null,
      key: contingent.key ?? null,
      limit: smallCell,
      own: actor.organisationKind === 'corporatie',
    }
  })
}
