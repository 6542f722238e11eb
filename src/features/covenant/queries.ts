import 'server-only'
// The covenant of who asks: its parties, what they agreed and since when, and the norms of the law that hold today.
import { fileKinds } from '@/domain/covenant/covenant-file'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { type Norm, normOn } from '@/domain/norm/norm'
import { today } from '@/server/clock'
import {
  type CovenantCard,
  type CovenantParty,
  covenantCard,
  type Holder,
  holdersOf,
  inForce,
  partiesOf,
  versionsOf,
} from '@/server/covenant'
import { asActor } from '@/server/db/as-actor'
import { normsOn } from '@/server/norms'
import { currentActor } from '@/server/session'

type NormLine = {
  readonly kind: string
  /** The norm of this year; null when there is none, and rules that need it say "not known". */
  readonly now: Norm | null
}

export type CovenantScreen = {
  readonly day: string
  readonly card: CovenantCard | null
  readonly parties: readonly { readonly kind: string; readonly list: readonly CovenantParty[] }[]
  readonly tafel: readonly Holder[]
  readonly versions: readonly {
    readonly number: number
    readonly validFrom: string
    readonly holds: boolean
  }[]
  readonly rules: RuleSet | null
  readonly norms: readonly NormLine[]
}

const normLines = (norms: readonly Norm[], day: string): NormLine[] =>
  [...new Set(norms.map(({ kind }) => kind))].map((kind) => ({ kind, now: normOn(norms, kind, day) }))

/** Everything of the covenant that its partners know; nothing of it is about a client. */
export async function getCovenantScreen(): Promise<CovenantScreen> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const versions = await versionsOf(tx)
    const now = inForce(versions, day)
    const parties = Map.groupBy(await partiesOf(tx), ({ kind }) => kind)
    return {
      day,
      card: await covenantCard(tx),
      parties: fileKinds.flatMap((kind) => {
        const list = parties.get(kind)
        return list ? [{ kind, list }] : []
      }),
      tafel: await holdersOf(tx, ['chair', 'secretary', 'coordinator'], null),
      versions: versions.map(({ id, number, validFrom }) => ({ number, validFrom, holds: id === now?.id })),
      rules: now?.rules ?? null,
      norms: normLines(await normsOn(tx), day),
    }
  })
}
