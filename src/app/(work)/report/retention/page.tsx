import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CountedAt } from '@/features/report/components/counted-at'
import { Retention } from '@/features/report/components/retention'
import { getRetentionScreen } from '@/features/report/retention'
import { formats } from '@/i18n/format'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RetentionPage({ searchParams }: Props) {
  const screen = await getRetentionScreen(await searchParams)
  if (!screen) notFound()
  const t = await getTranslations('retention')
  const { month } = await formats()
  const { from, until } = screen.months
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead', { from: month(from), until: month(until) })} />
      <CountedAt at={screen.countedAt} />
      <Retention screen={screen} />
    </>
  )
}
