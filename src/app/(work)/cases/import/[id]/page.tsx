import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Asked } from '@/features/import/asked'
import { MappingForm } from '@/features/import/components/mapping'
import { Preview } from '@/features/import/components/preview'
import { Result, Running } from '@/features/import/components/running'
import { Back } from '@/features/import/components/start'
import { getImportScreen, type ImportScreen } from '@/features/import/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Asked> }

function Stage(screen: ImportScreen) {
  const { its, asked } = screen
  if (its.state === 'mapping' || (its.state === 'checked' && asked.again)) return <MappingForm {...screen} />
  if (its.state === 'checked') return <Preview {...screen} />
  return its.state === 'running' ? <Running {...screen} /> : <Result {...screen} />
}

export default async function ImportPage({ params, searchParams }: Props) {
  const screen = await getImportScreen((await params).id, await searchParams)
  if (!screen) notFound()
  const t = await getTranslations('import')
  return (
    <>
      <Title text={t('title')} />
      <Back />
      <PageTitle title={t('title')} />
      <Stage {...screen} />
    </>
  )
}
