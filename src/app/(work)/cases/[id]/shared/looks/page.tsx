import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { Looks } from '@/features/case/components/looks'
import { getLooksScreen } from '@/features/case/looks-queries'
import { Title } from '@/ui/title'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CaseLooksPage({ params, searchParams }: Props) {
  const screen = await getLooksScreen((await params).id, await searchParams)
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="shared" />
      <Looks screen={screen} />
    </>
  )
}
