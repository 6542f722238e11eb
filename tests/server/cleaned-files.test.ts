// What is kept of a file: what it shows, and neither where a photo was taken nor what its name could do.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cleaned } from '@/server/files/receive'
import { shownName } from '@/server/files/sniff'
import { file, photo } from '../support/files'

describe('a picture', () => {
  it.each(['jpeg', 'png'] as const)(
    'as %s keeps what it shows, and nothing of where, when or by whom',
    async (format) => {
      const bytes = await photo(format)
      expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('Geheime Naam')
      const found = await cleaned(file(bytes, format === 'png' ? 'a.png' : 'a.jpg', `image/${format}`))
      if ('fault' in found) throw new Error(found.fault)
      const about = await sharp(found.bytes).metadata()
      expect([about.width, about.height]).toEqual([60, 40])
      expect([about.exif, about.xmp, about.iptc, about.icc]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      for (const secret of ['Geheim', 'Telefoonmaker', 'Exif', 'GPS'])
        expect(found.bytes.toString('latin1')).not.toContain(secret)
    },
  )

  it('that was taken on its side stands upright, for the note that said so is gone', async () => {
    const bytes = await sharp(await photo())
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const found = await cleaned(file(bytes, 'a.jpg', 'image/jpeg'))
    const about = 'bytes' in found ? await sharp(found.bytes).metadata() : null
    expect([about?.width, about?.height]).toEqual([40, 60])
  })

  it('with a page of a website behind it leaves that behind', async () => {
    const bytes = Buffer.concat([await photo(), Buffer.from('<script>alert(1)</script>')])
    const found = await cleaned(file(bytes, 'a.jpg', 'image/jpeg'))
    expect('bytes' in found && found.bytes.toString('latin1').includes('<script>')).toBe(false)
  })
})

describe('the name of a file', () => {
  it.each([
    ['inkomen 2025.pdf', 'inkomen 2025.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Karin\\brief.pdf', 'brief.pdf'],
    ['/.pdf', 'document.pdf'],
    ['..', 'document.pdf'],
    ['', 'document.pdf'],
    ['a\r\nSet-Cookie: a=b.pdf', 'aSet-Cookie: a=b.pdf'],
    ['\u202Efdp.exe.pdf', 'fdp.exe.pdf'],
    ['brief\u0000.pdf', 'brief.pdf'],
    ['a\ud800b.pdf', 'a\ufffdb.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
    ['brief.pdf.exe', 'brief.pdf.pdf'],
    [`${'é'.repeat(500)}.pdf`, `${'é'.repeat(100)}.pdf`],
    ['  veel   ruimte  .pdf', 'veel ruimte.pdf'],
  ])('%j is shown as %j', (name, shown) => expect(shownName(name, 'pdf')).toBe(shown))

  it('ends as what it is', () => {
    expect(shownName('scan.jpeg', 'jpeg')).toBe('scan.jpg')
  })
})
