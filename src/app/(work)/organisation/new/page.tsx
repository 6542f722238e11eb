import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { StepPage } from '@/features/step/components/step-page'
import { getOpeningScreen } from '@/features/step/queries'
import { Title } from '@/ui/title'

export default async function NewMembershipPage() {
  const screen = await getOpeningScreen('membership')
  if (!screen) forbidden()
  const t = await getTranslations()
  return (
    <>
      <Title text={t(`steps.${screen.step}.label`)} />
      <StepPage screen={screen} title={t('people.title')} />
    </>
  )
}
