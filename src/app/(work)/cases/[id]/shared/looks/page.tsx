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
      {/* Who takes part in a shielded case tells where the client is: it does not come on paper. */}
      <div className={screen.head.shield ? 'ui-print-hide' : undefined}>
        <CaseHeader head={screen.head} tab="shared" />
      </div>
      <Looks screen={screen} />
    </>
  )
}
