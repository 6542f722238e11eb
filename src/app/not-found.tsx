import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function NotFound() {
  const t = await getTranslations('errors404')
  return (
    <main id="main" className="mx-auto grid max-w-[44rem] gap-4 p-6">
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('text')} />
      <p>
        <AppLink href={paths.work}>{t('back')}</AppLink>
      </p>
    </main>
  )
}
