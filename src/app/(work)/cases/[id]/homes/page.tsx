import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { getHomesScreen } from '@/features/case/homes-queries'
import { Homes } from '@/features/matching/components/homes'
import { Title } from '@/ui/title'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ home?: string | string[]; without?: string | string[] }>
}

export default async function CaseHomesPage({ params, searchParams }: Props) {
  const { home, without } = await searchParams
  const screen = await getHomesScreen((await params).id, [home].flat()[0])
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="homes" />
      <Homes id={screen.head.id} homes={screen.homes} without={[without].flat()[0]} />
    </>
  )
}
