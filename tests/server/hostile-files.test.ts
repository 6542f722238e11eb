// Whatever is sent as a file: it is kept as what it is, cleaned, or refused with a reason; and never believed.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FILE_MAX } from '@/domain/case/papers'
import { cleaned } from '@/server/files/receive'
import { file, hugePicture, packed, pdf, pdfFile, photo } from '../support/files'

const PDF = 'application/pdf'
const JS = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
const fate = async (sent: File | null) => {
  const found = await cleaned(sent)
  return 'fault' in found ? found.fault : found.format
}

describe('is kept', () => {
  it.each([
    ['a PDF', () => pdfFile()],
    ['a PDF with a name in capitals', () => pdfFile(pdf(), 'INKOMEN.PDF')],
    ['a PDF with objects packed in a stream', () => pdfFile(pdf('a', { more: packed('<< /Type /Font >>') }))],
    [
      'a PDF with a link to a website',
      () => pdfFile(pdf('a', { more: '8 0 obj\n<< /S /URI /URI (https://x.example) >>\nendobj\n' })),
    ],
    [
      'a PDF whose packed picture holds the letters of a short name',
      () => pdfFile(pdf('a', { more: '8 0 obj\n<< /Length 9 >>\nstream\nab/JS cd\nendstream\nendobj\n' })),
    ],
    ['a PDF that opens at a page', () => pdfFile(pdf('a', { catalog: '/OpenAction [3 0 R /Fit]' }))],
  ])('%s', async (_, sent) => expect(await fate(sent())).toBe('pdf'))

  it('a photo of a phone and a scan', async () => {
    expect(await fate(file(await photo('jpeg'), 'IMG_0001.JPG', 'image/jpeg'))).toBe('jpeg')
    expect(await fate(file(await photo('png'), 'scan.png', 'image/png'))).toBe('png')
  })
})

