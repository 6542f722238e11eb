import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SupportAreas } from '@/features/support/components/support-areas'
import { getSupportScreen } from '@/features/support/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ at?: string | string[] }> }

export default async function SupportAreasPage({ searchParams }: Props) {
  const screen = await getSupportScreen()
  if (!screen) notFound()
  const { at } = await searchParams
  const t = await getTranslations('supportAreas')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle
        title={t('title')}
        lead={screen.all ? t('leadAll') : t('lead', { organisation: screen.organisation })}
      />
      <SupportAreas screen={screen} {...(typeof at === 'string' && { asked: at })} />
    </>
  )
}
