// Photos of a dwelling on a real Postgres: drawn anew, and for who reads the dwelling or the offer of it.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type StepName, stepOf } from '@/domain/case/steps'
import type { Dwelling } from '@/domain/dwelling/dwelling'
import { photosOf } from '@/domain/dwelling/photos'
import type { Step } from '@/domain/kernel/step'
import { asActor } from '@/server/db/as-actor'
import { givePhoto, type PhotoOf, photosOffered } from '@/server/files/photos'
import { cleanedPhoto, files } from '@/server/files/receive'
import { takeWithFile } from '@/server/take-with-file'
import { geheim } from '../support/hidden-client'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'
import { see } from './sight'

process.env.FILES_FOLDER = mkdtempSync(join(tmpdir(), 'photos-'))

let r: Region
let cast: Cast
let home: string
let kase: string
let offer: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await register(r, cast)
  await admit(r, cast, kase)
  home = await enter(r, cast, '80')
}, 60_000)
afterAll(() => r.close())

/** A photo as a phone makes it: with the place where it was taken, and who made it. */
const taken = async (format: 'jpeg' | 'png' | 'webp' = 'jpeg', edge = 64) => {
  const exif = { IFD0: { Artist: 'Gea Wolters', Make: 'Telefoon' }, IFD3: { GPSLatitude: '52/1 47/1 0/1' } }
  const picture = sharp({ create: { width: edge, height: edge, channels: 3, background: '#2a6' } }).withExif(
    exif,
  )
  return picture.toFormat(format).toBuffer()
}
const asFile = (bytes: Buffer, name: string, type: string) =>
  new File([new Uint8Array(bytes)], name, { type })
const sent = async (format: 'jpeg' | 'png' | 'webp' = 'jpeg') =>
  asFile(await taken(format), `kamer.${format}`, `image/${format}`)

const add = async (who: Actor, file: File, altText = 'Woonkamer') =>
  takeWithFile(
    {
      actor: who,
      step: stepOf('addPhoto' satisfies StepName) as Step,
      subjectId: home,
      input: { photoKind: 'photo', altText },
      version: null,
      today: TODAY,
      actionKey: null,
      requestId: null,
    },
    [file],
  )
const photos = async () => photosOf((await see(cast.officer, home, 'dwelling')) as unknown as Dwelling)
const given = (who: Actor, photo: string, of: PhotoOf = 'dwelling', id = home) =>
  givePhoto(who, { of, id, photo, today: TODAY, requestId: null })

describe('a photo that comes in', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'as %s is drawn anew, without place, device or name',
    async (format) => {
      const before = await taken(format)
      expect((await sharp(before).metadata()).exif).toBeDefined()
      expect(before.includes('Gea Wolters')).toBe(true)
      const clean = await cleanedPhoto(await sent(format))
      if ('fault' in clean) throw new Error(clean.fault)
      const { exif, xmp, iptc, icc, format: kept } = await sharp(clean.bytes).metadata()
      expect([kept, exif, xmp, iptc, icc]).toEqual(['jpeg', undefined, undefined, undefined, undefined])
      for (const word of ['Gea Wolters', 'Telefoon', 'Exif', 'GPS'])
        expect(clean.bytes.includes(word), word).toBe(false)
    },
  )

  it('is refused when it is too large, no picture, called something else, or broken', async () => {
    const fault = async (file: File) => {
      const clean = await cleanedPhoto(file)
      return 'fault' in clean ? clean.fault : null
    }
    const bytes = await taken()
    expect(await fault(asFile(Buffer.alloc(8_000_001), 'a.jpg', 'image/jpeg'))).toBe('photoTooLarge')
    expect(await fault(asFile(Buffer.from('%PDF-1.7'), 'a.pdf', 'application/pdf'))).toBe('photoKind')
    expect(await fault(asFile(Buffer.from('<svg onload=alert(1)>'), 'a.svg', 'image/svg+xml'))).toBe(
      'photoKind',
    )
    expect(await fault(asFile(bytes, 'a.png', 'image/png'))).toBe('disguised')
    expect(await fault(asFile(await taken('webp'), 'a.jpg', 'image/jpeg'))).toBe('disguised')
    expect(await fault(asFile(bytes.subarray(0, 40), 'a.jpg', 'image/jpeg'))).toBe('broken')
    expect(await fault(asFile(Buffer.alloc(0), 'a.jpg', 'image/jpeg'))).toBe('missing')
  })
})

