import { getTranslations } from 'next-intl/server'
import { WorkList } from '@/features/worklist/components/work-list'
import { getWorkScreen } from '@/features/worklist/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ after?: string }> }

export default async function WorkPage({ searchParams }: Props) {
  const t = await getTranslations('work')
  const { name, lines, total, overdue, next } = await getWorkScreen((await searchParams).after)
  return (
    <>
      <Title text={t('title')} />
      <PageTitle
        title={t('title')}
        lead={`${t('lead', { name, n: total })} ${overdue ? t('overdue', { n: overdue }) : ''}`}
      />
      <WorkList lines={lines} />
      {next && <AppLink href={`${paths.work}?after=${next}`}>{t('next')}</AppLink>}
    </>
  )
}
