import { getTranslations } from 'next-intl/server'
import { NoticeList } from '@/features/notices/components/notice-list'
import { getNoticesScreen } from '@/features/notices/queries'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ all?: string }> }

export default async function NoticesPage({ searchParams }: Props) {
  const screen = await getNoticesScreen((await searchParams).all === 'yes')
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
