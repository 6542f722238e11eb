import { notFound } from 'next/navigation'
import { fitting, storyFilter } from '@/domain/case/story-filter'
import { CaseHeader } from '@/features/case/components/case-head'
import { ChooseStory, PrintedHead } from '@/features/case/components/timeline'
import { getStoryScreen } from '@/features/case/story-queries'
import { Story } from '@/features/step/components/story'
import { Title } from '@/ui/title'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CaseTimelinePage({ params, searchParams }: Props) {
  const screen = await getStoryScreen((await params).id)
  if (!screen) notFound()
  const { head, story } = screen
  const asked = await searchParams
  if (asked.print === 'all')
    return (
      <>
        <Title text={head.number} />
        <PrintedHead screen={screen} />
        <Story story={story} />
      </>
    )
  const filter = storyFilter(asked)
  const shown = fitting(story, filter)
  return (
    <>
      <Title text={head.number} />
      <CaseHeader head={head} tab="timeline" />
      <ChooseStory screen={screen} filter={filter} shown={shown.length} />
      {(shown.length > 0 || story.length === 0) && <Story story={shown} />}
    </>
  )
}
