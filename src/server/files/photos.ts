import 'server-only'
// Photos of a dwelling: for who reads the dwelling, and while it is offered for who reads the offer.
import type { Actor } from '@/domain/case/actor'
import type { Dwelling } from '@/domain/dwelling/dwelling'
import { photosOf } from '@/domain/dwelling/photos'
import { asActor } from '../db/as-actor'
import type { Tx } from '../db/client'
import { load } from '../db/load'
import { recordRead } from '../journal'
import { bytesOf } from './receive'

/** One photo as it is shown: `photoKind` is a code, `altText` says what is on it. */
export type Photo = { readonly photo: string; readonly photoKind: string; readonly altText: string }
type Kept = Photo & { readonly dwelling: string; readonly checksum: string }
export type PhotoOf = 'dwelling' | 'offer'

/** The photos of the home that is offered, for who reads the offer, in their order; none once it has ended. */
export const photosOffered = (tx: Tx, offer: string) => tx.$queryRaw<Kept[]>`
  SELECT dwelling::text, photo::text, photo_kind AS "photoKind", alt_text AS "altText", checksum FROM app.photos_offered(${offer}::uuid)`

type Asked = {
  readonly of: PhotoOf
  readonly id: string
  readonly photo: string
  readonly today: string
  readonly requestId: string | null
}
export type GivenPhoto = { readonly bytes: Buffer; readonly number: string; readonly place: number }

/** Null: it is not there for this person, or it was taken away. Throws DamagedFile. That it was given stands in the journal. */
export const givePhoto = (
  actor: Actor,
  { of, id, photo, today, requestId }: Asked,
): Promise<GivenPhoto | null> =>
  asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, of, id)
    if (!subject) return null
    const own = () => photosOf(subject as unknown as Dwelling).map((one) => ({ ...one, dwelling: id }))
    const photos = of === 'offer' ? await photosOffered(tx, id) : own()
    const place = photos.findIndex((one) => one.photo === photo)
    const found = photos[place]
    if (!found) return null
    const bytes = await bytesOf(found.dwelling, { id: photo, checksum: found.checksum })
    await recordRead(tx, actor, subject, { today, requestId, shown: [of === 'offer' ? 'terms' : 'photos'] })
    return { bytes, number: subject.spine.number, place: place + 1 }
  })
