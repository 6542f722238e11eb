import { getTranslations } from 'next-intl/server'
import { dueGroups } from '@/domain/worklist/due'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { WorkLine } from '../work-lines'

/** Whom a line is about, as far as this person may know. */
export const who = (line: { name: string | null; initials: string | null; number: string }) =>
  line.name ?? line.initials ?? line.number

/** The last day of a task, and whether that has passed. */
export async function Due({ line }: { line: Pick<WorkLine, 'dueOn' | 'group' | 'late'> }) {
  const t = await getTranslations()
  const { day } = await formats()
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <span className="whitespace-nowrap">{day(line.dueOn)}</span>
      {line.group === 'overdue' && <Tag tone="danger">{t('work.late.days', { n: line.late })}</Tag>}
      {line.group === 'paused' && <Tag tone="neutral">{t('panel.paused')}</Tag>}
    </span>
  )
}

/** The way to a task for whoever keeps this one waiting. */
export async function AskAfter({ line }: { line: WorkLine }) {
  const t = await getTranslations('work')
  if (line.kind !== 'case') return null
  return (
    <span className="whitespace-nowrap">
      <AppLink href={paths.askAfter(line.subjectId, line.task)}>
        {t('askAfter')}
        <span className="sr-only">: {who(line)}</span>
      </AppLink>
    </span>
  )
}

/** What waits on me, by when it ends. */
export async function WorkList({ lines }: { lines: readonly WorkLine[] }) {
  const t = await getTranslations()
  const inGroups = dueGroups.flatMap((group) => lines.filter((line) => line.group === group))
  const rows = inGroups.map((l) => ({
    key: l.id,
    href: paths.subject(l.kind, l.subjectId),
    group: t(`work.due.${l.group}`),
    cells: {
      who: l.kind === 'tafel' ? t('work.aTafel') : <span dir="auto">{who(l)}</span>,
      number: <span className="whitespace-nowrap">{l.number}</span>,
      task: t(`tasks.${l.task}.label`),
      waiting: l.waitingDays === null ? '' : t('list.days', { n: l.waitingDays }),
      due: <Due line={l} />,
    },
  }))
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number'), hideOnPhone: true },
    { key: 'task', label: t('list.task') },
    { key: 'waiting', label: t('list.ready'), align: 'right' as const, hideOnPhone: true },
    { key: 'due', label: t('list.due') },
  ]
  return (
    <Table
      caption={t('work.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      empty={<EmptyState title={t('work.empty')}>{t('work.emptyHelp')}</EmptyState>}
    />
  )
}
