import 'server-only'
import type { Offer } from '@/domain/offer/offer'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { organisationsOf } from '@/server/directory'
import { type Photo, photosOffered } from '@/server/files/photos'
import { recordRead } from '@/server/journal'
import { type ToldRung, toldOf } from '@/server/notices/terms'
import { turnsOfCase } from '@/server/offers/follows'
import { linkUntil } from '@/server/offers/link'
import { type OpenStep, type OpenTurn, stepsNow, turnsNow } from '@/server/open-steps'
import { currentActor, requestId } from '@/server/session'
import { storyOf, type Told } from '@/server/story'
import { momentIn } from './give-link'

export type OfferScreen = {
  id: string
  number: string
  stage: string
  terms: Offer['of']['terms']
  /** The number of the case, for who reads it; the corporation before it is named the client does not. */
  caseNumber: string | null
  answer: Offer['of']['answer']
  course: Pick<Offer['of'], 'informed' | 'viewings' | 'judgements' | 'withdrawal'>
  /** What the client said by a link; null for who may not read it. */
  clientWord: Offer['of']['clientWord']
  /** Until when a link is out, where one is. */
  linkOut: LinkOut | null
  /** Of the home, while it is offered. */
  photos: readonly Photo[]
  /** A swap that waits: who agreed, and the home that the client would get, for who may know it. */
  swap: Pick<Offer['of'], 'swap' | 'swapHome'>
  /** Whose turn it is: what waits in the offer, and what the case waits for because of it. */
  turns: OpenTurn[]
  told: ToldRung[]
  steps: OpenStep[]
  story: Told[]
}

type LinkOut = { day: string; at: string }

/** Until when a link of this offer is out; null where none is, and for who may not know. */
async function linkOutOf(tx: Tx, id: string): Promise<LinkOut | null> {
  const until = await linkUntil(tx, id)
  return until && momentIn(until)
}

/** As `linkOutOf`, of an offer that is not open. */
export const getLinkOut = async (id: string) => asActor(await currentActor(), (tx) => linkOutOf(tx, id))

async function numberOf(tx: Tx, caseId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ number: string }[]>`SELECT number FROM spine WHERE id = ${caseId}::uuid`
  return row?.number ?? null
}

/** One offer, for the parties between whom it stands; null for anyone else. */
export async function getOfferScreen(id: string): Promise<OfferScreen | null> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'offer', id)
    if (!subject) return null
    const { terms, answer, informed, viewings, judgements, withdrawal, swap, swapHome } = (
      subject as unknown as Offer
    ).of
    const turns = [...subject.turns, ...(terms?.live ? await turnsOfCase(tx, terms.case) : [])]
    const screen = {
      id,
      number: subject.spine.number,
      stage: subject.spine.stage,
      terms,
      caseNumber: terms && (await numberOf(tx, terms.case)),
      answer,
      clientWord: (subject as unknown as Offer).of.clientWord,
      linkOut: await linkOutOf(tx, id),
      photos: await photosOffered(tx, id),
      swap: { swap, swapHome },
      course: { informed, viewings, judgements, withdrawal },
      turns: turnsNow(actor, { ...subject, turns }, await organisationsOf(tx), day),
      told: [...(await toldOf(tx, id)), ...(terms?.live ? await toldOf(tx, terms.case) : [])],
      steps: await stepsNow(tx, actor, subject, day),
      story: await storyOf(tx, id),
    }
    await recordRead(tx, actor, subject, { today: day, requestId: await requestId() })
    return screen
  })
}
