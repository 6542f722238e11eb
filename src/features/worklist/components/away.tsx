import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import type { Away } from '@/server/absence'
import { Tag } from '@/ui/tag'

/** Until when somebody is away, and who stands in. */
export async function AwayTag({ away }: { away: Away | undefined }) {
  const t = await getTranslations('selection.away')
  const { day } = await formats()
  if (!away) return null
  const until = day(away.until)
  return (
    <Tag tone="warning">
      {away.standIn ? t('standIn', { until, name: away.standIn }) : t('until', { until })}
    </Tag>
  )
}
