import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Asked } from '@/features/import/asked'
import { Start } from '@/features/import/components/start'
import { getImportsScreen } from '@/features/import/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<Asked> }

export default async function ImportsPage({ searchParams }: Props) {
  const screen = await getImportsScreen(await searchParams)
  if (!screen) forbidden()
  const t = await getTranslations('import')
  return (
    <>
      <Title text={t('title')} />
      <p className="mb-4">
        <AppLink href={paths.list('case')}>{t('back')}</AppLink>
      </p>
      <PageTitle title={t('title')} lead={t('lead')} />
      <Start imports={screen.imports} fault={screen.asked.fault} sample={screen.sample} />
    </>
  )
}
