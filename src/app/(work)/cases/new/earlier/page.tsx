import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openingStep } from '@/domain/case/steps'
import { FindEarlier } from '@/features/entry/components/find-earlier'
import { paths } from '@/paths'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function EarlierPage() {
  const t = await getTranslations()
  if (!openingStep('case', (await currentActor()).role)) forbidden()
  const texts = { label: t('entry.search'), submit: t('cases.find'), pending: t('form.pending') }
  return (
    <>
      <Title text={t('entry.title')} />
      <p className="mb-4">
        <AppLink href={paths.open('case')}>{t('form.back', { title: t('steps.openCase.label') })}</AppLink>
      </p>
      <PageTitle title={t('entry.title')} lead={t('entry.lead')} />
      <FindEarlier texts={texts} />
      <p>
        <AppLink href={paths.open('case')}>{t('entry.without')}</AppLink>
      </p>
    </>
  )
}
