import 'server-only'
// What a file is, by its own first bytes; what it is called has to agree.
import type { FileFormat } from '@/domain/case/papers'
import type { Refusal } from '@/domain/kernel/step'

/** Why a file is not kept, in words that a person can act on. */
export const faults = {
  missing: { reason: 'fileMissing', field: 'file' },
  tooLarge: { reason: 'fileTooLarge', field: 'file' },
  kind: { reason: 'fileKind', field: 'file' },
  heic: { reason: 'fileHeic', field: 'file' },
  disguised: { reason: 'fileDisguised', field: 'file' },
  broken: { reason: 'fileBroken', field: 'file' },
  photoTooLarge: { reason: 'photoTooLarge', field: 'file' },
  photoKind: { reason: 'photoKind', field: 'file' },
  locked: { reason: 'fileLocked', field: 'file' },
  active: { reason: 'fileActive', field: 'file' },
} as const satisfies Record<string, Refusal>
export type FileFault = keyof typeof faults

const MAGIC: Readonly<Record<FileFormat, Buffer>> = {
  pdf: Buffer.from('%PDF-'),
  jpeg: Buffer.from([0xff, 0xd8, 0xff]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
}

/** What a browser calls it, and how its name may end. */
const MEDIA_TYPE: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
}
const ENDINGS: Readonly<Record<FileFormat, RegExp>> = { pdf: /\.pdf$/i, jpeg: /\.jpe?g$/i, png: /\.png$/i }

/** How phones write photos when they are not asked otherwise: ISO-BMFF with one of these brands. */
const HEIC = /^ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif)/

/** The format of these bytes, or why they are none of ours. */
export function sniff(bytes: Buffer, name: string, declared: string): FileFormat | { fault: FileFault } {
  const format = (Object.keys(MAGIC) as FileFormat[]).find((f) =>
    bytes.subarray(0, MAGIC[f].length).equals(MAGIC[f]),
  )
  if (!format) return { fault: HEIC.test(bytes.toString('latin1', 4, 12)) ? 'heic' : 'kind' }
  const agrees = declared === MEDIA_TYPE[format] && ENDINGS[format].test(name)
  return agrees ? format : { fault: 'disguised' }
}

const isWebp = (bytes: Buffer) =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'

/** Why these bytes are no picture that a browser shows; null where they are a JPEG, PNG or WebP that is called one. */
export function faultOfPicture(bytes: Buffer, name: string, declared: string): FileFault | null {
  if (isWebp(bytes)) return declared === 'image/webp' && /\.webp$/i.test(name) ? null : 'disguised'
  const format = sniff(bytes, name, declared)
  if (typeof format === 'string') return format === 'pdf' ? 'photoKind' : null
  return format.fault === 'kind' ? 'photoKind' : format.fault
}

const FIRST = /^.*[\\/]/s
/** Control characters, and those that turn the direction of a text: a name must not read as another. */
const TREACHEROUS = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu
const LONGEST = 100

/** What a person called the file, fit to be shown: no path, one line, and the ending of what it is. */
export function shownName(name: string, format: FileFormat): string {
  const plain = name.toWellFormed().normalize('NFC').replace(FIRST, '').replace(TREACHEROUS, '')
  const stem = plain
    .replace(/\.[^.]*$/, '')
    .replace(/^\.+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...stem].slice(0, LONGEST).join('').trim()
  return `${short || 'document'}.${format === 'jpeg' ? 'jpg' : format}`
}
