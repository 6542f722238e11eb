import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import type { Away } from '@/server/absence'
import { Tag } from '@/ui/tag'

type T = Awaited<ReturnType<typeof getTranslations>>

/** Until when somebody is away, and who stands in. */
export function awayWords(away: Away, t: T, day: (day: string) => string): string {
  const until = day(away.until)
  return away.standIn
    ? t('selection.away.standIn', { until, name: away.standIn })
    : t('selection.away.until', { until })
}

/** The same behind a name; nothing behind the name of who is there. */
export async function AwayTag({ away }: { away: Away | undefined }) {
  const t = await getTranslations()
  const { day } = await formats()
  return away ? <Tag tone="warning">{awayWords(away, t, day)}</Tag> : null
}
