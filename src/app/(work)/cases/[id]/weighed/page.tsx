import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CaseHeader } from '@/features/case/components/case-head'
import { Weighed } from '@/features/case/components/weighed'
import { getWeighedScreen } from '@/features/case/weighed-queries'
import { PrintButton } from '@/ui/print-button'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }> }

export default async function CaseWeighedPage({ params }: Props) {
  const screen = await getWeighedScreen((await params).id)
  if (!screen) notFound()
  const t = await getTranslations('weighed')
  return (
    <>
      <Title text={screen.head.number} />
      <CaseHeader head={screen.head} tab="overview" />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-xl">{t('title')}</h2>
          <p className="text-soft">{t('lead')}</p>
        </div>
        <PrintButton>{t('print')}</PrintButton>
      </div>
      <Weighed screen={screen} />
    </>
  )
}
