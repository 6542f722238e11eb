import { getTranslations } from 'next-intl/server'
import { FindForm } from '@/features/search/components/find-form'
import { currentActor } from '@/server/session'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function SearchPage() {
  await currentActor()
  const t = await getTranslations()
  const texts = {
    label: t('search.label'),
    submit: t('search.submit'),
    pending: t('form.pending'),
    emergency: t('search.emergency'),
  }
  return (
    <>
      <Title text={t('search.title')} />
      <PageTitle title={t('search.title')} lead={t('search.lead')} />
      <FindForm texts={texts} />
    </>
  )
}
