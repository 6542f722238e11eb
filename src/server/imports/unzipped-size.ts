import 'server-only'

// How large a packed file says that it is unpacked, read from its list of contents without unpacking anything.

const END = 0x06054b50
const ENTRY = 0x02014b50
/** A workbook has some dozens of parts. */
const MOST_PARTS = 1_000

/** Bytes of all parts together; null when it is no packed file, or has too many parts. What lies about it ends in the thread. */
export function unzippedSize(bytes: Buffer): number | null {
  const from = Math.max(0, bytes.length - 65_557)
  const end = bytes.subarray(from).lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || from + end + 22 > bytes.length) return null
  const at = from + end
  if (bytes.readUInt32LE(at) !== END) return null
  const parts = bytes.readUInt16LE(at + 10)
  if (parts > MOST_PARTS) return null
  let place = bytes.readUInt32LE(at + 16)
  let size = 0
  for (let nth = 0; nth < parts; nth++) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== ENTRY) return null
    size += bytes.readUInt32LE(place + 24)
    place +=
      46 + bytes.readUInt16LE(place + 28) + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32)
  }
  return size
}
