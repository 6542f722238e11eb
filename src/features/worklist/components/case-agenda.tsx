import { getTranslations } from 'next-intl/server'
import { holidayOn } from '@/domain/kernel/days'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { EmptyState } from '@/ui/empty-state'
import { type Row, Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { CasesScreen } from '../cases'
import type { Term, Terms } from '../terms'
import { MonthHead } from './case-month'
import { who } from './work-list'

async function rowOf(term: Term): Promise<Row> {
  const t = await getTranslations()
  const { weekday } = await formats()
  const holiday = holidayOn(term.dueOn)
  const day = weekday(term.dueOn)
  return {
    key: term.id,
    href: paths.subject('case', term.caseId),
    group: holiday ? t('selection.terms.holiday', { day, holiday: t(`selection.holidays.${holiday}`) }) : day,
    cells: {
      who: <span dir="auto">{who(term)}</span>,
      number: <span className="whitespace-nowrap">{term.number}</span>,
      task: (
        <span className="inline-flex flex-wrap items-center gap-2">
          {t(`tasks.${term.task}.label`)}
          {term.overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
        </span>
      ),
      holder: <span dir="auto">{term.holder}</span>,
      stage: t(`stages.case.${term.stage}`),
    },
  }
}

/** The terms of a selection below each other, day by day. */
export async function AgendaOfTerms({ screen, terms }: { screen: CasesScreen; terms: Terms }) {
  const t = await getTranslations()
  const { month: named } = await formats()
  const month = named(screen.view.month)
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number'), hideOnPhone: true },
    { key: 'task', label: t('list.task') },
    { key: 'holder', label: t('work.columns.holder') },
    { key: 'stage', label: t('list.stage'), hideOnPhone: true },
  ]
  return (
    <>
      <MonthHead screen={screen} terms={terms} />
      <Table
        caption={t('selection.terms.caption', { month })}
        columns={columns}
        rows={await Promise.all(terms.terms.map(rowOf))}
        empty={
          <EmptyState title={t('selection.terms.none', { month })}>
            {t('selection.terms.noneHelp')}
          </EmptyState>
        }
      />
    </>
  )
}
