import { getTranslations } from 'next-intl/server'
import { dueGroups } from '@/domain/worklist/due'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { type LineCell, type LineColumn, LineTable } from '@/ui/line-table'
import { Tag } from '@/ui/tag'
import type { WorkLine } from '../work-lines'

type T = Awaited<ReturnType<typeof getTranslations>>

/** Whom a line is about, as far as this person may know. */
export const who = (line: { name: string | null; initials: string | null; number: string }) =>
  line.name ?? line.initials ?? line.number

type Day = (day: string) => string

/** The last day of a task, and whether that has passed. It waits for nothing: what a part waits for is sent by itself. */
export function Due({ line, t, day }: { line: Pick<WorkLine, 'dueOn' | 'group' | 'late'>; t: T; day: Day }) {
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

/** The last day of a task in a list of words, with whether that has passed. */
const dueIn = (l: WorkLine, day: string, t: T): LineCell => {
  if (l.group === 'overdue') return [day, 'danger', t('work.late.days', { n: l.late })]
  return l.group === 'paused' ? [day, 'neutral', t('panel.paused')] : day
}

/** What waits on me, by when it ends. */
export async function WorkList({ lines }: { lines: readonly WorkLine[] }) {
  const t = await getTranslations()
  const { day } = await formats()
  const inGroups = dueGroups.flatMap((group) => lines.filter((line) => line.group === group))
  const rows = inGroups.map((l) => ({
    key: l.id,
    href: paths.subject(l.kind, l.subjectId),
    group: t(`work.due.${l.group}`),
    cells: [
      l.kind === 'tafel' ? t('work.aTafel') : who(l),
      l.number,
      t(`tasks.${l.task}.label`),
      l.waitingDays === null ? '' : t('list.days', { n: l.waitingDays }),
      dueIn(l, day(l.dueOn), t),
    ],
  }))
  const columns: LineColumn[] = [
    { key: 'who', label: t('list.who'), auto: true },
    { key: 'number', label: t('list.number'), hideOnPhone: true, whole: true },
    { key: 'task', label: t('list.task') },
    { key: 'waiting', label: t('list.ready'), align: 'right', hideOnPhone: true },
    { key: 'due', label: t('list.due'), whole: true },
  ]
  return (
    <LineTable
      caption={t('work.caption')}
      columns={columns}
      lines={rows}
      empty={<EmptyState title={t('work.empty')}>{t('work.emptyHelp')}</EmptyState>}
    />
  )
}
