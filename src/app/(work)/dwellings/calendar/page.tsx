import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getComingFreeScreen } from '@/features/dwelling/coming-free'
import { ComingFreeTable } from '@/features/dwelling/components/coming-free'
import { TileMap } from '@/features/dwelling/components/tile-map'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function ComingFreePage() {
  const screen = await getComingFreeScreen()
  if (!screen) forbidden()
  const t = await getTranslations('dwelling.comingFree')
  return (
    <>
      <Title text={t('title')} />
      <p className="mb-4">
        <AppLink href={paths.list('dwelling')}>{t('back')}</AppLink>
      </p>
      <PageTitle title={t('title')} lead={t('lead')} />
      <ComingFreeTable {...screen} />
      <p className="mt-4 mb-8 text-soft">{t('help')}</p>
      <TileMap tiles={screen.tiles} />
    </>
  )
}
