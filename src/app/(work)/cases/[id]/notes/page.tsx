import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { Notes } from '@/features/case/components/notes'
import { getNotesScreen } from '@/features/case/note-queries'
import { Done } from '@/features/step/components/story'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function CaseNotesPage({ params, searchParams }: Props) {
  const screen = await getNotesScreen((await params).id)
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="notes" />
      <Done step={(await searchParams).done} />
      <Notes screen={screen} />
    </>
  )
}
