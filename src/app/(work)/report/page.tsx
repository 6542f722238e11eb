import { getTranslations } from 'next-intl/server'
import { CountedAt } from '@/features/report/components/counted-at'
import { Report } from '@/features/report/components/report'
import { getReportScreen } from '@/features/report/queries'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function ReportPage() {
  const t = await getTranslations('report')
  const ledger = (await getTranslations('contingent'))('link')
  const retention = (await getTranslations('retention'))('link')
  const fairness = (await getTranslations('fairness'))('link')
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
      <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
        {report.ledger && (
          <li>
            <AppLink href={paths.contingent}>{ledger}</AppLink>
          </li>
        )}
        {report.retention && (
          <li>
            <AppLink href={paths.retention}>{retention}</AppLink>
          </li>
        )}
        {report.retention && (
          <li>
            <AppLink href={paths.fairness}>{fairness}</AppLink>
          </li>
        )}
      </ul>
      <CountedAt at={report.countedAt} />
      <Report report={report} />
    </>
  )
}
