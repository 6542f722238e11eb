import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Notice } from '@/ui/notice'
import type { Registrations } from '../earlier-queries'

/** The other registrations of this client that this reader may open. */
export async function OtherRegistrations({ registrations }: { registrations: Registrations }) {
  const t = await getTranslations('case')
  const { longDay } = await formats()
  const lines = (['earlier', 'later'] as const).flatMap((which) =>
    registrations[which].map((one) => ({ which, ...one })),
  )
  if (!lines.length) return null
  return (
    <Notice tone="info">
      {lines.map(({ which, id, number, on }) => (
        <p key={id}>
          {t(which)} <AppLink href={paths.subject('case', id)}>{number}</AppLink>,{' '}
          {t('openedOn', { day: longDay(on) })}
        </p>
      ))}
    </Notice>
  )
}
