import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { CaseSort } from '@/domain/worklist/case-filter'
import { type CaseColumn, usualColumns } from '@/domain/worklist/case-view'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { Away } from '@/server/absence'
import { EmptyState } from '@/ui/empty-state'
import { type LineCell, type LineColumn, LineTable } from '@/ui/line-table'
import { SelectAll } from '@/ui/table-select'
import type { CaseLine } from '../case-lines'
import { awayWords } from './away'
import { columnNames } from './case-columns'
import { who } from './work-list'

/** Where the list stands in another order, and which one it is in; absent where it has only one. */
type Ordered = { now: CaseSort; href: (sort: CaseSort) => string }

type T = Awaited<ReturnType<typeof getTranslations>>
type Day = (day: string) => string

/** What stands in each column, in words. */
const cells: { readonly [C in CaseColumn]: (l: CaseLine, t: T, day: Day) => LineCell } = {
  number: (l) => l.number,
  stage: (l, t) => t(`stages.case.${l.stage}`),
  waiting: (l, t) => (l.waitingDays === null ? '' : t('list.days', { n: l.waitingDays })),
  turn: (l, t) => (l.task && l.holder ? t(`tasks.${l.task}.waits`, { holder: l.holder }) : ''),
  since: (l, _t, day) => (l.since ? day(l.since) : ''),
  mentor: (l, t, day) => withAway(l.mentor ?? '', l.away, t, day),
  due: (l, t, day) => {
    if (!l.dueOn) return ''
    return l.overdue ? [day(l.dueOn), 'danger', t('panel.overdue')] : day(l.dueOn)
  },
}

const withAway = (name: string, away: Away | undefined, t: T, day: Day): LineCell =>
  away ? [name, 'warning', awayWords(away, t, day)] : name

async function columnsOf(chosen: readonly CaseColumn[], order: Ordered | undefined): Promise<LineColumn[]> {
  const t = await getTranslations('list')
  const names = await columnNames()
  const sortable = (sort: CaseSort, way: 'ascending' | 'descending') =>
    order && { sort: { href: order.href(sort), ...(order.now === sort && { now: way }) } }
  const all: (Omit<LineColumn, 'label'> & { key: CaseColumn })[] = [
    { key: 'number', whole: true, ...sortable('number', 'ascending') },
    { key: 'stage' },
    { key: 'waiting', align: 'right', ...sortable('waiting', 'descending') },
    { key: 'turn' },
    { key: 'since', whole: true },
    { key: 'mentor', auto: true },
    { key: 'due', whole: true, ...sortable('due', 'ascending') },
  ]
  return [
    { key: 'who', label: t('who'), auto: true },
    ...all
      .filter(({ key }) => chosen.includes(key))
      .map((column) => ({ ...column, label: names[column.key] })),
  ]
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
export async function CaseList({ lines, columns: chosen = usualColumns, order, none, picking }: Props) {
  const t = await getTranslations()
  const { day } = await formats()
  const columns = await columnsOf(chosen, order)
  const shown = columns.slice(1).map(({ key }) => cells[key as CaseColumn])
  const rows = lines.map((l) => ({
    key: l.id,
    href: paths.subject('case', l.id),
    cells: [who(l), ...shown.map((cell) => cell(l, t, day))],
    ...(picking && { tick: t('selection.together.pick', { who: who(l) }) }),
  }))
  return (
    <LineTable
      caption={t('cases.caption')}
      columns={columns}
      lines={rows}
      {...(picking && {
        select: { name: 'case', all: <SelectAll label={t('selection.together.pickAll')} /> },
      })}
      empty={none ?? <EmptyState title={t('cases.empty')}>{t('cases.emptyHelp')}</EmptyState>}
    />
  )
}
