import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DevicePage } from '@/features/device/components/device-choice'
import { getDeviceScreen } from '@/features/device/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function DeviceChoicePage() {
  const screen = await getDeviceScreen()
  if (!screen) notFound()
  const t = await getTranslations('device')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead', { organisation: screen.organisation })} />
      <DevicePage screen={screen} />
    </>
  )
}
