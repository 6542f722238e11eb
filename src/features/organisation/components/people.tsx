import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { MembershipScreen, PersonLine } from '../queries'

/** An address that is broken at its sign, and elsewhere only where there is no room for that. */
function Email({ address }: { address: string }) {
  const at = address.lastIndexOf('@')
  return (
    <span className="break-words">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  )
}

/** Until when somebody is away and who stands in; and the way to say so. */
async function Absence({ line: { id, name, awayUntil, standIn } }: { line: PersonLine }) {
  const t = await getTranslations()
  const { day } = await formats()
  const until = awayUntil && day(awayUntil)
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {until && (
        <Tag tone="warning">
          {standIn
            ? t('selection.away.standIn', { until, name: standIn })
            : t('selection.away.until', { until })}
        </Tag>
      )}
      <AppLink href={paths.step('membership', id, 'reportAbsence')}>
        {t(until ? 'people.changeAway' : 'people.reportAway')}
        <span className="sr-only">: {name}</span>
      </AppLink>
    </span>
  )
}

type TableProps = { lines: readonly PersonLine[]; caption: string; reports?: boolean }

/** People in a table: who, in which role, from when until when; `reports`: with the way to say that somebody is away. */
export async function PeopleTable({ lines, caption, reports }: TableProps) {
  const t = await getTranslations()
  const { day } = await formats()
  const rows = lines.map((l) => ({
    key: l.id,
    href: paths.subject('membership', l.id),
    cells: {
      name: <span dir="auto">{l.name}</span>,
      role: (
        <span className="inline-flex flex-wrap items-center gap-2">
          {t(codeKey('role', l.role))}
          {l.standsInFor && <Tag tone="info">{t('people.standsIn', { name: l.standsInFor })}</Tag>}
        </span>
      ),
      email: <Email address={l.email} />,
      since: <span className="whitespace-nowrap">{day(l.since)}</span>,
      until: l.until ? <span className="whitespace-nowrap">{day(l.until)}</span> : '',
      absence: reports && <Absence line={l} />,
    },
  }))
  const columns = [
    { key: 'name', label: labelOf(t, 'seat', 'name') },
    { key: 'role', label: labelOf(t, 'seat', 'role') },
    { key: 'email', label: labelOf(t, 'seat', 'email') },
    { key: 'since', label: labelOf(t, 'seat', 'since'), hideOnPhone: true },
    ...(lines.some(({ until }) => until) ? [{ key: 'until', label: labelOf(t, 'seat', 'until') }] : []),
    ...(reports ? [{ key: 'absence', label: t('compartments.absence.title') }] : []),
  ]
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      empty={<EmptyState title={t('people.empty')}>{t('people.emptyHelp')}</EmptyState>}
    />
  )
}

/** What is known of one membership. */
export async function MembershipFacts({ membership }: { membership: MembershipScreen }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const { seat, ending, standsInFor, absence, standIn } = membership
  if (!seat) return null
  return (
    <Section title={t('compartments.seat.title')}>
      <Facts
        items={[
          { term: labelOf(t, 'seat', 'role'), value: t(codeKey('role', seat.role)) },
          { term: labelOf(t, 'seat', 'email'), value: <span className="break-all">{seat.email}</span> },
          { term: labelOf(t, 'seat', 'since'), value: longDay(seat.since) },
          ...(seat.until ? [{ term: labelOf(t, 'seat', 'until'), value: longDay(seat.until) }] : []),
          ...(absence?.awayFrom && absence.awayUntil
            ? [
                { term: labelOf(t, 'absence', 'awayFrom'), value: longDay(absence.awayFrom) },
                { term: labelOf(t, 'absence', 'awayUntil'), value: longDay(absence.awayUntil) },
              ]
            : []),
          ...(standIn ? [{ term: labelOf(t, 'absence', 'standIn'), value: standIn }] : []),
          ...(standsInFor ? [{ term: labelOf(t, 'seat', 'standsInFor'), value: standsInFor }] : []),
          ...(ending
            ? [
                {
                  term: t('people.ended'),
                  value: `${longDay(ending.on)}: ${t(codeKey('endReason', ending.reason))}`,
                  note: ending.note,
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

/** For the administrator: the link to hand over, or that there is nothing left to do. */
export async function SignInState({ membership }: { membership: MembershipScreen }) {
  const t = await getTranslations('people')
  const { longDay } = await formats()
  const { hasPassword, wayIn, stage } = membership
  if (hasPassword === null || stage !== 'active') return null
  if (wayIn)
    return (
      <Notice tone="info" title={t('linkTitle')}>
        <p>{t('linkHelp', { until: longDay(wayIn.until) })}</p>
        <p className="mt-2">
          <code className="break-all select-all">{wayIn.link}</code>
        </p>
      </Notice>
    )
  return <Notice tone={hasPassword ? 'success' : 'warning'}>{t(hasPassword ? 'signsIn' : 'noWayIn')}</Notice>
}
