import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { ConsentLedger } from '@/features/case/components/consent-ledger'
import { getConsentsScreen } from '@/features/case/consent-queries'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ for?: string | string[] }> }

export default async function CaseConsentsPage({ params, searchParams }: Props) {
  const asked = [(await searchParams).for].flat()[0]
  const screen = await getConsentsScreen((await params).id, asked)
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="consents" />
      <ConsentLedger screen={screen} />
    </>
  )
}