describe('is refused', () => {
  it.each([
    ['nothing', null, 'missing'],
    ['an empty file', file('', 'leeg.pdf', PDF), 'missing'],
    ['more than the limit', file(Buffer.alloc(FILE_MAX + 1, '%PDF-1.7'), 'groot.pdf', PDF), 'tooLarge'],
    ['a web page that is called a PDF', file('<!doctype html><script>1</script>', 'a.pdf', PDF), 'kind'],
    [
      'a drawing with a script (SVG)',
      file('<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>', 'a.svg', 'image/svg+xml'),
      'kind',
    ],
    ['an SVG that is called a PNG', file('<?xml version="1.0"?><svg/>', 'a.png', 'image/png'), 'kind'],
    ['a program', file(Buffer.from('MZ\x90\x00', 'latin1'), 'a.pdf', PDF), 'kind'],
    ['a script of a shell', file('#!/bin/sh\nrm -rf /', 'a.jpg', 'image/jpeg'), 'kind'],
    ['a zip', file(Buffer.from('PK\x03\x04', 'latin1'), 'a.docx', 'application/vnd.openxmlformats'), 'kind'],
    ['a packed file', file(gzipSync(pdf()), 'a.pdf', PDF), 'kind'],
    ['a GIF', file('GIF89a', 'a.gif', 'image/gif'), 'kind'],
    ['a text', file('Beste gemeente', 'a.txt', 'text/plain'), 'kind'],
    ['a photo in HEIC', file(Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'IMG.HEIC', 'image/heic'), 'heic'],
    [
      'a photo in HEIC that is called a JPEG',
      file(Buffer.from('\0\0\0\x18ftypmif1', 'latin1'), 'IMG.jpg', 'image/jpeg'),
      'heic',
    ],
    ['a PDF that is called a picture', file(pdf(), 'a.png', 'image/png'), 'disguised'],
    ['a PDF that is called a page', file(pdf(), 'a.pdf.html', PDF), 'disguised'],
    ['a PDF that says it is a page', file(pdf(), 'a.pdf', 'text/html'), 'disguised'],
    ['a PDF without a name', file(pdf(), '', PDF), 'disguised'],
    ['a page before a PDF', file(Buffer.concat([Buffer.from('<html>'), pdf()]), 'a.pdf', PDF), 'kind'],
    ['a page behind a PDF', pdfFile(Buffer.concat([pdf(), Buffer.from('<script>1</script>')])), 'broken'],
    ['a zip behind a PDF', pdfFile(Buffer.concat([pdf(), Buffer.from('PK\x03\x04')])), 'broken'],
    [
      'a page in the first lines of a PDF',
      pdfFile(
        Buffer.from(pdf().toString('latin1').replace('\n', '\n%<script>alert(1)</script>\n'), 'latin1'),
      ),
      'active',
    ],
    ['a PDF that was cut off', pdfFile(pdf().subarray(0, 300)), 'broken'],
    ['a PDF of no version', file('%PDF-x\n%%EOF', 'a.pdf', PDF), 'broken'],
    ['a PDF with a password', pdfFile(pdf('a', { catalog: '/Encrypt 7 0 R' })), 'locked'],
    ['a script', pdfFile(pdf('a', { catalog: `/OpenAction ${JS}` })), 'active'],
    [
      'a script with its name written otherwise',
      pdfFile(pdf('a', { catalog: '/OpenAction << /S /J#61vaScr#69pt >>' })),
      'active',
    ],
    [
      'a script by its short name',
      pdfFile(pdf('a', { more: '8 0 obj\n<< /#4AS (1) >>\nendobj\n' })),
      'active',
    ],
    ['a script in a packed object', pdfFile(pdf('a', { more: packed(JS) })), 'active'],
    [
      'a script in a packed object, written otherwise',
      pdfFile(pdf('a', { more: packed('<< /S /#4aavaScript >>') })),
      'active',
    ],
    [
      'a script packed under another name of its kind',
      pdfFile(pdf('a', { more: packed(JS).replace('/ObjStm', '/Obj#53tm') })),
      'active',
    ],
    [
      'a script packed in a stream that does not say it holds objects',
      pdfFile(pdf('a', { more: packed(JS).replace('/Type /ObjStm', '/Kind /Nothing') })),
      'active',
    ],
    [
      'a script packed behind a long dictionary',
      pdfFile(
        pdf('a', { more: packed(JS, `/Pad (${'endobj endstream '.repeat(900)}) /Filter /FlateDecode`) }),
      ),
      'active',
    ],
    [
      'a script packed behind the word that begins a stream',
      pdfFile(pdf('a', { more: packed(JS, '/Pad (stream\n) /Filter /FlateDecode') })),
      'active',
    ],
    [
      'objects packed in two ways',
      pdfFile(pdf('a', { more: packed('<< >>', '/Filter [/FlateDecode /ASCIIHexDecode]') })),
      'active',
    ],
    [
      'objects packed with a predictor',
      pdfFile(pdf('a', { more: packed('<< >>', '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>') })),
      'active',
    ],
    [
      'objects that unpack without end',
      pdfFile(pdf('a', { more: packed('0'.repeat(61_000_000)) })),
      'active',
    ],
    [
      'a program that is started',
      pdfFile(pdf('a', { catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' })),
      'active',
    ],
    ['another file inside', pdfFile(pdf('a', { catalog: '/Names << /EmbeddedFiles 8 0 R >>' })), 'active'],
    [
      'a form that sends itself',
      pdfFile(pdf('a', { more: '8 0 obj\n<< /S /SubmitForm /F (https://x.example) >>\nendobj\n' })),
      'active',
    ],
    ['a film', pdfFile(pdf('a', { more: '8 0 obj\n<< /Subtype /RichMedia >>\nendobj\n' })), 'active'],
    ['a form of another kind (XFA)', pdfFile(pdf('a', { catalog: '/AcroForm << /XFA 8 0 R >>' })), 'active'],
    ['half a photo', file(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'a.jpg', 'image/jpeg'), 'broken'],
    [
      'the beginning of a PNG',
      file(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'a.png', 'image/png'),
      'broken',
    ],
  ] as const)('%s', async (_, sent, fault) => expect(await fate(sent)).toBe(fault))

  it('a picture that unpacks to more than a machine can hold', async () => {
    expect(await fate(file(await hugePicture(), 'a.png', 'image/png'))).toBe('broken')
  })

  it('a photo that was cut off', async () => {
    const whole = await photo()
    expect(await fate(file(whole.subarray(0, whole.length - 150), 'a.jpg', 'image/jpeg'))).toBe('broken')
  })
})
