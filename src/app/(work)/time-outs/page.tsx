import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Places } from '@/features/time-outs/components/places'
import { getPlacesScreen } from '@/features/time-outs/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ place?: string | string[] }> }

export default async function TimeOutsPage({ searchParams }: Props) {
  const screen = await getPlacesScreen()
  if (!screen) notFound()
  const { place } = await searchParams
  const t = await getTranslations('timeOutPlaces')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <Places screen={screen} {...(typeof place === 'string' && { asked: place })} />
    </>
  )
}
