import { getTranslations } from 'next-intl/server'
import { daysBetween, weekOf } from '@/domain/kernel/days'
import { isVideoLink } from '@/domain/tafel/video-link'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Facts } from '@/ui/facts'
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
  const on = tafel.session?.on ?? ''
  const rows = tafel.agenda.map((l) => ({
    key: l.number,
    ...(l.caseId && { href: paths.subject('case', l.caseId) }),
    cells: {
      who: <span dir="auto">{l.name ?? l.number}</span>,
      number: <span className="whitespace-nowrap">{l.number}</span>,
      waiting:
        l.waitingSince && on ? t('list.days', { n: Math.max(0, daysBetween(l.waitingSince, on)) }) : '',
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

/** Where and when, who was there, who adopted the list. */
export async function TafelFacts({ tafel }: { tafel: TafelScreen }) {
  const t = await getTranslations()
  const { longDay, time } = await formats()
  const { session, seats, present, chairOn, secretaryOn, closure } = tafel
  const items = [
    ...(session
      ? [
          { term: t('tafel.on'), value: longDay(session.on) },
          { term: t('tafel.time'), value: time(session.at) },
          { term: t('tafel.place'), value: session.place },
          ...(session.videoLink && isVideoLink(session.videoLink)
            ? [
                {
                  term: t('tafel.videoLink'),
                  value: (
                    <a href={session.videoLink} rel="noreferrer noopener">
                      {t('tafel.videoOpen')}
                    </a>
                  ),
                },
              ]
            : []),
          ...(session.minutes
            ? [{ term: t('tafel.lasts'), value: t('agenda.minutes', { n: session.minutes }) }]
            : []),
        ]
      : []),
    ...(session?.note ? [{ term: t('fields.note.label'), value: session.note }] : []),
    ...(seats.length
      ? [{ term: t('tafel.seats'), value: seats.map((s) => t(`codes.seat.${s}`)).join(', ') }]
      : []),
    ...(present
      ? [{ term: t('tafel.present'), value: <span className="whitespace-pre-line">{present}</span> }]
      : []),
    ...(chairOn ? [{ term: t('tafel.adoptedChair'), value: longDay(chairOn) }] : []),
    ...(secretaryOn ? [{ term: t('tafel.adoptedSecretary'), value: longDay(secretaryOn) }] : []),
    ...(closure
      ? [
          { term: t('tafel.closedOn'), value: longDay(closure.closedOn) },
          { term: t('tafel.lettersSent'), value: t(`tafel.letters.${closure.lettersSent ? 'yes' : 'no'}`) },
        ]
      : []),
    ...(closure?.remaining ? [{ term: t('fields.remaining.label'), value: closure.remaining }] : []),
  ]
  return (
    <Section title={t('tafel.meeting')}>
      <Facts items={items} />
    </Section>
  )
}
