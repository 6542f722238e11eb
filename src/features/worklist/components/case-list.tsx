import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { CaseSort } from '@/domain/worklist/case-filter'
import { type CaseColumn, usualColumns } from '@/domain/worklist/case-view'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { EmptyState } from '@/ui/empty-state'
import { Table } from '@/ui/table'
import { SelectAll } from '@/ui/table-select'
import { Tag } from '@/ui/tag'
import type { CaseLine } from '../case-lines'
import { AwayTag } from './away'
import { columnNames } from './case-columns'
import { who } from './work-list'

/** Where the list stands in another order, and which one it is in; absent where it has only one. */
export type Ordered = { now: CaseSort; href: (sort: CaseSort) => string }

async function cellsOf(l: CaseLine) {
  const t = await getTranslations()
  const { day } = await formats()
  return {
    who: <span dir="auto">{who(l)}</span>,
    number: <span className="whitespace-nowrap">{l.number}</span>,
    stage: t(`stages.case.${l.stage}`),
    waiting: l.waitingDays === null ? '' : t('list.days', { n: l.waitingDays }),
    turn: l.task && l.holder ? t(`tasks.${l.task}.waits`, { holder: l.holder }) : '',
    since: l.since ? <span className="whitespace-nowrap">{day(l.since)}</span> : '',
    mentor: (
      <span className="inline-flex flex-wrap items-center gap-2">
        <span dir="auto">{l.mentor}</span>
        <AwayTag away={l.away} />
      </span>
    ),
    due: l.dueOn ? (
      <span className="inline-flex flex-wrap items-center gap-2">
        <span className="whitespace-nowrap">{day(l.dueOn)}</span>
        {l.overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
      </span>
    ) : (
      ''
    ),
  }
}

async function columnsOf(chosen: readonly CaseColumn[], order: Ordered | undefined) {
  const t = await getTranslations('list')
  const names = await columnNames()
  const sortable = (sort: CaseSort, way: 'ascending' | 'descending') =>
    order && { sort: { href: order.href(sort), ...(order.now === sort && { now: way }) } }
  const all = [
    { key: 'number', ...sortable('number', 'ascending') },
    { key: 'stage' },
    { key: 'waiting', align: 'right' as const, ...sortable('waiting', 'descending') },
    { key: 'turn' },
    { key: 'since' },
    { key: 'mentor' },
    { key: 'due', ...sortable('due', 'ascending') },
  ]
    .filter(({ key }) => chosen.includes(key as CaseColumn))
    .map((column) => ({ ...column, label: names[column.key as CaseColumn] }))
  return [{ key: 'who', label: t('who') }, ...all]
}

type Props = {
  lines: readonly CaseLine[]
  columns?: readonly CaseColumn[]
  order?: Ordered
  none?: ReactNode
  /** Rows can be ticked, for the form around the list. */
  picking?: boolean
}

/** The cases that I may see. */
export async function CaseList({ lines, columns = usualColumns, order, none, picking }: Props) {
  const t = await getTranslations()
  const rows = await Promise.all(
    lines.map(async (l) => ({
      key: l.id,
      href: paths.subject('case', l.id),
      cells: await cellsOf(l),
      ...(picking && { tick: t('selection.together.pick', { who: who(l) }) }),
    })),
  )
  return (
    <Table
      caption={t('cases.caption')}
      captionHidden
      columns={await columnsOf(columns, order)}
      rows={rows}
      {...(picking && {
        select: { name: 'case', all: <SelectAll label={t('selection.together.pickAll')} /> },
      })}
      empty={none ?? <EmptyState title={t('cases.empty')}>{t('cases.emptyHelp')}</EmptyState>}
    />
  )
}
