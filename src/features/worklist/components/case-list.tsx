import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { EmptyState } from '@/ui/empty-state'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { CaseLine } from '../case-lines'
import { who } from './work-list'

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
      due: l.dueOn ? (
        <span className="inline-flex flex-wrap items-center gap-2">
          {day(l.dueOn)}
          {l.overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
        </span>
      ) : (
        ''
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
