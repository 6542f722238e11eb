import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Contingent } from '@/features/report/components/contingent'
import { CountedAt } from '@/features/report/components/counted-at'
import { getContingentScreen } from '@/features/report/contingent'
import { PageTitle } from '@/ui/page-title'
import { PrintButton } from '@/ui/print-button'
import { Title } from '@/ui/title'

export default async function ContingentPage() {
  const screen = await getContingentScreen()
  if (!screen) notFound()
  const t = await getTranslations('contingent')
  const print = (await getTranslations('copy'))('print')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle
        title={t('title')}
        kicker={screen.covenant}
        lead={screen.own ? t('leadOwn') : t('lead')}
        actions={<PrintButton>{print}</PrintButton>}
      />
      <CountedAt at={screen.countedAt} />
      <Contingent screen={screen} />
    </>
  )
}
