import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import type { OfferScreen } from '../queries'

type T = Awaited<ReturnType<typeof getTranslations>>

/** What was said about it: why it was proposed all the same, and what the answer was. */
function saidOf(t: T, terms: NonNullable<OfferScreen['terms']>, answer: OfferScreen['answer']) {
  const failed = terms.failed?.split(' ').map((rule) => t(`rules.${rule}.label`))
  return [
    { term: t('offer.failed'), value: failed?.join(', ') },
    { term: t('offer.reason'), value: terms.reason },
    { term: t('offer.refusal'), value: answer?.reason && t(`codes.offerRefusal.${answer.reason}`) },
    { term: t('fields.note.label'), value: answer?.note },
  ].filter(({ value }) => value)
}

/** That others are offered this home as well, and what follows: never who they are, or how many. */
async function Several({ terms: { live, alone } }: { terms: NonNullable<OfferScreen['terms']> }) {
  const t = await getTranslations('offer')
  if (!live || alone) return null
  return (
    <Notice tone="info" title={t('several')}>
      <p>{t('severalHelp')}</p>
    </Notice>
  )
}

/** What is offered, for whom, and what was answered. */
export async function OfferTerms({ offer: { terms, caseNumber, answer } }: { offer: OfferScreen }) {
  const t = await getTranslations()
  const { longDay, money } = await formats()
  if (!terms)
    return (
      <Notice tone="info" title={t('case.shield.outside')}>
        <p>{t('case.shield.outsideHelp')}</p>
      </Notice>
    )
  const said = saidOf(t, terms, answer).map(({ term, value }) => ({
    term,
    value: (
      <span className="whitespace-pre-line" dir="auto">
        {value}
      </span>
    ),
  }))
  const items = [
    { term: t('dwelling.address'), value: terms.address },
    { term: t('dwelling.rent'), value: money(terms.rent) },
    { term: t('dwelling.from'), value: longDay(terms.availableFrom) },
    {
      term: t('offer.case'),
      value: caseNumber ? (
        <AppLink href={paths.subject('case', terms.case)}>{caseNumber}</AppLink>
      ) : terms.live ? (
        t('offer.notNamed', { pseudonym: terms.number })
      ) : (
        terms.number
      ),
    },
    ...said,
  ]
  return (
    <Section title={t('offer.terms')}>
      <Several terms={terms} />
      <Facts items={items} />
    </Section>
  )
}
