import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { Section } from '@/ui/section'
import type { StopLine } from '../stops'

/** What stops when this case ends, before it does. */
export async function Stops({ lines }: { lines: readonly StopLine[] | null }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  if (!lines) return null
  const said = (line: StopLine) => {
    switch (line.what) {
      case 'task':
        return t('case.stops.task', { task: t(`tasks.${line.task}.label`), holder: line.holder })
      case 'track':
        return t('case.stops.track', { track: t(codeKey('track', line.track)) })
      case 'consent':
        return t('case.stops.consent', {
          category: t(codeKey('consentCategory', line.category)),
          recipient: line.recipient,
        })
      case 'tafel':
        return t('case.stops.tafel', { day: longDay(line.on) })
      default:
        return t(`case.stops.${line.how}`)
    }
  }
  const items = lines.map(said)
  return (
    <Section title={t('case.stops.title')}>
      {items.length ? (
        <ul className="list-disc ps-6">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : (
        <p>{t('case.stops.nothing')}</p>
      )}
      <p className="mt-2 text-soft">{t('case.stops.stays')}</p>
    </Section>
  )
}
