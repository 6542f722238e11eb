// Photos of a dwelling: at most eight, in an order, and taken away without being forgotten.
import { describe, expect, test } from 'vitest'
import type { Dwelling } from '@/domain/dwelling/dwelling'
import { photosOf, placed } from '@/domain/dwelling/photos'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { fileNumber } from '../../support/papers'

const row = (n: number, more: object = {}) => ({
  ...{ id: `row ${n}`, organisationId: 'domesta', recordedOn: '2026-02-10' },
  ...{ photo: `photo ${n}`, photoKind: 'photo' as const, altText: `Kamer ${n}`, photoPlace: n },
  ...{ fileSize: 1000, checksum: 'ab', removedOn: null, ...more },
})
const of = (photos: readonly object[]) => ({ of: { photos } }) as unknown as Pick<Dwelling, 'of'>
const names = (photos: readonly { photo: string; photoPlace: number }[]) =>
  photos.map(({ photo, photoPlace }) => `${photoPlace} ${photo}`)

describe('the photos of a dwelling', () => {
  test('are the last word about each, in their order, without those that were taken away', () => {
    const rows = [row(1), row(2), row(3), row(1, { photoPlace: 9 }), row(2, { removedOn: '2026-02-11' })]
    expect(names(photosOf(of(rows)))).toEqual(['3 photo 3', '9 photo 1'])
    expect(photosOf(of([]))).toEqual([])
  })

  test('come to stand at the place that was asked, beyond the last at the end', () => {
    const three = photosOf(of([row(1), row(2), row(3)]))
    expect(names(placed(three, 'photo 3', 1))).toEqual(['1 photo 3', '2 photo 1', '3 photo 2'])
    expect(names(placed(three, 'photo 1', 8))).toEqual(['1 photo 2', '2 photo 3', '3 photo 1'])
  })

  test('stay when the home is let and comes free again; what is taken away leaves its row', () => {
    const world = caseAt('offered').take('addPhoto', 'officer')
    expect(photosOf(world.dwelling)).toMatchObject([{ photo: fileNumber(1), photoPlace: 1 }])
    world.take('removePhoto', 'officer')
    expect([photosOf(world.dwelling), world.dwelling.of.photos?.length]).toEqual([[], 2])
    expect(world.blocked('removePhoto', 'officer')).toEqual({ reason: 'noPhotos' })
    const let_ = caseAt('aftercare').take('addPhoto', 'officer').take('receiveNotice', 'officer')
    expect(photosOf(let_.take('makeAvailable', 'officer').dwelling)).toHaveLength(1)
  })

  test('are eight at most, each a file with words, and of this dwelling', () => {
    const world = caseAt('offered').take('addPhoto', 'officer')
    const rows = world.held(world.ids.dwelling).of.photos as object[]
    rows.push(...[2, 3, 4, 5, 6, 7].map((n) => row(n)))
    expect(world.blocked('addPhoto', 'officer')).toBeNull()
    rows.push(row(8))
    expect(world.blocked('addPhoto', 'officer')).toEqual({ reason: 'photosFull' })
    expect(world.refusal('placePhoto', 'officer', { photo: fileNumber(9) })).toEqual({
      reason: 'photoNotThere',
      field: 'photo',
    })
  })

  test('are read by who reads a home that can be had, and once it is not by its corporation alone', () => {
    const free = caseAt('matching').take('enterDwelling', 'officer').take('addPhoto', 'officer')
    for (const role of ['officer', 'corporatieLead', 'coordinator', 'regisseur'] as const)
      expect(free.seen('dwelling', actors[role]).of.photos, role).toHaveLength(1)
    for (const role of ['mentor', 'localTeam', 'matching'] as const)
      expect(free.seen('dwelling', actors[role]).of.photos, role).toBeNull()
    const held = caseAt('offered').take('addPhoto', 'officer')
    expect(held.seen('dwelling', actors.regisseur).of.photos).toBeNull()
    expect(held.blocked('addPhoto', 'regisseur')).toEqual({ reason: 'notYourRole' })
  })
})
