import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Asked } from '@/domain/worklist/work-filter'
import { Drafts } from '@/features/step/components/drafts'
import { GivenTasks } from '@/features/worklist/components/given-tasks'
import { Start } from '@/features/worklist/components/start'
import { getStartScreen } from '@/features/worklist/queries'
import { paths } from '@/paths'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

/** Where they begin who have no tasks. */
const ELSEWHERE = { report: paths.report, journal: paths.journal, organisation: paths.list('membership') }

type Props = { searchParams: Promise<Asked> }

export default async function StartPage({ searchParams }: Props) {
  const start = await getStartScreen(await searchParams)
  if (start.page !== 'work') redirect(ELSEWHERE[start.page])
  const t = await getTranslations('work')
  const { counts } = start.parts.tasks ?? {}
  const total = counts && Object.values(counts).reduce((sum, n) => sum + n, 0)
  const lead =
    total === undefined
      ? t('hello', { name: start.name })
      : `${t('lead', { name: start.name, n: total })} ${counts?.overdue ? t('overdue', { n: counts.overdue }) : ''}`
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={lead} />
      <Drafts />
      <GivenTasks />
      <Start start={start} />
    </>
  )
}
