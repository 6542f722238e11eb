import { getTranslations } from 'next-intl/server'
import { PageHelp } from '@/features/help/components/page-help'
import { VisitorFrame } from '@/features/session/components/visitor-frame'
import { Accessibility } from '@/features/statements/components/accessibility'
import { getPrivacyScreen } from '@/features/statements/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function AccessibilityPage() {
  const t = await getTranslations('accessibility')
  const { contacts } = await getPrivacyScreen()
  return (
    <VisitorFrame help={<PageHelp visitor />}>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <Accessibility contacts={contacts} />
    </VisitorFrame>
  )
}
