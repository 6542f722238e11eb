import { notFound } from 'next/navigation'
import { ClientCopy } from '@/features/case/components/client-copy'
import { getCopyScreen } from '@/features/case/copy-queries'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }> }

export default async function CaseCopyPage({ params }: Props) {
  const screen = await getCopyScreen((await params).id)
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <ClientCopy screen={screen} />
    </>
  )
}
