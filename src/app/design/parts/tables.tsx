import { getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { Table } from '@/ui/table'
import { SelectAll, SelectionBar } from '@/ui/table-select'
import { Tag } from '@/ui/tag'
import { RtlName, Sample } from './group'
import { caseNumber, people, towns } from './samples'

type T = Awaited<ReturnType<typeof getTranslations>>

const columns = (t: T) => [
  { key: 'who', label: t('who') },
  { key: 'number', label: t('number') },
  { key: 'task', label: t('task') },
  {
    key: 'days',
    label: t('days'),
    align: 'right' as const,
    sort: { href: '#table', now: 'descending' as const },
  },
  { key: 'due', label: t('due'), sort: { href: '#table' } },
]

const rows = (t: T) =>
  [
    { key: 'a', who: people.short, task: t('check'), days: 249, due: <Tag tone="danger">{t('late')}</Tag> },
    { key: 'b', who: people.long, task: t('home'), days: 173, due: '23-11-2026' },
    { key: 'c', who: <RtlName />, task: t('home'), days: 36, due: '30-11-2026' },
  ].map(({ key, days, ...cells }) => ({
    key,
    href: '#table',
    tick: t('tick', { who: key === 'a' ? people.short : key === 'b' ? people.long : people.rtl }),
    cells: { ...cells, number: caseNumber, days: t('nDays', { n: days }) },
  }))

/** A table whose rows can be ticked, with what can be done to them. */
async function Ticked() {
  const t = await getTranslations('design.table')
  return (
    <form action="/design#table">
      <Table
        caption={t('selectCaption')}
        columns={columns(t).map(({ sort: _, ...column }) => column)}
        rows={rows(t)}
        empty={null}
        select={{ name: 'case', all: <SelectAll label={t('all')} /> }}
      />
      <SelectionBar label={t('chosen')}>
        <Button type="submit">{t('assign')}</Button>
      </SelectionBar>
    </form>
  )
}

async function Wide() {
  const t = await getTranslations('design.table')
  const months = Array.from(
    { length: 18 },
    (_, i) => `${String((i % 12) + 1).padStart(2, '0')}-${2025 + Math.floor(i / 12)}`,
  )
  return (
    <Table
      wide
      caption={t('months')}
      columns={[
        { key: 'town', label: t('town') },
        ...months.map((month) => ({ key: month, label: month, align: 'right' as const })),
      ]}
      rows={towns.slice(0, 3).map((town, i) => ({
        key: town,
        cells: { town, ...Object.fromEntries(months.map((month, m) => [month, (i * 7 + m * 3) % 11])) },
      }))}
      empty={null}
    />
  )
}

/** Lists of one kind of thing. */
export async function Tables() {
  const t = await getTranslations('design.table')
  return (
    <>
      <Sample full state={['sorted', 'long', 'rtl']}>
        <Table caption={t('caption')} columns={columns(t)} rows={rows(t)} empty={null} />
      </Sample>
      <Sample full state="selected">
        <Ticked />
      </Sample>
      <Sample full state="wide">
        <Wide />
      </Sample>
      <Sample full state="empty">
        <EmptyState title={t('empty')} action={<LinkButton href="/">{t('emptyAction')}</LinkButton>}>
          {t('emptyHelp')}
        </EmptyState>
      </Sample>
    </>
  )
}
