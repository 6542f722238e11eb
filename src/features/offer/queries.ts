import 'server-only'
import type { Offer } from '@/domain/offer/offer'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { type OpenStep, stepsNow } from '@/server/open-steps'
import { currentActor, requestId } from '@/server/session'
import { storyOf, type Told } from '@/server/story'

export type OfferScreen = {
  id: string
  number: string
  stage: string
  terms: Offer['of']['terms']
  answer: Offer['of']['answer']
  steps: OpenStep[]
  story: Told[]
}

/** One offer, for the parties between whom it stands; null for anyone else. */
export async function getOfferScreen(id: string): Promise<OfferScreen | null> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'offer', id)
    if (!subject) return null
    const { terms, answer } = (subject as unknown as Offer).of
    const screen = {
      id,
      number: subject.spine.number,
      stage: subject.spine.stage,
      terms,
      answer,
      steps: await stepsNow(tx, actor, subject, day),
      story: await storyOf(tx, id),
    }
    await recordRead(tx, actor, subject, { today: day, requestId: await requestId() })
    return screen
  })
}
