// A packed file, packed anew without pressing anything together: only the parts that its own list names, each no larger than it says.
// Whoever reads it afterwards can be led into nothing that was not counted here.
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** A workbook has some dozens of parts. */
const MOST_PARTS = 1_000

function endOf(bytes) {
  const from = Math.max(0, bytes.length - 65_557)
  const found = bytes.subarray(from).lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (found < 0 || bytes.readUInt32LE(from + found) !== END) throw new Error('No list of parts')
  return from + found
}

/** The parts by the list at the end of the file. */
function partsOf(bytes) {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_PARTS) throw new Error('Too many parts')
  const parts = []
  let at = bytes.readUInt32LE(end + 16)
  for (let nth = 0; nth < count; nth++) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('A list that is broken')
    const name = bytes.readUInt16LE(at + 28)
    parts.push({
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      place: bytes.readUInt32LE(at + 42),
      name: bytes.subarray(at + 46, at + 46 + name),
    })
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

function contentOf(bytes, { method, packed, size, place }) {
  const from = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28)
  const body = bytes.subarray(from, from + packed)
  if (method === 0 && packed === size) return body
  if (method !== 8) throw new Error('Packed in a way of its own')
  const content = inflateRawSync(body, { maxOutputLength: Math.max(1, size) })
  if (content.length !== size) throw new Error('A part that lies about its size')
  return content
}

const head = (signature, length, { crc, size, name }, at) => {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(signature, 0)
  bytes.writeUInt32LE(crc, at)
  bytes.writeUInt32LE(size, at + 4)
  bytes.writeUInt32LE(size, at + 8)
  bytes.writeUInt16LE(name.length, at + 12)
  return bytes
}

/** Null: together it is larger than `most` bytes. Throws on what is broken. */
export function repacked(bytes, most) {
  const parts = partsOf(bytes)
  if (parts.reduce((sum, { size }) => sum + size, 0) > most) return null
  const files = []
  const list = []
  let place = 0
  for (const part of parts) {
    const local = [head(LOCAL, 30, part, 14), part.name, contentOf(bytes, part)]
    const entry = head(ENTRY, 46, part, 16)
    entry.writeUInt32LE(place, 42)
    files.push(...local)
    list.push(entry, part.name)
    place += local.reduce((sum, { length }) => sum + length, 0)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(place, 16)
  return Buffer.concat([...files, ...list, end])
}
