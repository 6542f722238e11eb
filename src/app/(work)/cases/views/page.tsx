import { getTranslations } from 'next-intl/server'
import type { Asked } from '@/domain/worklist/work-filter'
import { SavedViews } from '@/features/worklist/components/saved-views'
import { getViewsScreen } from '@/features/worklist/views'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<Asked> }

export default async function ViewsPage({ searchParams }: Props) {
  const screen = await getViewsScreen(await searchParams)
  const t = await getTranslations('selection.views')
  return (
    <>
      <Title text={t('title')} />
      <p className="mb-4">
        <AppLink href={paths.list('case')}>{t('back')}</AppLink>
      </p>
      <PageTitle title={t('title')} lead={t('lead')} />
      <SavedViews screen={screen} />
    </>
  )
}
