import { getTranslations } from 'next-intl/server'
import { HowItWorks, RightsTabs } from '@/features/rights/components/rights-frame'
import { RightsOfRole, RoleForm } from '@/features/rights/components/rights-of-role'
import { getRightsScreen } from '@/features/rights/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ role?: string }> }

export default async function RightsPage({ searchParams }: Props) {
  const t = await getTranslations('rights')
  const screen = await getRightsScreen((await searchParams).role)
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} kicker={screen.covenant} lead={t('lead')} />
      <RightsTabs at="role" />
      <RoleForm {...screen} />
      <RightsOfRole screen={screen} />
      <HowItWorks />
    </>
  )
}
