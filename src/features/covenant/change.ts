import 'server-only'
// Another version of the covenant: what waits for another party, what was proposed before, and the form that proposes.
import type { Actor } from '@/domain/case/actor'
import { agreers, type Difference, differencesBetween, proposers } from '@/domain/covenant/change'
import { today } from '@/server/clock'
import { type Version, versionsOf } from '@/server/covenant'
import { type Change, changesOf } from '@/server/covenant-change'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { namesByKey } from '@/server/directory'
import { currentActor } from '@/server/session'
import { type Look, lookOf, type ToLook, toLook } from './look'
import { fieldsOf, type NumberAsked } from './numbers'

export const readsChanges = ({ role }: Actor): boolean => agreers.includes(role)

export type ChangeScreen = {
  readonly newest: Version
  readonly names: ReadonlyMap<string, string>
  /** What waits for another party; null: nothing. */
  readonly open:
    | (Change & {
        readonly differences: readonly Difference[]
        readonly mine: boolean
        readonly late: boolean
        /** What it does to the matching; null: nothing. */
        readonly look: Look | null
      })
    | null
  readonly ended: readonly Change[]
  /** What the form asks; null where this person proposes nothing, or something waits. */
  readonly asked: readonly NumberAsked[] | null
}

type Read = Omit<ChangeScreen, 'open'> & {
  readonly open: (Omit<NonNullable<ChangeScreen['open']>, 'look'> & { readonly asked: ToLook | null }) | null
}

async function screenOf(tx: Tx, actor: Actor): Promise<Read | null> {
  const [newest] = await versionsOf(tx)
  if (!newest) return null
  const changes = await changesOf(tx)
  const open = changes.find(({ ended }) => !ended)
  const proposes = proposers.includes(actor.role) && !open
  return {
    newest,
    names: await namesByKey(tx),
    open: open
      ? {
          ...open,
          differences: differencesBetween(newest.rules, open.rules),
          mine: open.proposed.organisationId === actor.organisationId,
          late: open.validFrom <= today(),
          asked: await toLook(tx, actor, newest.rules, open.rules),
        }
      : null,
    ended: changes.filter(({ ended }) => ended),
    asked: proposes ? await fieldsOf(tx, newest) : null,
  }
}

/** Null for whoever does not read what is proposed. */
export async function getChangeScreen(): Promise<ChangeScreen | null> {
  const actor = await currentActor()
  const read = readsChanges(actor) ? await asActor(actor, (tx) => screenOf(tx, actor)) : null
  if (!read?.open) return read && { ...read, open: null }
  const { asked, ...open } = read.open
  // What may take a while is computed after the transaction.
  return { ...read, open: { ...open, look: asked && (await lookOf(asked)) } }
}
