import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Asked } from '@/domain/privacy/journal-filter'
import { ReviewsPart } from '@/features/emergency/components/emergency-parts'
import { getReviews } from '@/features/emergency/queries'
import { Entries } from '@/features/journal/components/entries'
import { Choose, Kinds, Pages, Take } from '@/features/journal/components/selection'
import { Watch } from '@/features/journal/components/watch'
import { getJournalScreen } from '@/features/journal/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<Asked> }

export default async function JournalPage({ searchParams }: Props) {
  const screen = await getJournalScreen(await searchParams)
  if (!screen) forbidden()
  const t = await getTranslations('journal')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead', { organisation: screen.organisation })} />
      {screen.watch && <ReviewsPart reviews={await getReviews()} />}
      {screen.watch && <Watch watch={screen.watch} />}
      <Kinds {...screen} />
      <Choose selection={screen} />
      <Entries entries={screen.page.rows} />
      <p className="mt-2 max-w-[68ch] text-soft">{t('visitHelp')}</p>
      <div className="flex flex-wrap items-start justify-between gap-x-8">
        <Pages {...screen} />
        <Take {...screen} />
      </div>
    </>
  )
}
