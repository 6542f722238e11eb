import 'server-only'
// Whether a PDF can do something: run a script, start a program, bring another file along, send a form. It is kept as it
// came, for a signature in it would not survive a rewriting; so what cannot be looked into is refused.
import { inflateSync } from 'node:zlib'
import type { FileFault } from './sniff'

/** Names of what acts, as a reader of PDFs knows them (ISO 32000-2, 7.11.4 and 12.6.4). */
const ACTIVE =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia(Execute)?|ImportData|SubmitForm|GoToE|GoToR|Rendition|XFA|Movie|Sound)(?![\w-])/
/** So short that packed bytes can hold them by chance: they count outside streams only. */
const SHORT = /\/(JS|3D)(?![\w-])/
const LOCKED = /\/Encrypt(?![\w-])/
/** What a browser could take for a page of a website. */
const PAGE = /<(!doctype|html|script|svg|body|iframe)/i

/** What is packed in one file is not larger than this, unpacked; pictures apart. */
const UNPACKED_MAX = 60_000_000

/** `/J#61vaScript` is `/JavaScript`. */
const plain = (text: string) =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const STREAM = /stream[ \t]*(\r\n|\r|\n)/g
const outsideStreams = (text: string) => text.replace(/stream[ \t]*(\r\n|\r|\n)[\s\S]*?endstream/g, ' ')

const PACKED_ONCE = /\/Filter\s*(\[\s*\/FlateDecode\s*\]|\/FlateDecode(?!\w))/

/** A stream that holds objects, packed in the one way that can be looked into. */
const holdsObjects = (head: string) => /\/ObjStm(?!\w)/.test(head)
const canBeSeen = (head: string) => PACKED_ONCE.test(head) && !head.includes('/DecodeParms')

/** The bytes of a stream unpacked, as text; null where they are not packed like that, or come to more than `room`. */
function unpacked(bytes: Buffer, from: number, room: number): string | null {
  try {
    return inflateSync(bytes.subarray(from), { maxOutputLength: room }).toString('latin1')
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? null : ''
  }
}

/**
 * Looks into every stream but pictures: some readers find objects in one that does not say it holds any. What stands before
 * a stream, back to the one before it, says what it is.
 */
function faultInside(bytes: Buffer, text: string): FileFault | null {
  let room = UNPACKED_MAX
  let since = 0
  for (const { index, 0: word } of text.matchAll(STREAM)) {
    const head = plain(text.slice(since, index))
    since = index + word.length
    const objects = holdsObjects(head)
    if (objects && !canBeSeen(head)) return 'active'
    if (!objects && head.includes('/Image')) continue
    const found = unpacked(bytes, since, Math.max(room, 1))
    if (found === null || (objects && !found)) return 'active'
    room -= found.length
    const named = plain(found)
    if (ACTIVE.test(named) || (objects && SHORT.test(named))) return 'active'
  }
  return null
}

const isWhole = (text: string) =>
  /^%PDF-[12]\.\d/.test(text) && /^%%EOF[\s\0]*$/.test(text.slice(Math.max(0, text.lastIndexOf('%%EOF'))))

/** Why this PDF is not kept; null when nothing was found in it. */
export function faultOfPdf(bytes: Buffer): FileFault | null {
  const text = bytes.toString('latin1')
  if (!isWhole(text)) return 'broken'
  const outside = plain(outsideStreams(text))
  if (LOCKED.test(outside)) return 'locked'
  if (PAGE.test(text.slice(0, 1024)) || SHORT.test(outside) || ACTIVE.test(plain(text))) return 'active'
  return faultInside(bytes, text)
}
