import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CountedAt } from '@/features/report/components/counted-at'
import { Fairness } from '@/features/report/components/fairness'
import { getFairnessScreen } from '@/features/report/fairness'
import { formats } from '@/i18n/format'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function FairnessPage() {
  const screen = await getFairnessScreen()
  if (!screen) notFound()
  const t = await getTranslations('fairness')
  const { longDay } = await formats()
  return (
    <>
      <Title text={t('title')} />
      <PageTitle
        title={t('title')}
        kicker={screen.covenant}
        lead={t('lead', { since: longDay(screen.since) })}
      />
      <CountedAt at={screen.countedAt} />
      <Fairness screen={screen} />
    </>
  )
}
