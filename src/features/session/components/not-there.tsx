import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

/** What someone finds at an address that is not there for them. */
export async function NotThere() {
  const t = await getTranslations('errors404')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('text')} />
      <p>
        <AppLink href={paths.work}>{t('back')}</AppLink>
      </p>
    </>
  )
}
