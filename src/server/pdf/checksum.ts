import 'server-only'
// By what one paper is known from another: copies with the same checksum say the same.
import { createHash } from 'node:crypto'
import type { PdfDescription } from './description'

/** SHA-256, in hexadecimal, of what a document says: not of the day on which it was made, nor of what each page repeats. */
export const checksumOf = ({
  title,
  language,
  sender,
  blocks,
}: Omit<PdfDescription, 'madeOn' | 'foot' | 'page'>) =>
  createHash('sha256')
    .update(JSON.stringify([title, language, sender, blocks]))
    .digest('hex')
