import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { getStoryScreen } from '@/features/case/story-queries'
import { Story } from '@/features/step/components/story'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }> }

export default async function CaseTimelinePage({ params }: Props) {
  const screen = await getStoryScreen((await params).id)
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="timeline" />
      <Story story={screen.story} />
    </>
  )
}
