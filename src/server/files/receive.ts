import 'server-only'
// What comes in with a form: looked through, cleaned, sealed and kept, before any step speaks of it.
import { createHash, randomUUID } from 'node:crypto'
import { FILE_MAX, type FileFormat, type KeptFile } from '@/domain/case/papers'
import { PHOTO_MAX } from '@/domain/dwelling/dwelling'
import { env } from '../env'
import { folderStore } from './folder'
import { photoOf, redrawn } from './image'
import { faultOfPdf } from './pdf'
import { openFile, sealFile } from './sealed'
import { type FileFault, faultOfPicture, shownName, sniff } from './sniff'

type Clean = { readonly format: FileFormat; readonly bytes: Buffer; readonly name: string }

/** Where the files of this website are kept. */
export const files = () => folderStore(env().FILES_FOLDER)

const checksumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** The file as it may be kept, or why it may not. */
export async function cleaned(sent: File | null): Promise<Clean | { fault: FileFault }> {
  if (!sent?.size) return { fault: 'missing' }
  if (sent.size > FILE_MAX) return { fault: 'tooLarge' }
  const bytes = Buffer.from(await sent.arrayBuffer())
  const format = sniff(bytes, sent.name, sent.type)
  if (typeof format !== 'string') return format
  const name = shownName(sent.name, format)
  if (format === 'pdf') {
    const fault = faultOfPdf(bytes)
    return fault ? { fault } : { format, bytes, name }
  }
  const picture = await redrawn(bytes, format)
  if (!picture) return { fault: 'broken' }
  return picture.length > FILE_MAX ? { fault: 'tooLarge' } : { format, bytes: picture, name }
}

/** The photo as it may be kept, or why it may not: drawn anew as a JPEG, without what its camera wrote beside it. */
export async function cleanedPhoto(sent: File | null): Promise<Clean | { fault: FileFault }> {
  if (!sent?.size) return { fault: 'missing' }
  if (sent.size > PHOTO_MAX) return { fault: 'photoTooLarge' }
  const bytes = Buffer.from(await sent.arrayBuffer())
  const fault = faultOfPicture(bytes, sent.name, sent.type)
  if (fault) return { fault }
  const photo = await photoOf(bytes)
  if (!photo) return { fault: 'broken' }
  return { format: 'jpeg', bytes: photo, name: shownName(sent.name, 'jpeg') }
}

/** Keeps a cleaned file for this case, or this dwelling. Whoever asks for it gives it up again when no step came to speak of it. */
export async function keep(caseId: string, { format, bytes, name }: Clean): Promise<KeptFile> {
  const id = randomUUID()
  await files().put(id, sealFile({ id, caseId }, bytes))
  return { id, name, format, size: bytes.length, checksum: checksumOf(bytes) }
}

/** The file is not there, was changed, or is not the one that the record speaks of: a defect, and nobody gets it. */
export class DamagedFile extends Error {
  constructor(readonly code: 'ABSENT' | 'SEAL' | 'CHECKSUM') {
    super(code)
    this.name = 'DamagedFile'
  }
}

function opened(caseId: string, id: string, sealed: Buffer): Buffer {
  try {
    return openFile({ id, caseId }, sealed)
  } catch {
    throw new DamagedFile('SEAL')
  }
}

/** The bytes of a paper of this case, exactly as they were kept. Throws DamagedFile. */
export async function bytesOf(caseId: string, { id, checksum }: Pick<KeptFile, 'id' | 'checksum'>) {
  const sealed = await files().get(id)
  if (!sealed) throw new DamagedFile('ABSENT')
  const bytes = opened(caseId, id, sealed)
  if (checksumOf(bytes) !== checksum) throw new DamagedFile('CHECKSUM')
  return bytes
}
