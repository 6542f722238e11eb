import 'server-only'
// A photo as somebody asks for it: its bytes, and a name that says nothing of an address.
import { today } from '@/server/clock'
import { type Damaged, orDamaged } from '@/server/files/damaged'
import { givePhoto, type PhotoOf } from '@/server/files/photos'
import { currentActor, requestId } from '@/server/session'

export type PhotoFile = { readonly bytes: Buffer; readonly format: 'jpeg'; readonly name: string }

/** Null: it is not there for this person. */
export async function getPhotoFile(
  of: PhotoOf,
  id: string,
  photo: string,
): Promise<PhotoFile | Damaged | null> {
  const actor = await currentActor()
  const request = await requestId()
  const give = async () => {
    const given = await givePhoto(actor, { of, id, photo, today: today(), requestId: request })
    const name = given && `${given.number}-${given.place}.jpg`.replace(/[^\w.-]/g, '')
    return given && name ? { bytes: given.bytes, format: 'jpeg' as const, name } : null
  }
  return orDamaged(give, { subjectKind: of, requestId: request })
}
