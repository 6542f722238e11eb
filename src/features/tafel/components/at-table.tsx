import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { TafelScreen } from '../queries'
import type { SeatLine } from '../table'

type T = Awaited<ReturnType<typeof getTranslations>>

const rowOf = (t: T, { seat, delegate, standIn }: SeatLine, at: number) => ({
  key: `${at}`,
  cells: {
    who: <span dir="auto">{delegate?.name ?? t('tafel.left')}</span>,
    seat: t(`codes.seat.${seat}`),
    organisation: delegate && [delegate.organisation, ...delegate.speaksFor].join(', '),
    standIn: standIn && <span dir="auto">{standIn.name}</span>,
  },
})

/** Who sits at the table for a party, and since when they know of it; nothing while nobody was chosen. */
export async function AtTable({ tafel: { table, invitedOn } }: { tafel: TafelScreen }) {
  if (!table.length) return null
  const t = await getTranslations()
  const { longDay } = await formats()
  const columns = [
    { key: 'who', label: t('tafel.delegate') },
    { key: 'seat', label: t('tafel.party') },
    { key: 'organisation', label: t('tafel.speaksFor') },
    { key: 'standIn', label: t('tafel.standIn') },
  ]
  return (
    <Section
      title={t('tafel.table')}
      aside={invitedOn ? t('tafel.invitedOn', { on: longDay(invitedOn) }) : t('tafel.notInvited')}
    >
      <Table
        caption={t('tafel.table')}
        captionHidden
        columns={columns}
        rows={table.map((line, at) => rowOf(t, line, at))}
        empty={null}
      />
    </Section>
  )
}
