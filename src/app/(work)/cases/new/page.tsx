import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { StepPage } from '@/features/step/components/step-page'
import { getOpeningScreen } from '@/features/step/queries'

export default async function NewCasePage() {
  const screen = await getOpeningScreen('case')
  if (!screen) forbidden()
  const t = await getTranslations()
  return <StepPage screen={screen} title={t('cases.title')} />
}
