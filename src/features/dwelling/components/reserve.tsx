import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { canHaveIt, type ReservePlace, type ReserveScreen } from '@/server/reserve'
import { LinkButton } from '@/ui/button'
import { Disclosure } from '@/ui/disclosure'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { Rules, Standing } from './candidate-parts'

type PlaceProps = { id: string; at: number; place: ReservePlace; mayRank: boolean; free: boolean }

async function Place({ id, at, place, mayRank, free }: PlaceProps) {
  const t = await getTranslations('dwelling')
  const { pseudonym, candidate } = place
  return (
    <li className="grid gap-2 border-line border-t pt-4">
      <span className="flex flex-wrap items-center gap-2">
        <strong>{t('reserve.place', { place: at + 1, pseudonym })}</strong>
        {candidate ? <Standing candidate={candidate} /> : <Tag tone="neutral">{t('reserve.gone')}</Tag>}
      </span>
      {candidate && (
        <Disclosure summary={t('reserve.why', { pseudonym })}>
          <Rules results={candidate.results} />
        </Disclosure>
      )}
      <div className="flex flex-wrap gap-2">
        {free && canHaveIt(place) && (
          <LinkButton href={paths.candidate(id, pseudonym)} variant={at === 0 ? 'primary' : 'secondary'}>
            {t('propose', { pseudonym })}
          </LinkButton>
        )}
        {mayRank && at > 0 && candidate && (
          <LinkButton
            href={`${paths.step('dwelling', id, 'rankReserve')}?candidate=${pseudonym}`}
            variant="quiet"
          >
            {t('reserve.toFront', { pseudonym })}
          </LinkButton>
        )}
      </div>
    </li>
  )
}

type Props = { id: string; reserve: ReserveScreen | null; stage: string }

/** Who is next when the offer comes to nothing, and why each stands there: by their names for this dwelling alone. */
export async function Reserve({ id, reserve, stage }: Props) {
  const t = await getTranslations()
  if (!reserve) return null
  const { places, rankedWhy } = reserve
  return (
    <Section title={t('dwelling.reserve.title')}>
      <p className="mb-4 text-soft">
        {t('dwelling.reserve.help')}{' '}
        {rankedWhy
          ? t('dwelling.reserve.ranked', { why: t(`codes.rankReason.${rankedWhy}`) })
          : t('dwelling.reserve.inOrder')}
      </p>
      <ol className="grid gap-4">
        {places.map((place, at) => (
          <Place
            key={place.pseudonym}
            {...{ id, at, place }}
            mayRank={places.length > 1}
            free={stage === 'available'}
          />
        ))}
      </ol>
    </Section>
  )
}
