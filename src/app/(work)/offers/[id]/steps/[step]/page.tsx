import { notFound } from 'next/navigation'
import { GiveLink } from '@/features/offer/components/give-link'
import { OfferWithdrawal } from '@/features/offer/components/withdrawal'
import { getWithdrawal } from '@/features/offer/withdrawal'
import { StepPage } from '@/features/step/components/step-page'
import { getStepScreen } from '@/features/step/queries'

type Props = {
  params: Promise<{ id: string; step: string }>
  /** What the client said by a link, as the form begins with it. */
  searchParams: Promise<{ reason?: string; helped?: string }>
}

export default async function OfferStepPage({ params, searchParams }: Props) {
  const { id, step } = await params
  const { reason, helped } = await searchParams
  const screen = await getStepScreen('offer', id, step, { reason, helped })
  if (!screen) notFound()
  const follows = step === 'withdrawOffer' && !screen.refusal ? await getWithdrawal('offer', id) : null
  return (
    <StepPage
      screen={screen}
      title={screen.number}
      {...(step === 'giveLink' && { form: <GiveLink offer={id} /> })}
    >
      <OfferWithdrawal follows={follows} />
    </StepPage>
  )
}
