// Files as regions keep them, and files that are none: read within limits, or refused with a word.
import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { MOST_ROWS, readTable } from '@/server/imports/read-file'
import { csv, headings, lineOf, many } from '../support/import-file'

const read = async (bytes: Buffer) => {
  const found = await readTable(bytes)
  if ('fault' in found) throw new Error(found.fault)
  return found
}

it('reads a text with semicolons, commas or tabs, with a mark or without, and counts rows as the file does', async () => {
  const lines = [lineOf({ givenName: 'Zoë' }), [], lineOf({ givenName: 'Ali' })]
  for (const mark of [';', ',', '\t']) {
    const text = [headings, ...lines].map((line) => line.join(mark)).join('\n')
    const { format, headings: found, rows } = await read(Buffer.from(`\uFEFF${text}`))
    expect([format, found[0], rows.map(({ nr, cells }) => [nr, cells[0]])]).toEqual([
      'csv',
      headings[0],
      [
        [2, 'Zoë'],
        [4, 'Ali'],
      ],
    ])
  }
  expect(
    (await read(Buffer.from(csv([lineOf({ givenName: 'Zoë' })]).toString(), 'latin1'))).rows[0]?.cells[0],
  ).toBe('Zoë')
})

it('keeps no burgerservicenummer that stands in a column of its own', async () => {
  const { headings: found, rows } = await read(Buffer.from('Voornaam;BSN-nummer;Plaats\nJan;999990019;Emmen'))
  expect([found[1], rows[0]?.cells]).toEqual(['BSN-nummer', ['Jan', '', 'Emmen']])
})

it('reads a workbook: days, numbers and formulas as the texts that they show', async () => {
  const bytes = await writeXlsxFile([
    headings.map((value) => ({ value })),
    [
      { value: 'Jan' },
      { value: '=1+1' },
      { value: new Date('1991-06-05'), format: 'dd-mm-yyyy' },
      { value: 12 },
      { value: true },
    ],
  ]).toBuffer()
  const { format, rows } = await read(bytes)
  expect(format).toBe('xlsx')
  expect(rows[0]?.cells.slice(0, 5)).toEqual(['Jan', '=1+1', '1991-06-05', '12', 'ja'])
})

it('refuses what is empty, too long, too wide, too large, old, or no table at all', async () => {
  const fault = async (bytes: Buffer) => {
    const found = await readTable(bytes)
    return 'fault' in found ? found.fault : 'read'
  }
  expect(await fault(Buffer.alloc(0))).toBe('missing')
  expect(await fault(csv([]))).toBe('empty')
  expect(await fault(csv(many(MOST_ROWS + 1)))).toBe('tooMany')
  expect(await fault(Buffer.from(`a${';b'.repeat(70)}\n1;2`))).toBe('tooWide')
  expect(await fault(Buffer.alloc(11 * 1024 * 1024, 'a'))).toBe('tooLarge')
  expect(await fault(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toBe('oldWorkbook')
  expect(await fault(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe('kind')
  expect(await fault(Buffer.from('PK\u0003\u0004 and then nothing'))).toBe('broken')
})

/** A packed file with one part, that says it is so large. */
function packed(name: string, content: Buffer, says = content.length): Buffer {
  const body = deflateRawSync(content)
  const head = (signature: number, extra: number) => {
    const bytes = Buffer.alloc(extra)
    bytes.writeUInt32LE(signature, 0)
    return bytes
  }
  const local = head(0x04034b50, 30)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(body.length, 18)
  local.writeUInt32LE(says, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = head(0x02014b50, 46)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(body.length, 20)
  entry.writeUInt32LE(says, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = head(0x06054b50, 22)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + body.length, 16)
  return Buffer.concat([local, Buffer.from(name), body, entry, Buffer.from(name), end])
}

it('unpacks nothing that says it is huge, and ends what lies about it, within its memory and its time', async () => {
  const huge = Buffer.alloc(1024, ' ')
  expect(await readTable(packed('xl/worksheets/sheet1.xml', huge, 4_000_000_000))).toEqual({
    fault: 'tooLarge',
  })
  const lying = packed('xl/worksheets/sheet1.xml', Buffer.alloc(300 * 1024 * 1024, ' '), 1000)
  expect(lying.length).toBeLessThan(1024 * 1024)
  expect(await readTable(lying)).toEqual({ fault: 'broken' })
}, 60_000)
