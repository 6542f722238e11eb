import { getTranslations } from 'next-intl/server'
import { Report } from '@/features/report/components/report'
import { getReportScreen } from '@/features/report/queries'
import { formats } from '@/i18n/format'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function ReportPage() {
  const t = await getTranslations('report')
  const { longDay } = await formats()
  const report = await getReportScreen()
  return (
    <>
      <Title text={t('title')} />
      <PageTitle
        title={t('title')}
        kicker={report.covenant}
        lead={t('lead', { since: longDay(report.since) })}
      />
      <Report report={report} />
    </>
  )
}
