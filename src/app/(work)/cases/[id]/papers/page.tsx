import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { Papers } from '@/features/case/components/papers'
import { getPapersScreen } from '@/features/case/paper-queries'
import { Done } from '@/features/step/components/story'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function CasePapersPage({ params, searchParams }: Props) {
  const screen = await getPapersScreen((await params).id)
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="papers" />
      <Done step={(await searchParams).done} />
      <Papers screen={screen} />
    </>
  )
}
