import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import type { OfferScreen } from '../queries'

/** What is offered, for whom, and what was answered. */
export async function OfferTerms({ offer: { terms, answer } }: { offer: OfferScreen }) {
  const t = await getTranslations()
  const { longDay, money } = await formats()
  if (!terms) return null
  const items = [
    { term: t('dwelling.address'), value: terms.address },
    { term: t('dwelling.rent'), value: money(terms.rent) },
    { term: t('dwelling.from'), value: longDay(terms.availableFrom) },
    { term: t('offer.case'), value: <AppLink href={paths.subject('case', terms.case)}>{terms.number}</AppLink> },
    ...(terms.failed ? [{ term: t('offer.failed'), value: terms.failed.split(' ').map((rule) => t(`rules.${rule}.label`)).join(', ') }] : []),
    ...(terms.reason ? [{ term: t('offer.reason'), value: terms.reason }] : []),
    ...(answer?.reason ? [{ term: t('offer.refusal'), value: t(`codes.offerRefusal.${answer.reason}`) }] : []),
    ...(answer?.note ? [{ term: t('fields.note.label'), value: <span className="whitespace-pre-line" dir="auto">{answer.note}</span> }] : []),
  ]
  return (
    <Section title={t('offer.terms')}>
      <Facts items={items} />
    </Section>
  )
}
