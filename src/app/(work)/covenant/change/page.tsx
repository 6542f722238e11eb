import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getChangeScreen } from '@/features/covenant/change'
import { CovenantChange } from '@/features/covenant/components/change'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ as?: string | string[] }> }

export default async function CovenantChangePage({ searchParams }: Props) {
  const screen = await getChangeScreen()
  if (!screen) notFound()
  const t = await getTranslations('covenantChange')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <CovenantChange screen={screen} asText={(await searchParams).as === 'text'} />
    </>
  )
}
