import 'server-only'
// What the screens of an emergency need: one emergency, and those that wait for a judgement.
import type { Emergency } from '@/domain/emergency/emergency'
import { readsJournal } from '@/domain/privacy/journal'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { type Access, accessesToReview, accessOf, type Opened, openedIn } from '@/server/emergency'
import { recordRead } from '@/server/journal'
import { stepsNow } from '@/server/open-steps'
import { currentActor, requestId } from '@/server/session'
import { storyOf, type Told } from '@/server/story'

export type EmergencyScreen = {
  id: string
  number: string
  access: Access
  opening: NonNullable<Emergency['of']['opening']>
  review: Emergency['of']['review']
  /** What was opened of the case; for who judges it alone. */
  opened: Opened[] | null
  /** Whether this person can judge it now. */
  mayReview: boolean
  story: Told[]
}

/** One emergency; null when it is not there for this person. */
export async function getEmergencyScreen(id: string): Promise<EmergencyScreen | null> {
  const actor = await currentActor()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'emergency', id)
    const access = subject && (await accessOf(tx, actor, id))
    if (!subject || !access) return null
    const { spine, of } = subject as unknown as Emergency
    if (!of.opening) return null
    const steps = await stepsNow(tx, actor, subject, today())
    const screen = {
      id,
      number: spine.number,
      access,
      opening: of.opening,
      review: of.review,
      opened: readsJournal(actor.role) ? await openedIn(tx, id) : null,
      mayReview: !access.own && steps.some((s) => s.name === 'reviewEmergency' && !s.refusal),
      story: await storyOf(tx, id),
    }
    await recordRead(tx, actor, subject, { today: today(), requestId: await requestId() })
    return screen
  })
}

/** The emergencies that this privacy officer must judge; nothing for whoever is none. */
export async function getReviews(): Promise<Access[]> {
  const actor = await currentActor()
  return readsJournal(actor.role) ? asActor(actor, (tx) => accessesToReview(tx, actor)) : []
}
