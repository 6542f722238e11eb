import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import type { OfferLine } from '@/server/offers/listed'
import { AppLink } from '@/ui/app-link'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'

type Props = { readonly offers: readonly OfferLine[]; readonly by: 'home' | 'client' }

/** The offers that this person may see: of a client by their homes, of a home by their numbers. */
export async function OfferList({ offers, by }: Props) {
  const t = await getTranslations()
  if (!offers.length) return null
  return (
    <Section title={by === 'client' ? t('case.offers') : t('dwelling.offers')}>
      <ul className="grid gap-2">
        {offers.map(({ id, number, stage, address }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <AppLink href={paths.subject('offer', id)}>{by === 'client' ? address : number}</AppLink>
            {by === 'client' && <span className="text-soft">{number}</span>}
            <Tag tone={stage === 'proposed' || stage === 'accepted' ? 'warning' : 'neutral'}>
              {t(`stages.offer.${stage}`)}
            </Tag>
          </li>
        ))}
      </ul>
    </Section>
  )
}
