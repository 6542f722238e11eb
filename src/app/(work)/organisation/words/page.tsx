import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnWordsPage } from '@/features/own-words/components/words'
import { getWordsScreen } from '@/features/own-words/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function WordsPage() {
  const screen = await getWordsScreen()
  if (!screen) notFound()
  const t = await getTranslations('ownWords')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead', { organisation: screen.organisation })} />
      <OwnWordsPage screen={screen} />
    </>
  )
}
