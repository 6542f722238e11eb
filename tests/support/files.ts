// Files as people send them, good and bad: made here, byte by byte, so that nothing of anybody is in this repository.
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A page of text as a PDF; `more` stands among its objects, `catalog` in its root. */
export function pdf(text = 'Inkomensverklaring', { more = '', catalog = '' } = {}): Buffer {
  const stream = `BT /F1 24 Tf 40 700 Td (${text}) Tj ET`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  const body = objects.map((o, n) => `${n + 1} 0 obj\n${o}\nendobj\n`)
  const offsets = body.map((_, n) => 9 + body.slice(0, n).join('').length)
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const start = 9 + body.join('').length + more.length
  const xref = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}`
  const trailer = `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(`%PDF-1.7\n${body.join('')}${more}${xref}${trailer}`, 'latin1')
}

/** Objects packed in an object stream, as writers of PDFs do. */
export function packed(objects: string, dictionary = '/Filter /FlateDecode'): string {
  const bytes = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1')
  return `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length ${bytes.length} ${dictionary} >>\nstream\n${bytes}\nendstream\nendobj\n`
}

const drawn = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#0f4c5c' } })

/** A photo as a phone writes it: where it was taken, with what, and by whom. */
export const photo = (format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> =>
  drawn()
    .toFormat(format)
    .withExif({
      IFD0: { Make: 'Telefoonmaker', Artist: 'Geheime Naam', Copyright: 'Geheim Adres 12' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 31/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '5/1 28/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><geheim>Geheime Straat</geheim></x:xmpmeta>')
    .toBuffer()

/** A picture of so many pixels and hardly any bytes. */
export const hugePicture = (): Promise<Buffer> => drawn(12_000, 9_000).png({ compressionLevel: 9 }).toBuffer()

export const file = (bytes: Buffer | string, name: string, type: string) =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type })

export const pdfFile = (bytes: Buffer = pdf(), name = 'inkomen.pdf') => file(bytes, name, 'application/pdf')
