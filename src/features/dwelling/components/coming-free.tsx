import { getTranslations } from 'next-intl/server'
import { horizons } from '@/domain/report/coming-free'
import { Table } from '@/ui/table'
import type { ComingFreeScreen } from '../coming-free'

/** Homes that come free and households that ask for one, side by side. */
export async function ComingFreeTable({ rows }: ComingFreeScreen) {
  const t = await getTranslations('dwelling.comingFree')
  const columns = [
    { key: 'rooms', label: t('rooms') },
    ...horizons.map((days) => ({
      key: `within${days}`,
      label: t('within', { days }),
      align: 'right' as const,
    })),
    { key: 'asked', label: t('asked'), align: 'right' as const },
  ]
  return (
    <Table
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={rows.map(({ rooms, free, asked }) => ({
        key: String(rooms),
        cells: {
          rooms: t(rooms === rows.length ? 'orMore' : 'size', { n: rooms }),
          ...Object.fromEntries(horizons.map((days, at) => [`within${days}`, String(free[at] ?? 0)])),
          asked: asked === null ? t('few') : String(asked),
        },
      }))}
      empty={null}
    />
  )
}
