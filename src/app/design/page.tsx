import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isDemo } from '@/features/session/queries'
import { PageTitle } from '@/ui/page-title'
import { Shell } from '@/ui/shell'
import { Title } from '@/ui/title'
import { DesignHelp } from './parts/design-help'
import { Fields } from './parts/fields'
import { Group } from './parts/group'

export const dynamic = 'force-dynamic'

/** Every part of the design system, in every state. Only where everything is made up. */
export default async function DesignPage() {
  if (!isDemo()) notFound()
  const t = await getTranslations()
  const groups = ['help', 'fields'] as const
  return (
    <Shell
      brand={t('design.brand')}
      brandHref="/design"
      nav={groups.map((group) => ({ href: `#${group}`, label: t(`design.groups.${group}`), current: false }))}
      account={null}
      skipLabel={t('app.skip')}
      menuLabel={t('app.menu')}
      footer={t('app.footer')}
    >
      <Title text={t('design.title')} />
      <PageTitle title={t('design.title')} lead={t('design.lead')} />
      <Group id="help">
        <DesignHelp />
      </Group>
      <Group id="fields">
        <Fields />
      </Group>
    </Shell>
  )
}
