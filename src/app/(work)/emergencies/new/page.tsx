import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EMERGENCY_MINUTES } from '@/domain/emergency/emergency'
import { StepFormOf } from '@/features/step/components/step-page'
import { getOpeningScreen } from '@/features/step/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Interruption } from '@/ui/interruption'
import { Title } from '@/ui/title'

export default async function NewEmergencyPage() {
  const screen = await getOpeningScreen('emergency')
  if (!screen) forbidden()
  const t = await getTranslations()
  const title = t('steps.breakGlass.label')
  return (
    <>
      <Title text={title} />
      <Interruption
        title={title}
        actions={<AppLink href={paths.list('case')}>{t('emergency.back')}</AppLink>}
      >
        <p>{t('emergency.first')}</p>
        <p>{t('emergency.opens', { minutes: EMERGENCY_MINUTES })}</p>
        <p>{t('emergency.tells')}</p>
        <p>{t('emergency.shielded')}</p>
      </Interruption>
      <div className="mt-6">
        <StepFormOf screen={screen} title={title} />
      </div>
    </>
  )
}
