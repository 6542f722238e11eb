import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Asked } from '@/domain/privacy/journal-filter'
import { Entries } from '@/features/journal/components/entries'
import { chosen } from '@/features/journal/components/selection'
import { PRINTED, takeEntries } from '@/features/journal/queries'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { PageTitle } from '@/ui/page-title'
import { PrintButton } from '@/ui/print-button'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<Asked> }

export default async function PrintPage({ searchParams }: Props) {
  const taken = await takeEntries(await searchParams, PRINTED)
  if (!taken) forbidden()
  const t = await getTranslations('journal')
  const { longDay } = await formats()
  const title = t('printTitle', { organisation: taken.actor.organisationName })
  const kind = t(`kinds.${taken.filter.kind ?? 'all'}`)
  const about = [kind, ...(await chosen(taken)).map((chip) => chip.label)].join(' · ')
  return (
    <>
      <Title text={title} />
      <PageTitle
        title={title}
        kicker={t('printed', { person: taken.actor.name, day: longDay(taken.day) })}
        lead={about}
        actions={
          <>
            <PrintButton variant="primary">{t('printNow')}</PrintButton>
            <LinkButton href={paths.journal}>{t('backToJournal')}</LinkButton>
          </>
        }
      />
      {taken.entries.length === PRINTED && <p className="mb-4">{t('printMost', { n: PRINTED })}</p>}
      <Entries entries={taken.entries} all />
      <p className="mt-2 text-soft">{t('visitHelp')}</p>
    </>
  )
}
