import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import type { OfferScreen } from '../queries'

/** A swap that waits: why, which home the client would get, and who of this offer agreed. Nothing where there is none. */
export async function OfferSwap({ swap: { swap, swapHome } }: Pick<OfferScreen, 'swap'>) {
  const t = await getTranslations()
  const { longDay, money } = await formats()
  if (!swap?.swapping) return null
  const word = (agrees: boolean) => t(agrees ? 'offer.swap.agreed' : 'offer.swap.waits')
  const home = swapHome
    ? [
        { term: t('offer.swap.home'), value: swapHome.address },
        { term: t('dwelling.rent'), value: money(swapHome.rent) },
        { term: t('dwelling.from'), value: longDay(swapHome.availableFrom) },
      ]
    : []
  const items = [
    ...home,
    { term: t('fields.swapWhy.label'), value: t(`codes.swapReason.${swap.swapWhy}`) },
    { term: t('parts.corporation'), value: word(swap.corporationAgrees) },
    { term: t('parts.gemeente'), value: word(swap.gemeenteAgrees) },
  ]
  return (
    <Section title={t('compartments.swap.title')}>
      <p className="mb-4 max-w-[68ch] text-soft">{t(swapHome ? 'offer.swap.ours' : 'offer.swap.theirs')}</p>
      <Facts items={items} />
    </Section>
  )
}
