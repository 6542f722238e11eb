import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { asksFrom } from '@/features/entry/asked'
import { Begin } from '@/features/entry/components/begin'
import { StepPage } from '@/features/step/components/step-page'
import { getOpeningScreen } from '@/features/step/queries'

type Props = { searchParams: Promise<Record<string, unknown>> }

export default async function NewCasePage({ searchParams }: Props) {
  const asked = asksFrom(await searchParams)
  const screen = await getOpeningScreen('case', asked)
  if (!screen) forbidden()
  const t = await getTranslations()
  return (
    <StepPage
      screen={screen}
      title={t('cases.title')}
      {...(screen.takenOver && asked && { fixed: { earlier: asked.id, earlierAs: asked.as } })}
    >
      <Begin asked={asked} takenOver={screen.takenOver} />
    </StepPage>
  )
}
