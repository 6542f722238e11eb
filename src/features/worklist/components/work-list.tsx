import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { EmptyState } from '@/ui/empty-state'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { CaseLine, WorkLine } from '../queries'

const who = (line: { name: string | null; initials: string | null; number: string }) =>
  line.name ?? line.initials ?? line.number

/** What waits on me: the first to end on top. */
export async function WorkList({ lines }: { lines: readonly WorkLine[] }) {
  const t = await getTranslations()
  const { day } = await formats()
  const rows = lines.map((l) => ({
    key: l.id,
    href: paths.subject(l.kind, l.subjectId),
    cells: {
      who: <span dir="auto">{who(l)}</span>,
      number: <span className="whitespace-nowrap">{l.number}</span>,
      task: t(`tasks.${l.task}.label`),
      waiting: l.waitingDays === null ? '' : t('list.days', { n: l.waitingDays }),
      since: <span className="whitespace-nowrap">{day(l.since)}</span>,
      due: (
        <span className="inline-flex flex-wrap items-center gap-2">
          {day(l.dueOn)}
          {l.overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
          {l.pausedOn && <Tag tone="neutral">{t('panel.paused')}</Tag>}
        </span>
      ),
    },
  }))
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number') },
    { key: 'task', label: t('list.task') },
    { key: 'waiting', label: t('list.ready'), align: 'right' as const },
    { key: 'since', label: t('list.since'), hideOnPhone: true },
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

/** The cases that I may see. */
export async function CaseList({ lines }: { lines: readonly CaseLine[] }) {
  const t = await getTranslations()
  const { day } = await formats()
  const rows = lines.map((l) => ({
    key: l.id,
    href: paths.subject('case', l.id),
    cells: {
      who: <span dir="auto">{who(l)}</span>,
      number: <span className="whitespace-nowrap">{l.number}</span>,
      stage: t(`stages.case.${l.stage}`),
      waiting: l.waitingDays === null ? '' : t('list.days', { n: l.waitingDays }),
      turn: l.task && l.holder ? t(`tasks.${l.task}.waits`, { holder: l.holder }) : '',
      due: (
        <span className="inline-flex flex-wrap items-center gap-2">
          {l.dueOn && day(l.dueOn)}
          {l.overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
        </span>
      ),
    },
  }))
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number') },
    { key: 'stage', label: t('list.stage') },
    { key: 'waiting', label: t('list.ready'), align: 'right' as const },
    { key: 'turn', label: t('list.turn') },
    { key: 'due', label: t('list.due') },
  ]
  return (
    <Table
      caption={t('cases.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      empty={<EmptyState title={t('cases.empty')}>{t('cases.emptyHelp')}</EmptyState>}
    />
  )
}