describe('a photo of a dwelling', () => {
  it('is brought in by its corporation alone, and given as it was kept to who reads the home', async () => {
    expect(await add(cast.mentor, await sent())).toMatchObject({ refusal: { reason: 'notFound' } })
    expect(await add(await r.actor('officer', 'lefier'), await sent())).toMatchObject({
      refusal: { reason: 'notFound' },
    })
    expect('done' in (await add(cast.officer, await sent()))).toBe(true)
    expect('done' in (await add(cast.officer, await sent('webp'), 'Keuken'))).toBe(true)
    const [first, second] = await photos()
    const mine = await given(cast.officer, first?.photo as string)
    expect((await sharp(mine?.bytes).metadata()).format).toBe('jpeg')
    expect(
      'done' in
        { done: await take(cast.officer, 'placePhoto', home, { photo: second?.photo, photoPlace: 1 }) },
    ).toBe(true)
    expect((await photos()).map(({ altText }) => altText)).toEqual(['Keuken', 'Woonkamer'])
    expect(await given(cast.regisseur, first?.photo as string)).not.toBeNull()
    for (const who of [
      cast.mentor,
      await r.actor('officer', 'lefier'),
      await r.actor('clientCouncil', 'clientenraad-samen-verder'),
    ])
      expect(await given(who, first?.photo as string), who.role).toBeNull()
  })

  it('is seen in the offer by its parties while it goes on, and by nobody else, by no address', async () => {
    offer = await propose(cast, home, kase)
    const [{ photo }] = (await photos()) as unknown as [{ photo: string }]
    expect(await given(cast.regisseur, photo)).toBeNull()
    const stranger = await r.actor('mentor', 'leger-des-heils')
    const seen = (who: Actor) => asActor(who, (tx) => photosOffered(tx, offer))
    for (const who of [cast.mentor, cast.regisseur, cast.officer]) {
      expect(await seen(who), who.role).toHaveLength(2)
      expect(await given(who, photo, 'offer', offer), who.role).not.toBeNull()
    }
    for (const who of [stranger, await r.actor('officer', 'lefier'), cast.secretary]) {
      expect(await seen(who), who.role).toEqual([])
      expect(await given(who, photo, 'offer', offer), who.role).toBeNull()
      expect(await given(who, photo), who.role).toBeNull()
    }
    const rows = (who: Actor) => asActor(who, (tx) => tx.$queryRaw<object[]>`SELECT id FROM dwelling_photos`)
    expect([await rows(cast.mentor), await rows(stranger)]).toEqual([[], []])
  })

  it('of a home offered to somebody who must not be found is shown to who was named alone', async () => {
    await take(cast.mentor, 'describeSafety', kase, geheim)
    const [{ photo }] = (await photos()) as unknown as [{ photo: string }]
    expect(await given(cast.regisseur, photo, 'offer', offer)).toBeNull()
    expect(await given(cast.mentor, photo, 'offer', offer)).not.toBeNull()
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null, helped: null })
    expect(await given(cast.mentor, photo, 'offer', offer)).toBeNull()
    expect(await given(cast.officer, photo)).not.toBeNull()
  })

  it('that was taken away is given to nobody, and its file is needless after a day, as one that nobody speaks of', async () => {
    const [gone, stays] = (await photos()).map(({ photo }) => photo) as [string, string]
    await take(cast.officer, 'removePhoto', home, { photo: gone })
    expect([await given(cast.officer, gone), (await photos()).length]).toEqual([null, 1])
    const told = await r.kernel('SELECT 1 FROM dwelling_photos WHERE photo = $1', [gone])
    expect(told.length).toBeGreaterThan(1)
    await r.kernel(
      `UPDATE dwelling_photos SET removed_on = current_date - 2 WHERE photo = $1 AND removed_on IS NOT NULL`,
      [gone],
    )
    const needless = await r.kernel<{ f: string }>('SELECT f FROM app.needless_files($1::uuid[]) f', [
      [gone, stays],
    ])
    expect(needless.map(({ f }) => f)).toEqual([gone])
    await files().remove(stays)
    await expect(given(cast.officer, stays)).rejects.toThrow('ABSENT')
  })
})
