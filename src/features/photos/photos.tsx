import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import type { Photo, PhotoOf } from '@/server/files/photos'
import { cx } from '@/ui/cx'
import { Section } from '@/ui/section'

type Props = { of: PhotoOf; id: string; photos: readonly Photo[] }

/** The photos in their order, each a way to see it whole. Nothing where there are none. */
export async function Photos({ of, id, photos }: Props) {
  const t = await getTranslations()
  if (!photos.length) return null
  return (
    <Section title={t('compartments.photos.title')}>
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {photos.map(({ photo, photoKind, altText }) => (
          <li key={photo}>
            <a className="block" href={paths.photo(of, id, photo)} target="_blank" rel="noopener">
              {/* biome-ignore lint/performance/noImgElement: it is given by rights, and goes through no other server */}
              <img
                className={cx(
                  'aspect-[4/3] w-full rounded-xs border border-line bg-sunk',
                  photoKind === 'floorPlan' ? 'object-contain' : 'object-cover',
                )}
                src={paths.photo(of, id, photo)}
                alt={altText}
                loading="lazy"
                decoding="async"
              />
            </a>
            {photoKind === 'floorPlan' && <p className="mt-1 text-soft">{t('codes.photoKind.floorPlan')}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
