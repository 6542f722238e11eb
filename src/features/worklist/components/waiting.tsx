import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { type Row, Table } from '@/ui/table'
import { TaskList } from '@/ui/task-list'
import type { Standstill } from '../team'
import type { WorkLine } from '../work-lines'
import { type Asking, at } from './addresses'
import { AwayTag } from './away'
import { AskAfter, Due, who } from './work-list'

/** The cases of which a task is too late. */
const lateCases = (asked: Asking = {}) => at(paths.list('case'), { late: 'yes', ...asked })

/** Who of ours waits too long, on whom and for what. */
export async function WaitingPart({ lines }: { lines: readonly WorkLine[] }) {
  const t = await getTranslations()
  const { day } = await formats()
  const items = lines.map((l) => ({
    key: l.id,
    label: <span dir="auto">{who(l)}</span>,
    href: paths.subject(l.kind, l.subjectId),
    hint: (
      <>
        {t(`tasks.${l.task}.waits`, { holder: l.holder })} {l.mentor && l.away ? `(${l.mentor}) ` : ''}
        <AwayTag away={l.away} />
        <br />
        <AskAfter line={l} />
      </>
    ),
    status: <Due line={l} t={t} day={day} />,
  }))
  return (
    <Section
      title={t('work.waiting')}
      aside={items.length ? <AppLink href={lateCases()}>{t('work.all')}</AppLink> : null}
    >
      {items.length ? <TaskList items={items} /> : <p className="text-soft">{t('work.noWaiting')}</p>}
    </Section>
  )
}

type Cells = { title: string; aside?: string | null; keys: readonly string[]; rows: Row[] }

/** Names first, then numbers. */
async function Still({ title, aside, keys, rows }: Cells) {
  const t = await getTranslations('work')
  const numbers = ['cases', 'tasks', 'longest']
  const columns = keys.map((key) => ({
    key,
    label: t(`columns.${key}`),
    ...(numbers.includes(key) && { align: 'right' as const }),
  }))
  const empty = <EmptyState title={t('late.none')}>{t('late.noneHelp')}</EmptyState>
  return (
    <Section title={title} aside={aside}>
      <Table caption={title} captionHidden columns={columns} rows={rows} empty={empty} />
    </Section>
  )
}

/** What stands still in the region: in which gemeente, and with whom. */
export async function RegionPart({ region }: { region: Standstill }) {
  const t = await getTranslations()
  const long = (n: number) => t('work.workdays', { n })
  const gemeenten = region.gemeenten.map((g) => ({
    key: g.gemeenteId,
    href: lateCases({ organisation: g.gemeenteId }),
    cells: { gemeente: g.gemeente, cases: String(g.cases), longest: long(g.longest) },
  }))
  const holders = region.holders.map((h) => ({
    key: `${h.holderId} ${h.task}`,
    href: lateCases({ task: h.task, organisation: h.holderId }),
    cells: {
      holder: h.holder,
      task: t(`tasks.${h.task}.label`),
      tasks: String(h.tasks),
      longest: long(h.longest),
    },
  }))
  const aside = region.more ? t('work.onlyOldest') : null
  return (
    <>
      <Still
        title={t('work.byGemeente')}
        aside={aside}
        keys={['gemeente', 'cases', 'longest']}
        rows={gemeenten}
      />
      <Still title={t('work.byHolder')} keys={['holder', 'task', 'tasks', 'longest']} rows={holders} />
    </>
  )
}
