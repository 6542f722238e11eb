import 'server-only'
// A picture is drawn anew: what it shows stays, where and with what it was taken does not.
import sharp, { type Sharp } from 'sharp'
import type { FileFormat } from '@/domain/case/papers'

/** As wide or high as a page of A4 needs to be read in print, and more; in pixels. */
const EDGE = 4000
/** A file of some bytes can unpack to a picture that fills the machine. */
const PIXELS = 64_000_000

/** As wide or high as a screen needs a photo of a home. */
const SCREEN = 2000

sharp.cache(false)
sharp.concurrency(1)

/** Upright and no larger than `edge`, as `finish` writes it. Null: it cannot be read. */
async function drawn(bytes: Buffer, edge: number, finish: (picture: Sharp) => Sharp): Promise<Buffer | null> {
  const options = { limitInputPixels: PIXELS, failOn: 'error', pages: 1, sequentialRead: true } as const
  try {
    const picture = sharp(bytes, options)
      .autoOrient()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    return await finish(picture).toBuffer()
  } catch {
    return null
  }
}

/** The picture upright, of a size to be read, without anything that its camera wrote beside it. Null: it cannot be read. */
export const redrawn = (bytes: Buffer, format: Exclude<FileFormat, 'pdf'>) =>
  drawn(bytes, EDGE, (picture) => (format === 'png' ? picture.png() : picture.jpeg({ quality: 88 })))

/** A photo of a home as it is kept: upright, for a screen, always a JPEG, and with nothing of where and with what it was taken. Null: it cannot be read. */
export const photoOf = (bytes: Buffer) =>
  drawn(bytes, SCREEN, (picture) => picture.flatten({ background: '#fff' }).jpeg({ quality: 85 }))
