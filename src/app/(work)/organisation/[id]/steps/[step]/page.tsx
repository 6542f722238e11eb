import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { StepPage } from '@/features/step/components/step-page'
import { getStepScreen } from '@/features/step/queries'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string; step: string }> }

export default async function MembershipStepPage({ params }: Props) {
  const { id, step } = await params
  const screen = await getStepScreen('membership', id, step)
  if (!screen) notFound()
  const t = await getTranslations('steps')
  return (
    <>
      <Title text={t(`${screen.step}.label`)} />
      <StepPage screen={screen} title={screen.colleague ?? screen.number} />
    </>
  )
}
