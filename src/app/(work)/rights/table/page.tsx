import { getTranslations } from 'next-intl/server'
import { RightsTabs } from '@/features/rights/components/rights-frame'
import { RightsTable, Signing } from '@/features/rights/components/rights-table'
import { getTableScreen } from '@/features/rights/queries'
import { PageTitle } from '@/ui/page-title'
import { PrintButton } from '@/ui/print-button'
import { Title } from '@/ui/title'

export default async function RightsTablePage() {
  const t = await getTranslations('rights')
  const screen = await getTableScreen()
  return (
    <div className="ui-print-wide">
      <Title text={t('table.title')} />
      <PageTitle
        title={t('table.title')}
        kicker={screen.covenant}
        lead={t('table.lead')}
        actions={<PrintButton>{t('table.print')}</PrintButton>}
      />
      <RightsTabs at="table" />
      <RightsTable screen={screen} />
      <Signing screen={screen} />
    </div>
  )
}
