import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { getStoryScreen } from '@/features/case/queries'
import { Story } from '@/features/step/components/story'

type Props = { params: Promise<{ id: string }> }

export default async function CaseTimelinePage({ params }: Props) {
  const screen = await getStoryScreen((await params).id)
  if (!screen) notFound()
  return (
    <>
      <title>{screen.head.number}</title>
      <CaseHeader head={screen.head} tab="timeline" />
      <Story story={screen.story} />
    </>
  )
}
