import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Figures } from '@/features/tafel/components/figures'
import { getFiguresScreen } from '@/features/tafel/figures'
import { formats } from '@/i18n/format'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ months?: string; show?: string }> }

export default async function TafelFiguresPage({ searchParams }: Props) {
  const { months, show } = await searchParams
  const screen = await getFiguresScreen(months, show)
  if (!screen) notFound()
  const t = await getTranslations('tafelFigures')
  const { longDay } = await formats()
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead', { since: longDay(screen.since) })} />
      <Figures screen={screen} />
    </>
  )
}
