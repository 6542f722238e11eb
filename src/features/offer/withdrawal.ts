import 'server-only'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { afterHome, afterOffer } from '@/server/offers/follows'
import { currentActor } from '@/server/session'

/** What follows when the person who asks withdraws this offer, or takes this home back; null where they may not. */
export async function getWithdrawal(of: 'offer' | 'dwelling', id: string) {
  const actor = await currentActor()
  const follows = of === 'offer' ? afterOffer : afterHome
  return asActor(actor, (tx) => follows(tx, actor, { id, day: today() }))
}
