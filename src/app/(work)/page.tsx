import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { COUNTED } from '@/domain/kernel/paging'
import type { Asked } from '@/domain/worklist/work-filter'
import { Drafts } from '@/features/step/components/drafts'
import { GivenTasks } from '@/features/worklist/components/given-tasks'
import { Start } from '@/features/worklist/components/start'
import { getStartScreen } from '@/features/worklist/queries'
import type { DueCounts } from '@/features/worklist/work-lines'
import { paths } from '@/paths'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

/** Where they begin who have no tasks. */
const ELSEWHERE = { report: paths.report, journal: paths.journal, organisation: paths.list('membership') }

type T = Awaited<ReturnType<typeof getTranslations>>

/** How much waits, and how much of it is too late. What was not counted to its end is more than what was. */
function leadOf(t: T, name: string, counts: DueCounts): string {
  const groups = Object.values(counts)
  const n = groups.reduce((sum, group) => sum + Math.min(group, COUNTED), 0)
  const all = t(groups.some((group) => group > COUNTED) ? 'leadOfMore' : 'lead', { name, n })
  const { overdue } = counts
  if (!overdue) return all
  const late = overdue > COUNTED ? t('overdueOfMore', { n: COUNTED }) : t('overdue', { n: overdue })
  return `${all} ${late}`
}

type Props = { searchParams: Promise<Asked> }

export default async function StartPage({ searchParams }: Props) {
  const start = await getStartScreen(await searchParams)
  if (start.page !== 'work') redirect(ELSEWHERE[start.page])
  const t = await getTranslations('work')
  const { counts } = start.parts.tasks ?? {}
  const lead = counts ? leadOf(t, start.name, counts) : t('hello', { name: start.name })
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={lead} />
      <Drafts drafts={start.drafts} />
      <GivenTasks tasks={start.given} />
      <Start start={start} />
    </>
  )
}
