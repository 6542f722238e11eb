import 'server-only'
// Whom somebody can ask: the administrators of their own organisation, who leads the region, and the address for help.
import { covenantCard, type Holder, holdersOf } from '@/server/covenant'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { screenAt, screenOf } from './screens'

export type HelpScreen = {
  readonly organisation: string
  readonly admins: readonly Holder[]
  readonly coordinators: readonly Holder[]
  readonly helpContact: string | null
  /** The screen about which help is asked; null: none in particular. */
  readonly about: string | null
}

export async function getHelpScreen(asked?: string): Promise<HelpScreen> {
  const actor = await currentActor()
  return asActor(actor, async (tx) => ({
    organisation: actor.organisationName,
    admins: await holdersOf(tx, ['organisationAdmin'], actor.organisationId),
    coordinators: await holdersOf(tx, ['coordinator'], null),
    helpContact: (await covenantCard(tx))?.helpContact ?? null,
    about: (screenOf(asked) ?? (asked ? screenAt(asked) : null))?.key ?? null,
  }))
}
