import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { Sharing } from '@/features/case/components/sharing'
import { getSharingScreen } from '@/features/case/sharing-queries'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }> }

export default async function CaseSharedPage({ params }: Props) {
  const screen = await getSharingScreen((await params).id)
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="shared" />
      <Sharing screen={screen} />
    </>
  )
}
