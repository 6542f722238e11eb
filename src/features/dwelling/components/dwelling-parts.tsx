import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { EmptyState } from '@/ui/empty-state'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { DwellingLine } from '../queries'

/** Dwellings in a table. */
export async function DwellingList({ lines }: { lines: readonly DwellingLine[] }) {
  const t = await getTranslations()
  const { day, money } = await formats()
  const rows = lines.map((l) => ({
    key: l.id,
    href: paths.subject('dwelling', l.id),
    cells: {
      address: l.address,
      municipality: l.municipality,
      corporation: l.corporation,
      rooms: String(l.rooms),
      rent: money(l.rent),
      from: day(l.availableFrom),
      stage: (
        <Tag tone={l.stage === 'available' ? 'success' : 'neutral'}>{t(`stages.dwelling.${l.stage}`)}</Tag>
      ),
    },
  }))
  const columns = [
    { key: 'address', label: t('dwelling.address') },
    { key: 'municipality', label: t('dwelling.municipality') },
    { key: 'corporation', label: t('parts.corporation'), hideOnPhone: true },
    { key: 'rooms', label: t('dwelling.rooms'), align: 'right' as const },
    { key: 'rent', label: t('dwelling.rent'), align: 'right' as const },
    { key: 'from', label: t('dwelling.from') },
    { key: 'stage', label: t('list.stage') },
  ]
  return (
    <Table
      caption={t('dwelling.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      empty={<EmptyState title={t('dwelling.empty')}>{t('dwelling.emptyHelp')}</EmptyState>}
    />
  )
}
