import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { SeenFile } from '@/features/case/components/seen-file'
import { getSeenScreen } from '@/features/case/seen-queries'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ as?: string | string[] }> }

export default async function CaseSeenPage({ params, searchParams }: Props) {
  const { as } = await searchParams
  const screen = await getSeenScreen((await params).id, [as].flat()[0])
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="seen" />
      <SeenFile screen={screen} />
    </>
  )
}
