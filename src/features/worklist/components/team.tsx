import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Bars } from '@/ui/bars'
import { Columns } from '@/ui/columns'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { Parts } from '../queries'
import type { WorkLine } from '../work-lines'
import { AwayTag } from './away'
import { MentorsPart } from './mentors'
import { AskAfter, Due, who } from './work-list'

type Shown = NonNullable<Parts['load']>

/** What is too late, and who is waited for: the mentor by name where the case says so. */
async function Late({ lines, total }: { lines: readonly WorkLine[]; total: number }) {
  const t = await getTranslations()
  const { day } = await formats()
  const rows = lines.map((l) => ({
    key: l.id,
    href: paths.subject(l.kind, l.subjectId),
    cells: {
      who: l.kind === 'tafel' ? t('work.aTafel') : <span dir="auto">{who(l)}</span>,
      task: t(`tasks.${l.task}.label`),
      holder: (
        <span dir="auto">
          {l.role === 'mentor' && l.mentor
            ? t('work.roleAndName', { role: t(`roles.${l.role}`), name: l.mentor })
            : t(`roles.${l.role}`)}{' '}
          <AwayTag away={l.away} />
        </span>
      ),
      due: <Due line={l} t={t} day={day} />,
      ask: <AskAfter line={l} />,
    },
  }))
  const columns = ['who', 'task', 'holder', 'due', 'ask'].map((key) => ({
    key,
    label: t(`work.columns.${key}`),
  }))
  const more = total > lines.length ? t('work.first', { n: lines.length, total }) : null
  return (
    <Section title={t('work.late.title')} aside={more}>
      <Table
        caption={t('work.late.title')}
        captionHidden
        columns={columns}
        rows={rows}
        empty={<EmptyState title={t('work.late.none')}>{t('work.late.noneHelp')}</EmptyState>}
      />
    </Section>
  )
}

async function Kinds({ tasks }: Pick<Shown, 'tasks'>) {
  const t = await getTranslations()
  const rows = tasks.map((load) => ({
    key: `${load.role} ${load.task}`,
    cells: {
      task: t(`tasks.${load.task}.label`),
      role: t(`roles.${load.role}`),
      open: String(load.open),
      late: load.overdue ? String(load.overdue) : '',
      oldest: t('work.workdays', { n: load.oldest }),
    },
  }))
  const columns = [
    { key: 'task', label: t('list.task') },
    { key: 'role', label: t('work.columns.role') },
    { key: 'open', label: t('work.columns.open'), align: 'right' as const },
    { key: 'late', label: t('work.columns.late'), align: 'right' as const },
    { key: 'oldest', label: t('work.columns.oldest'), align: 'right' as const },
  ]
  return (
    <Section title={t('work.load')}>
      <Table
        caption={t('work.load')}
        captionHidden
        columns={columns}
        rows={rows}
        empty={<EmptyState title={t('work.noLoad')}>{t('work.noLoadHelp')}</EmptyState>}
      />
    </Section>
  )
}

/** Who of the organisation is away, and who stands in; nothing while everybody is there. */
async function AwayPart({ away }: Pick<Shown, 'away'>) {
  const t = await getTranslations()
  if (!away.length) return null
  const items = away.map((one) => ({
    key: `${one.role} ${one.name}`,
    title: (
      <span dir="auto">{t('selection.away.known', { name: one.name, role: t(`roles.${one.role}`) })}</span>
    ),
    status: <AwayTag away={one} />,
  }))
  return (
    <Section title={t('selection.away.title')}>
      <ItemList items={items} />
    </Section>
  )
}

/** The load of the organisation: what is too late first, then all kinds of work, and how old it is. */
export async function LoadPart({ load }: { load: Shown }) {
  const t = await getTranslations('work')
  const ages = load.ages.map(({ key, n }) => ({ key, label: t(`ages.${key}`), n }))
  const total = load.tasks.reduce((sum, { overdue }) => sum + overdue, 0)
  return (
    <>
      <AwayPart away={load.away} />
      {load.people && <MentorsPart shown={load.people} today={load.today} />}
      <Late lines={load.late} total={total} />
      <Columns
        aside={
          <Section title={t('agesTitle')} aside={t('inWorkingDays')}>
            <Bars items={ages} />
          </Section>
        }
      >
        <Kinds tasks={load.tasks} />
      </Columns>
    </>
  )
}
