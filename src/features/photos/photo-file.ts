import 'server-only'
// A photo as somebody asks for it: its bytes, and a name that says nothing of an address.
import { today } from '@/server/clock'
import { givePhoto, type PhotoOf } from '@/server/files/photos'
import { DamagedFile } from '@/server/files/receive'
import { log, nameOf } from '@/server/log'
import { currentActor, requestId } from '@/server/session'

export type PhotoFile = { readonly bytes: Buffer; readonly format: 'jpeg'; readonly name: string }

/** Null: it is not there for this person. Damaged: the number under which the log speaks of it. */
export async function getPhotoFile(
  of: PhotoOf,
  id: string,
  photo: string,
): Promise<PhotoFile | { damaged: string } | null> {
  const actor = await currentActor()
  const request = await requestId()
  try {
    const given = await givePhoto(actor, { of, id, photo, today: today(), requestId: request })
    const name = given && `${given.number}-${given.place}.jpg`.replace(/[^\w.-]/g, '')
    return given && name ? { bytes: given.bytes, format: 'jpeg', name } : null
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error
    log('error', { event: 'defect', error: nameOf(error), subjectKind: of, requestId: request })
    return { damaged: request?.slice(0, 8) ?? '-' }
  }
}
