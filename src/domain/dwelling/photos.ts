// Photos of a dwelling and a plan of its floor: brought in by its corporation, in an order, each said in words for who cannot see it.
import type { KeptFile } from '../case/papers'
import { count, ref } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { type Dwelling, dwellingCompartments, dwellingStep, MOST_PHOTOS } from './dwelling'

type Row = NonNullable<Dwelling['of']['photos']>[number]
type Said = Omit<Row, 'id' | 'organisationId' | 'recordedOn'>

const saidOf = ({ id: _id, organisationId: _by, recordedOn: _on, ...said }: Row): Said => said

/** The photos that stand there now, in their order: of each its last row, and none that was taken away. */
export function photosOf({ of }: Pick<Dwelling, 'of'>): readonly Said[] {
  const last = [...new Map((of.photos ?? []).map((row) => [row.photo, row])).values()]
  return last
    .filter(({ removedOn }) => !removedOn)
    .map(saidOf)
    .sort((a, b) => a.photoPlace - b.photoPlace)
}

const full = (dwelling: Dwelling): Refusal | null =>
  photosOf(dwelling).length < MOST_PHOTOS ? null : { reason: 'photosFull' }
const none = (dwelling: Dwelling): Refusal | null =>
  photosOf(dwelling).length ? null : { reason: 'noPhotos' }
const notThere = (dwelling: Dwelling, { photo }: { photo: string }): Refusal | null =>
  photosOf(dwelling).some((one) => one.photo === photo) ? null : { reason: 'photoNotThere', field: 'photo' }

const { photoKind, altText } = dwellingCompartments.photos.fields

/** A photo comes in, behind the others. */
export const addPhoto = dwellingStep('addPhoto', {
  file: 'picture',
  input: { photoKind, altText },
  blockedBy: [full],
  check: (_dwelling, _input, { file }) => (file ? null : { reason: 'fileMissing', field: 'file' }),
  apply: (dwelling, said, { file }) => {
    const { id: photo, size: fileSize, checksum } = file as KeptFile
    const photoPlace = (photosOf(dwelling).at(-1)?.photoPlace ?? 0) + 1
    return { append: { photos: [{ photo, ...said, photoPlace, fileSize, checksum, removedOn: null }] } }
  },
})

/** The photos as they stand with this one at this place, counted from one; beyond the last it comes last. */
export function placed(photos: readonly Said[], photo: string, at: number): readonly Said[] {
  const others = photos.filter((one) => one.photo !== photo)
  const moved = photos.filter((one) => one.photo === photo)
  return others.toSpliced(at - 1, 0, ...moved).map((one, index) => ({ ...one, photoPlace: index + 1 }))
}

/** Another order: the first photo is the one that is seen first. */
export const placePhoto = dwellingStep('placePhoto', {
  input: { photo: ref('photo'), photoPlace: count(1, MOST_PHOTOS) },
  blockedBy: [none],
  check: notThere,
  apply: (dwelling, { photo, photoPlace }) => {
    const before = new Map(photosOf(dwelling).map((one) => [one.photo, one.photoPlace]))
    const after = placed(photosOf(dwelling), photo, photoPlace)
    return { append: { photos: after.filter((one) => one.photoPlace !== before.get(one.photo)) } }
  },
})

/** Taken away: nobody is shown it any more. That it was there stays in the timeline. */
export const removePhoto = dwellingStep('removePhoto', {
  input: { photo: ref('photo') },
  blockedBy: [none],
  check: notThere,
  apply: (dwelling, { photo }, { today }) => {
    const gone = photosOf(dwelling).filter((one) => one.photo === photo)
    return { append: { photos: gone.map((one) => ({ ...one, removedOn: today })) } }
  },
})
