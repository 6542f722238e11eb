import { notFound } from 'next/navigation'
import { StepPage } from '@/features/step/components/step-page'
import { getStepScreen } from '@/features/step/queries'

type Props = { params: Promise<{ id: string; step: string }> }

export default async function DwellingStepPage({ params }: Props) {
  const { id, step } = await params
  const screen = await getStepScreen('dwelling', id, step)
  if (!screen) notFound()
  return <StepPage screen={screen} title={screen.number} />
}
