import { getTranslations } from 'next-intl/server'
import { NoticeList } from '@/features/notices/components/notice-list'
import { getNoticesScreen } from '@/features/notices/queries'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function NoticesPage() {
  const screen = await getNoticesScreen()
  const t = await getTranslations('notices')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle
        title={t('title')}
        lead={t('lead')}
        actions={<LinkButton href={paths.mailChoices}>{t('choices')}</LinkButton>}
      />
      <NoticeList {...screen} />
    </>
  )
}
