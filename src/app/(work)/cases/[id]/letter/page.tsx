import { notFound } from 'next/navigation'
import { ClientLetter } from '@/features/case/components/letter'
import { getLetterScreen } from '@/features/case/letter-queries'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }> }

export default async function CaseLetterPage({ params }: Props) {
  const screen = await getLetterScreen((await params).id)
  if (!screen) notFound()
  return (
    <>
      <Title text={screen.head.number} />
      <ClientLetter screen={screen} />
    </>
  )
}
