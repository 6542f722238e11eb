import { getTranslations } from 'next-intl/server'
import { weekOf } from '@/domain/kernel/days'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { TafelLine, TafelScreen } from '../queries'

/** Tafels in a table: day, place, cases, state. */
export async function TafelList({
  lines,
  caption,
  empty,
}: {
  lines: readonly TafelLine[]
  caption: string
  empty: string
}) {
  const t = await getTranslations()
  const { longDay, time, week } = await formats()
  const rows = lines.map((l) => ({
    key: l.id,
    href: paths.subject('tafel', l.id),
    cells: {
      on: `${longDay(l.on)} · ${week(weekOf(l.on))}`,
      at: time(l.at),
      place: l.place,
      items: l.items === null ? '' : String(l.items),
      stage: <Tag tone={l.stage === 'inSession' ? 'warning' : 'neutral'}>{t(`stages.tafel.${l.stage}`)}</Tag>,
    },
  }))
  const columns = [
    { key: 'on', label: t('tafel.on') },
    { key: 'at', label: t('tafel.time') },
    { key: 'place', label: t('tafel.place'), hideOnPhone: true },
    { key: 'items', label: t('tafel.items'), align: 'right' as const },
    { key: 'stage', label: t('list.stage') },
  ]
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      empty={<EmptyState title={empty}>{t('tafel.emptyHelp')}</EmptyState>}
    />
  )
}

/** The agenda of one tafel with what was decided. */
export async function Agenda({ tafel }: { tafel: TafelScreen }) {
  const t = await getTranslations()
  if (!tafel.agenda) return null
  const rows = tafel.agenda.map((l) => ({
    key: l.number,
    ...(l.caseId && { href: paths.subject('case', l.caseId) }),
    cells: {
      who: <span dir="auto">{l.name ?? l.number}</span>,
      number: <span className="whitespace-nowrap">{l.number}</span>,
      waiting: l.waitingDays === null ? '' : t('list.days', { n: l.waitingDays }),
      outcome: l.outcome ? (
        <Tag tone={l.adopted ? 'success' : 'info'}>{t(`codes.outcome.${l.outcome}`)}</Tag>
      ) : (
        t('tafel.undecided')
      ),
    },
  }))
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number') },
    { key: 'waiting', label: t('list.ready'), align: 'right' as const },
    { key: 'outcome', label: t('tafel.outcome') },
  ]
  return (
    <Section
      title={t('tafel.agenda')}
      aside={tafel.makesAgenda ? <AppLink href={paths.agenda(tafel.id)}>{t('agenda.make')}</AppLink> : null}
    >
      <Table
        caption={t('tafel.agenda')}
        captionHidden
        columns={columns}
        rows={rows}
        empty={<EmptyState title={t('tafel.noItems')}>{t('tafel.noItemsHelp')}</EmptyState>}
      />
    </Section>
  )
}
