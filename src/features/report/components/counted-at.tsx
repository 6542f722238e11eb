import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'

/** Since when these counts stand; nothing where they were made for this page. */
export async function CountedAt({ at }: { at: string | null }) {
  if (!at) return null
  const t = await getTranslations('report')
  const { time } = await formats()
  return <p className="mb-4 text-soft">{t('countedAt', { time: time(at) })}</p>
}
