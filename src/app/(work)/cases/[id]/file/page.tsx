import { notFound } from 'next/navigation'
import { CaseHeader } from '@/features/case/components/case-head'
import { ForClient } from '@/features/case/components/client-copy'
import { FileSections } from '@/features/case/components/file-sections'
import { getFileScreen } from '@/features/case/file-queries'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }> }

export default async function CaseFilePage({ params }: Props) {
  const screen = await getFileScreen((await params).id)
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="file" />
      <ForClient head={screen.head} />
      <FileSections screen={screen} />
    </>
  )
}
