import { notFound } from 'next/navigation'
import { HomeWithdrawal } from '@/features/offer/components/withdrawal'
import { getWithdrawal } from '@/features/offer/withdrawal'
import { StepPage } from '@/features/step/components/step-page'
import { getStepScreen } from '@/features/step/queries'

type Props = {
  params: Promise<{ id: string; step: string }>
  searchParams: Promise<{ candidate?: string }>
}

/** A name for one dwelling, as it stands in an address. */
const PSEUDONYM = /^[0-9A-F]{8}$/

export default async function DwellingStepPage({ params, searchParams }: Props) {
  const { id, step } = await params
  const screen = await getStepScreen('dwelling', id, step)
  if (!screen) notFound()
  const { candidate = '' } = await searchParams
  const chosen = step === 'rankReserve' && PSEUDONYM.test(candidate)
  const follows = step === 'withdrawDwelling' && !screen.refusal ? await getWithdrawal('dwelling', id) : null
  return (
    <StepPage screen={screen} title={screen.number} {...(chosen && { fixed: { candidate } })}>
      <HomeWithdrawal follows={follows} />
    </StepPage>
  )
}
