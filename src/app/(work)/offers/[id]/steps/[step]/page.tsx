import { notFound } from 'next/navigation'
import { OfferWithdrawal } from '@/features/offer/components/withdrawal'
import { getWithdrawal } from '@/features/offer/withdrawal'
import { StepPage } from '@/features/step/components/step-page'
import { getStepScreen } from '@/features/step/queries'

type Props = { params: Promise<{ id: string; step: string }> }

export default async function OfferStepPage({ params }: Props) {
  const { id, step } = await params
  const screen = await getStepScreen('offer', id, step)
  if (!screen) notFound()
  const follows = step === 'withdrawOffer' && !screen.refusal ? await getWithdrawal('offer', id) : null
  return (
    <StepPage screen={screen} title={screen.number}>
      <OfferWithdrawal follows={follows} />
    </StepPage>
  )
}
