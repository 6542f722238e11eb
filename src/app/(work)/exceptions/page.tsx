import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Exceptions } from '@/features/tafel/components/exceptions'
import { getExceptionsScreen } from '@/features/tafel/exceptions'
import { PageTitle } from '@/ui/page-title'
import { PrintButton } from '@/ui/print-button'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ rule?: string; after?: string }> }

export default async function ExceptionsPage({ searchParams }: Props) {
  const screen = await getExceptionsScreen(await searchParams)
  if (!screen) notFound()
  const t = await getTranslations('exceptions')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead')} actions={<PrintButton>{t('print')}</PrintButton>} />
      <Exceptions screen={screen} />
    </>
  )
}
