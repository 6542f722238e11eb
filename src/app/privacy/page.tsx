import { getTranslations } from 'next-intl/server'
import { PageHelp } from '@/features/help/components/page-help'
import { VisitorFrame } from '@/features/session/components/visitor-frame'
import { cookiesKept } from '@/features/session/queries'
import { Privacy } from '@/features/statements/components/privacy'
import { getPrivacyScreen } from '@/features/statements/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function PrivacyPage() {
  const t = await getTranslations('privacy')
  return (
    <VisitorFrame help={<PageHelp visitor />}>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <Privacy screen={await getPrivacyScreen()} cookies={cookiesKept()} />
    </VisitorFrame>
  )
}
